import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { drawQr } from "@/lib/server/qr";

/** The modules that a path fills, read back as a browser fills them. */
function filled({ size, path }: { size: number; path: string }): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [run, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    expect(run).toBe(`M${x} ${y}h${length}v1h-${length}z`);
    for (let place = 0; place < Number(length); place += 1) modules[Number(y)]![Number(x) + place] = true;
  }
  return modules;
}

describe("a QR code", () => {
  it.each(["A", "otpauth://totp/Daymark:someone%40example.org?issuer=Daymark&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30"])("of %s is drawn module by module", (text) => {
    const drawn = drawQr(text);
    expect(filled(drawn)).toEqual(encode(text, { ecc: "M", border: 4 }).data);
    expect(drawn.path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, "")).toBe("");
  });

  it("keeps a still edge of four modules all round", () => {
    const drawn = drawQr("an edge");
    const modules = filled(drawn);
    const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y]] : []))).flat();
    expect([Math.min(...dark), Math.max(...dark)]).toEqual([4, drawn.size - 5]);
  });
});
