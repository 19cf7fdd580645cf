import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TIERS } from "@/lib/domain/red-flags/rule";
import { packMarks, packSeries, unpackMarks, unpackSeries } from "@/lib/domain/trends/compact";
import { MARK_KINDS, type Mark } from "@/lib/domain/trends/marks";

describe("packSeries", () => {
  it("is one letter a day", () => expect(packSeries([0, 2.5, null, 10])).toBe("05-k"));
  it("comes back as it was, gaps and half points too", () => {
    fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2))), (series) => {
      expect(unpackSeries(packSeries(series))).toEqual(series);
    }));
  });
});

describe("packMarks", () => {
  const marks = fc.array(fc.record({
    kind: fc.constantFrom(...MARK_KINDS), first: fc.nat(4_000), longer: fc.oneof(fc.constant(0), fc.nat(60)), tier: fc.option(fc.constantFrom(...TIERS), { nil: undefined }), name: fc.option(fc.string(), { nil: undefined }),
  }).map(({ kind, first, longer, tier, name }): Mark => ({ kind, first, last: first + longer, ...(tier && { tier }), ...(name !== undefined && { name }) })));
  it("comes back as it was, whatever a medicine is called", () => {
    fc.assert(fc.property(marks, (some) => { expect(unpackMarks(packMarks(some))).toEqual(some); }));
  });
  it("is short: a name stands once", () => {
    const doses = Array.from({ length: 20 }, (_, each): Mark => ({ kind: "dose", first: 182 * each, last: 182 * each, name: "Ocrelizumab" }));
    expect(packMarks(doses).length).toBeLessThan(220);
    expect(packMarks([])).toBe("");
  });
});
