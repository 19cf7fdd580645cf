import { describe, expect, it } from "vitest";
import type { JudgedCheckIn, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/domain/time";
import { context, daily, entry, fired, judge, NOW, type Entry } from "../red-flags/diary";

const walk = (walking: number): Entry => ({ scores: { walking } });
const relapse = (startedDaysAgo: number, endedDaysAgo?: number): RecordedRelapse => ({
  startedAt: new Date(NOW.getTime() - startedDaysAgo * DAY_MS),
  ...(endedDaysAgo !== undefined && { endedAt: new Date(NOW.getTime() - endedDaysAgo * DAY_MS) }),
});
/** 60 ordinary days, then a relapse of ten days with a walking score of 5. */
const IN_RELAPSE = [...daily(71, 11), ...daily(10, 1, walk(5))];
const worsening = (fields: Entry, history: JudgedCheckIn[] = IN_RELAPSE, relapses = [relapse(10.5)], partial: Partial<RuleContext> = {}) =>
  prepare(entry(0, fields), context({ history, relapses, ...partial })).course.worsening();

describe("a relapse that gets worse", () => {
  it.each([[7, false], [8, true]])("a score of %i, against 5 since its start: %s", (score, isWorse) => {
    expect(worsening(walk(score)) !== null).toBe(isWorse);
  });
  it("two above at C and at the last check-in are enough, one of them is not", () => {
    const before = [...daily(71, 11), ...daily(10, 2, walk(5))];
    expect(worsening(walk(7), [...before, entry(HOUR_MS, walk(7))])).toMatchObject({ scores: ["walking"] });
    expect(worsening(walk(7), [...before, entry(HOUR_MS, walk(6))])).toBeNull();
    expect(worsening(walk(6), [...before, entry(HOUR_MS, walk(7))])).toBeNull();
  });
  it("reads only check-ins since its start that are a day old, and needs two of them", () => {
    const twoOld = [...daily(71, 11), entry(25 * HOUR_MS, walk(5)), entry(DAY_MS, walk(5)), entry(HOUR_MS, walk(8))];
    expect(worsening(walk(8), twoOld)).not.toBeNull();
    const oneOld = [...daily(71, 11), entry(DAY_MS, walk(5)), entry(DAY_MS - MINUTE_MS, walk(5))];
    expect(worsening(walk(8), oneOld)!.scores).toEqual([]);
    const lowBefore = [...daily(71, 11), entry(5 * DAY_MS, walk(6)), entry(3 * DAY_MS, walk(6))];
    expect(worsening(walk(8), lowBefore)!.scores).toEqual([]);
    expect(worsening(walk(8), [...daily(71, 3), entry(2 * DAY_MS, walk(5)), entry(DAY_MS, walk(5))], [relapse(2)])).not.toBeNull();
  });
  it("is not what the person calls usual, nor a score without a run", () => {
    expect(worsening({ ...walk(8), onset: { walking: "usual" } }, [...IN_RELAPSE.slice(0, -1), entry(DAY_MS, walk(6))])).toBeNull();
    expect(worsening({ scores: { walking: 5, vision: 4 } })).toMatchObject({ scores: ["vision"] });
    const blurry = IN_RELAPSE.map((x, i) => (i % 5 === 0 ? { ...x, scores: { ...x.scores, vision: 5 } } : x));
    expect(worsening({ scores: { walking: 5, vision: 4 } }, blurry)).toBeNull();
  });
  it("needs no run where there is no baseline to tell one", () => {
    expect(worsening(walk(8), daily(10, 1, walk(5)))).toMatchObject({ scores: ["walking"], runs: [] });
  });
  it.each<[string, RecordedRelapse[], boolean]>([
    ["30 days less a minute, closed", [relapse(30 - MINUTE_MS / DAY_MS, 20)], true],
    ["exactly 30 days, closed", [relapse(30, 20)], false],
    ["exactly 90 days, open", [relapse(90)], true],
    ["90 days and a minute, open", [relapse(90 + MINUTE_MS / DAY_MS)], false],
    ["none", [], false],
    ["an open one 40 days old, but a later one 35 days old and closed", [relapse(40), relapse(35, 34)], false],
  ])("looks at the latest recorded relapse: %s", (_what, relapses, isWorse) => {
    // a run of three hours, so that it is no possible relapse of its own
    const history = [...daily(200, 101), ...daily(100, 1), entry(3 * HOUR_MS, walk(5))];
    expect(worsening(walk(5), history, relapses) !== null).toBe(isWorse);
  });
  it("waits while there is a recent infection, or heat", () => {
    expect(worsening({ ...walk(8), infection: ["cough"] })).toBeNull();
    expect(worsening({ ...walk(8), triggers: ["heat"] })).toBeNull();
    expect(worsening({ ...walk(8), triggers: ["stress"] })).not.toBeNull();
  });
  it("gives way to a possible relapse of its own", () => {
    const closed = [...daily(130, 41), ...daily(40, 3), entry(2 * DAY_MS, { scores: { vision: 6 } }), entry(DAY_MS, { scores: { vision: 6 } })];
    const partial = { history: closed, relapses: [relapse(32.5, 30)] };
    expect(fired({ scores: { vision: 9 } }, partial)).toContain("possible-relapse");
    expect(fired({ scores: { vision: 9 } }, partial)).not.toContain("relapse-worsening");
  });
  describe("by a new part", () => {
    /** Walking is worse for 20 days; vision too, since three days ago. */
    const withVision = [...daily(90, 21), ...daily(20, 4, walk(5)), ...daily(3, 1, { scores: { walking: 5, vision: 5 } })];
    it.each([
      { after: "3 days", relapses: [relapse(6)], isWorse: false },
      { after: "3 days and a minute", relapses: [relapse(6 + MINUTE_MS / DAY_MS)], isWorse: true },
    ])("that starts $after after the latest: $isWorse", ({ relapses, isWorse }) => {
      const found = worsening({ scores: { walking: 5, vision: 4 } }, withVision, relapses);
      expect(found?.runs.some(({ group }) => group === "vision") ?? false).toBe(isWorse);
    });
    it("of its own duration, of a recorded relapse, and less than 30 days after the latest", () => {
      const parts = (relapses: RecordedRelapse[], history = withVision) => worsening({ scores: { walking: 5, vision: 4 } }, history, relapses)?.runs.map(({ group }) => group) ?? [];
      expect(parts([relapse(10)])).toContain("vision");
      expect(parts([relapse(33)])).not.toContain("vision");
      expect(parts([relapse(10)], [...withVision.slice(0, -3), ...daily(3, 1, walk(5)), entry(HOUR_MS, { scores: { walking: 5, vision: 5 } })])).not.toContain("vision");
    });
  });
  it("names runs, scores and the other inputs as evidence", () => {
    const { alerts } = judge(walk(8), { history: IN_RELAPSE, relapses: [relapse(10.5)] });
    const evidence = Object.fromEntries(alerts.find(({ ruleId }) => ruleId === "relapse-worsening")!.evidence.map(({ field, value }) => [field, value]));
    expect(evidence).toEqual({
      "run.walking": new Date(NOW.getTime() - 10 * DAY_MS).toISOString(), "scores.walking": 8, "usual.walking": 2,
      "recent.infection": "not-asked", "recent.heat": "not-asked", "relapses.last": relapse(10.5).startedAt.toISOString(),
    });
    const without = judge(walk(8), { history: daily(10, 1, walk(5)), relapses: [relapse(10.5)] }).alerts.find(({ ruleId }) => ruleId === "relapse-worsening")!;
    expect(without.evidence.map(({ field }) => field)).toEqual(["scores.walking", "recent.infection", "recent.heat", "relapses.last"]);
  });
});
