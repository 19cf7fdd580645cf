import fc from "fast-check";
import papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvOf } from "@/lib/domain/transfer/csv";

describe("csvOf", () => {
  it("keeps numbers, leaves unknown empty and quotes what needs it", () => {
    expect(csvOf(["a", "b"], [[-1.5, null], [undefined, "x, \"y\"\nz"], [true, false]])).toBe("\uFEFFa,b\r\n-1.5,\r\n,\"x, \"\"y\"\"\nz\"\r\nyes,no\r\n");
  });
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])("lets %j run as no formula", (text) => {
    expect(papa.parse<string[]>(csvOf(["a"], [[text]]).slice(1)).data[1]).toEqual([`'${text}`]);
  });
  it("is read back as it was, whatever people write", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.string()), { minLength: 1 }), (rows) => {
      const texts = rows.map(([a, b]) => [`x${a}`, `x${b}`, "."]);
      expect(papa.parse<string[]>(csvOf(["a", "b", "c"], texts).slice(1), { delimiter: ",", newline: "\r\n" }).data.slice(1, -1)).toEqual(texts);
    }));
  });
});
