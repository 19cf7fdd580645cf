import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BAND_MIN_WALKS, changeOf, walkBandAt, type WalkPoint } from "@/lib/domain/measures/walk-band";
import { DAY_MS } from "@/lib/domain/time";

const NOW = new Date("2026-03-10T10:00:00Z");
const walk = (daysAgo: number, seconds: number, aid: WalkPoint["aid"] = "unaided"): WalkPoint => ({ recordedAt: new Date(NOW.getTime() - daysAgo * DAY_MS), aid, seconds });
const steady = [walk(20, 5), walk(30, 5), walk(40, 5)];

describe("the band of a walk", () => {
  it("is a fifth round the median of the earlier walks with the same aid", () => {
    expect(walkBandAt(walk(0, 6), [walk(20, 5), walk(30, 5.1), walk(40, 4.9)])).toEqual({ kind: "band", usual: 5, low: 4, high: 6, walks: 3 });
  });
  it("is the person's own spread where that is wider than a fifth", () => {
    // median 10, deviations 4 4 0 -> 4 x 1.96 x 1.4826
    const band = walkBandAt(walk(0, 10), [walk(20, 6), walk(30, 10), walk(40, 14)]);
    expect(band).toMatchObject({ kind: "band", usual: 10, high: 21.624 });
    expect(band).toMatchObject({ low: 0 });
  });
  it.each([{ earlier: steady.slice(0, BAND_MIN_WALKS - 1), kind: "too-few" }, { earlier: steady, kind: "band" }])("with $earlier.length earlier walks it is $kind", ({ earlier, kind }) => {
    expect(walkBandAt(walk(0, 5), earlier)).toMatchObject({ kind, walks: earlier.length });
  });
  it("does not count walks with another aid", () => {
    expect(walkBandAt(walk(0, 5, "one-aid"), steady)).toEqual({ kind: "too-few", walks: 0, needed: 3 });
    expect(walkBandAt(walk(0, 5), [...steady.slice(1), walk(20, 5, "two-aids")])).toMatchObject({ kind: "too-few", walks: 2 });
  });
  it.each([
    { age: 13.999, counts: false }, { age: 14, counts: true }, { age: 365, counts: true }, { age: 365.001, counts: false }, { age: 0, counts: false }, { age: -20, counts: false },
  ])("counts a walk of $age days before: $counts", ({ age, counts }) => {
    expect(walkBandAt(walk(0, 5), [...steady.slice(1), walk(age, 5)]).kind).toBe(counts ? "band" : "too-few");
  });
});

describe("a walk against its band", () => {
  it.each([
    { seconds: 5.9, change: { kind: "within" } }, { seconds: 6, change: { kind: "slower", percent: 20 } },
    { seconds: 4.1, change: { kind: "within" } }, { seconds: 4, change: { kind: "faster", percent: 20 } },
    { seconds: 5, change: { kind: "within" } }, { seconds: 7.5, change: { kind: "slower", percent: 50 } },
  ])("$seconds seconds against 5.0 is $change.kind", ({ seconds, change }) => {
    expect(changeOf(walk(0, seconds), steady)).toEqual(change);
  });
  it("is within when a fifth slower still lies in the person's own spread", () => {
    const swinging = [walk(20, 8), walk(30, 10), walk(40, 12)]; // spread 2 x 2.906 = 5.812
    expect(changeOf(walk(0, 15.8), swinging)).toEqual({ kind: "within" });
    expect(changeOf(walk(0, 15.9), swinging)).toEqual({ kind: "slower", percent: 59 });
  });
  it("says nothing without a band", () => {
    expect(changeOf(walk(0, 50), steady.slice(1))).toEqual({ kind: "unknown" });
  });
});

describe("for any walks", () => {
  const tenths = fc.integer({ min: 20, max: 1800 }).map((value) => value / 10);
  const points = fc.array(fc.record({ daysAgo: fc.integer({ min: 0, max: 500 }), seconds: tenths, aid: fc.constantFrom("unaided", "one-aid", "two-aids") as fc.Arbitrary<WalkPoint["aid"]> }), { maxLength: 12 })
    .map((all) => all.map(({ daysAgo, seconds, aid }) => walk(daysAgo, seconds, aid)));
  it("the usual lies in the band, the band is a fifth wide at least, and the order does not matter", () => {
    fc.assert(fc.property(points, tenths, (all, seconds) => {
      const band = walkBandAt(walk(0, seconds), all);
      expect(walkBandAt(walk(0, seconds), [...all].reverse())).toEqual(band);
      if (band.kind === "too-few") {
        expect(band.walks).toBeLessThan(BAND_MIN_WALKS);
        return;
      }
      expect(band.low).toBeGreaterThanOrEqual(0);
      expect(band.high - band.usual).toBeGreaterThanOrEqual(band.usual * 0.2 - 0.001);
      expect(band.low).toBeLessThanOrEqual(band.usual * 0.8 + 0.001);
    }));
  });
  it("nothing less than a fifth is ever called slower or faster, and nothing inside the band", () => {
    fc.assert(fc.property(points, tenths, (all, seconds) => {
      const [own, band] = [walk(0, seconds), walkBandAt(walk(0, seconds), all)];
      const change = changeOf(own, all);
      if (change.kind === "unknown" || change.kind === "within" || band.kind === "too-few") return;
      expect(change.percent).toBeGreaterThanOrEqual(20);
      expect(change.kind === "slower" ? seconds >= band.high - 0.001 : seconds <= band.low + 0.001).toBe(true);
    }));
  });
});
