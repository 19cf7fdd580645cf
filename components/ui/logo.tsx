/** The daymark: a coloured shape on a sea beacon. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="10" r="7" fill="currentColor" />
      <path d="M16 17v8" stroke="currentColor" strokeWidth="3.6" />
      <path d="M4 27.5c3 0 3-2 6-2s3 2 6 2 3-2 6-2 3 2 6 2" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
