import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { BODY_AREAS, ONSETS, SIGNS, VISION_LOSSES, WALKING_ABILITIES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES } from "@/lib/domain/check-in/vocabulary";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { context, entry, judge, NOW, type Entry } from "../diary";

const score = fc.integer({ min: 0, max: 10 });
const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
/** An entry with any of the answers the emergency rules read. */
const anyEntry: fc.Arbitrary<Entry> = fc.record({
  scores: fc.record({ fatigue: score, numbness: score, vision: score, walking: score }),
  loss: some(VISION_LOSSES), eyes: some(["left", "right", "both"] as const), ability: some(WALKING_ABILITIES),
  severity: some(WEAKNESS_SEVERITIES), weak: fc.subarray([...WEAKNESS_AREAS]), numb: fc.subarray([...BODY_AREAS]),
  sign: some(SIGNS), onset: some(ONSETS), temperature: fc.option(fc.integer({ min: 340, max: 420 }), { nil: undefined }), heat: fc.boolean(),
}).map(({ scores, loss, eyes, ability, severity, weak, numb, sign, onset, temperature, heat }) => ({
  scores,
  ...(loss && { vision: { loss, ...(eyes && { eyes }) } }),
  ...(ability && { walking: { ability } }),
  ...(severity && { weakness: { severity, areas: weak } }),
  ...(numb.length > 0 && { numbness: { areas: numb } }),
  ...(sign && { signs: [sign] }),
  ...(onset && { onset: { vision: onset, numbness: onset, walking: onset, weakness: onset } }),
  ...(temperature !== undefined && { temperatureC: temperature / 10 }),
  ...(heat && { triggers: ["heat" as const] }),
}));
const anyHistory: fc.Arbitrary<JudgedCheckIn[]> = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 70 * 24 }), anyEntry).map(([hours, fields]) => entry(hours * HOUR_MS, fields)), { maxLength: 40 },
);

describe("evaluate", () => {
  it("does not change its input", () => {
    fc.assert(fc.property(anyEntry, anyHistory, (fields, history) => {
      const [checkIn, given] = [entry(0, fields), context({ history, relapses: [{ startedAt: new Date(NOW.getTime() - 20 * DAY_MS) }] })];
      const before = structuredClone({ checkIn, given });
      evaluate(checkIn, given);
      expect({ checkIn, given }).toEqual(before);
    }), { numRuns: 60 });
  });

  it("gives the same whatever the order of the history", () => {
    fc.assert(fc.property(anyEntry, anyHistory, fc.integer({ min: 1, max: 1000 }), (fields, history, seed) => {
      const twins = [...history, ...history.slice(0, 3).map((x) => ({ ...x, scores: { ...x.scores, vision: 9 } }))];
      const shuffled = twins.map((x, i) => ({ x, key: ((i + 1) * seed * 7919) % 10_007 })).sort((a, b) => a.key - b.key).map(({ x }) => x);
      expect(judge(fields, { history: shuffled })).toEqual(judge(fields, { history: twins }));
    }), { numRuns: 150 });
  });

  it("never uses a check-in of its own moment or later", () => {
    fc.assert(fc.property(anyEntry, anyHistory, fc.array(fc.tuple(fc.integer({ min: -400, max: 48 }), anyEntry), { maxLength: 6 }), (fields, history, later) => {
      const age = 48 * HOUR_MS;
      const own = history.filter((x) => NOW.getTime() - x.recordedAt.getTime() > age);
      const added = later.map(([hours, more]) => entry(hours * HOUR_MS, more));
      expect(judge(fields, { history: [...added, ...own] }, age)).toEqual(judge(fields, { history: own }, age));
    }), { numRuns: 150 });
  });
});
