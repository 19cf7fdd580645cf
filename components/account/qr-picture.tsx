export type Qr = { /** modules a side, the quiet edge included */ size: number; /** the dark modules, as a path */ path: string };

/** A QR code. Always dark on white, whatever the theme: many scanners cannot read the reverse. */
export function QrPicture({ qr, label }: { qr: Qr; label: string }) {
  return (
    <svg className="mx-auto h-auto w-full max-w-72 rounded-(--dm-radius-s) border border-line" viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}
