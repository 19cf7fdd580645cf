import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packDays, packSeries, unpackDays, unpackSeries } from "@/lib/domain/trends/compact";

describe("packSeries", () => {
  it("is one letter a day", () => expect(packSeries([0, 2.5, null, 10])).toBe("05-k"));
  it("comes back as it was, gaps and half points too", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2))), (series) => {
      expect(unpackSeries(packSeries(series))).toEqual(series);
    }));
  });
});

describe("packDays", () => {
  it("comes back as it was", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 999 })), (days) => {
      expect(unpackDays(packDays(days, 1000))).toEqual(days.toSorted((a, b) => a - b));
    }));
  });
  it("is short: a year in 73 letters", () => expect(packDays([0, 364], 365)).toHaveLength(73));
});
