import type { ReactNode } from "react";

type IconFrameProps = { size?: number; className?: string; children: ReactNode };

/** The drawing of one icon. Apart from the set of all icons, so that what every page needs does not bring the whole set. */
export function IconFrame({ size = 24, className = "", children }: IconFrameProps) {
  return (
    <svg className={`shrink-0 ${className}`} width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
      strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {children}
    </svg>
  );
}

export const PHONE_PATH = <path d="M5.500 3.500h3.200l1.700 4.600-2.200 1.600a12.500 12.500 0 0 0 6.100 6.100l1.600-2.200 4.600 1.700v3.200c0 1.100-.9 2-2 2C10.500 20.500 3.500 13.500 3.500 5.500c0-1.100.9-2 2-2z"/>;
export const CHECK_PATH = <path d="M4.500 12.500l5 5 10-11"/>;
