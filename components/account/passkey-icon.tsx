import { IconFrame } from "@/components/ui/icon-frame";

/** A fingerprint. Apart from the set of all icons, which every page of the diary loads. */
export function PasskeyIcon({ size = 26, className = "" }: { size?: number; className?: string }) {
  return (
    <IconFrame size={size} className={className}>
      <path d="M6 11a6 6 0 0 1 12 0v2M9 11a3 3 0 0 1 6 0v3c0 2.500-.5 4.500-1.500 6.500M12 11v3.500c0 2-.5 4-1.700 6M6 14.500c0 1.500-.3 3-.9 4.300" />
    </IconFrame>
  );
}
