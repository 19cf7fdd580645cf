import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoresToAsk } from "@/lib/domain/check-in/scores-to-ask";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { context, daily, entry, type Entry } from "@/tests/unit/domain/red-flags/diary";

const ask = (fields: Entry, history: ReturnType<typeof daily>, copied: ScoreName[] = []) => scoresToAsk(entry(0, fields), copied, context({ history }));
const month = daily(30, 1);

describe("scoresToAsk", () => {
  it("asks nothing on a usual day, nor on the first one", () => {
    expect(ask({}, month)).toEqual([]);
    expect(ask({ scores: { vision: 9 } }, [])).toEqual([]);
  });
  it.each(["numbness", "vision", "walking"] as const)("asks about a jump of 3 in %s, and not about one of 2 within the usual range", (name) => {
    const usual = entry(0).scores[name];
    const swinging = [...daily(30, 8, { scores: { [name]: usual + 2 } }), ...daily(7, 1)];
    expect(ask({ scores: { [name]: usual + 3 } }, swinging)).toEqual([name]);
    expect(ask({ scores: { [name]: usual + 2 } }, swinging)).toEqual([]);
  });
  it("asks about a change that came in two steps on one day", () => {
    const steps = [entry(12 * HOUR_MS, { scores: { vision: 1 } }), entry(HOUR_MS, { scores: { vision: 3 } })];
    expect(ask({ scores: { vision: 5 } }, steps)).toEqual(["vision"]);
  });
  it("asks about several, in the order of the page, and not about what was copied", () => {
    const bad = { scores: { walking: 8, numbness: 8, vision: 8 } };
    expect(ask(bad, month)).toEqual(["numbness", "vision", "walking"]);
    expect(ask(bad, month, ["numbness", "walking"])).toEqual(["vision"]);
  });
  it("asks about every score that raises an alarm by itself", () => {
    const scores = fc.record(Object.fromEntries(SCORE_NAMES.map((name) => [name, fc.integer({ min: 0, max: 10 })])) as Record<ScoreName, fc.Arbitrary<number>>);
    const past = fc.array(fc.record({ scores, hours: fc.integer({ min: 1, max: 30 * 24 }) }), { maxLength: 20 });
    let alarms = 0;
    fc.assert(fc.property(scores, past, (today, entries) => {
      const history = entries.map((each) => entry(each.hours * HOUR_MS, { scores: each.scores }));
      const checkIn = entry(0, { scores: today });
      const asked = scoresToAsk(checkIn, [], context({ history }));
      for (const { tier, evidence } of evaluate(checkIn, context({ history })).alerts) {
        if (tier !== "EMERGENCY" && tier !== "URGENT") continue;
        alarms += 1;
        const [score] = evidence.flatMap(({ field }) => (field.startsWith("scores.") ? [field.slice("scores.".length)] : []));
        expect(asked).toContain(score);
      }
    }), { numRuns: 3_000, seed: 3 });
    expect(alarms).toBeGreaterThan(50);
  });
  it("does not look at what came later", () => {
    expect(scoresToAsk(entry(DAY_MS, {}), [], context({ history: [...daily(30, 2), entry(0, { scores: { vision: 9 } })] }))).toEqual([]);
  });
});
