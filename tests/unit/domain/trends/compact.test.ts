import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSeries, unpackSeries } from "@/lib/domain/trends/compact";

describe("packSeries", () => {
  it("is one letter a day", () => expect(packSeries([0, 2.5, null, 10])).toBe("05-k"));
  it("comes back as it was, gaps and half points too", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2))), (series) => {
      expect(unpackSeries(packSeries(series))).toEqual(series);
    }));
  });
});
