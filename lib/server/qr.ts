import "server-only";
import { encode } from "uqr";

/** Scanners need a still edge of four modules. */
const QUIET = 4;

/** A text as a QR code: modules a side, and the dark ones as the path of an SVG, a run at a time. */
export function drawQr(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const runs = data.flatMap((row, y) => {
    const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
    return starts.map((x) => {
      const end = row.indexOf(false, x);
      const length = (end === -1 ? size : end) - x;
      return `M${x} ${y}h${length}v1h-${length}z`;
    });
  });
  return { size, path: runs.join("") };
}
