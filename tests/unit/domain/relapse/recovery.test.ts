import { describe, expect, it } from "vitest";
import type { JudgedCheckIn, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { recoveryOf } from "@/lib/domain/relapse/recovery-of";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/time";
import { context, daily, entry, fired, judge, NOW, USUAL, type Entry } from "../red-flags/diary";

const walk = (walking: number): Entry => ({ scores: { walking } });
const MINUTE = MINUTE_MS / DAY_MS;
const relapse = (startedDaysAgo: number, endedDaysAgo?: number): RecordedRelapse => ({
  startedAt: new Date(NOW.getTime() - startedDaysAgo * DAY_MS),
  ...(endedDaysAgo !== undefined && { endedAt: new Date(NOW.getTime() - endedDaysAgo * DAY_MS) }),
});
const recovery = (fields: Entry, partial: Partial<RuleContext>) => prepare(entry(0, fields), context(partial)).recovery;

describe("the usual of before an open relapse", () => {
  const median = (history: JudgedCheckIn[], partial: Partial<RuleContext> = {}) =>
    recovery({}, { history, relapses: [relapse(20)], ...partial }).usualBefore("walking")?.median;

  it("is the baseline of the 60 days before its start, the start left out", () => {
    expect(median([...daily(80, 76, walk(3)), ...daily(19, 1, walk(9))])).toBe(3);
    expect(median([...daily(80, 77, walk(3)), entry(20 * DAY_MS, walk(3))])).toBeUndefined();
  });
  it("widens to 180 days with fewer than five dates, both limits included", () => {
    expect(median([...daily(200, 197, walk(7)), ...daily(79, 79, walk(3))])).toBe(7);
    expect(median([entry((200 + MINUTE) * DAY_MS, walk(7)), ...daily(199, 197, walk(7)), ...daily(79, 79, walk(3))])).toBeUndefined();
    expect(median([...daily(90, 81, walk(9)), ...daily(80, 76, walk(3))])).toBe(3);
    expect(median([...daily(90, 81, walk(9)), entry((80 + MINUTE) * DAY_MS, walk(3)), ...daily(79, 76, walk(3))])).toBe(9);
  });
  it("leaves out what is not usable, and falls back on the profile", () => {
    expect(median(daily(80, 70, { ...walk(9), triggers: ["heat"] }))).toBeUndefined();
    expect(median([], { profile: { usual: { scores: { ...USUAL, walking: 4 } } } })).toBe(4);
  });
  it("belongs to the latest open relapse; without one there is none", () => {
    const history = [...daily(200, 150, walk(1)), ...daily(60, 21, walk(3))];
    expect(recovery({}, { history, relapses: [relapse(20), relapse(130)] }).usualBefore("walking")!.median).toBe(3);
    expect(recovery({}, { history, relapses: [relapse(20, 10)] }).usualBefore("walking")).toBeNull();
  });
});

describe("relapse-not-recovering", () => {
  const history = (start: number) => daily(start + 50, start + 1);
  const fires = (fields: Entry, start: number, partial: Partial<RuleContext> = {}) =>
    fired(fields, { history: history(start), relapses: [relapse(start)], ...partial }).includes("relapse-not-recovering");

  it.each([[90 - MINUTE, false], [90, true], [180, true], [180 + MINUTE, false]])("%f days after its start: %s", (start, isFiring) => {
    expect(fires(walk(4), start, { history: daily(240, 181) })).toBe(isFiring);
  });
  it.each<[Entry, boolean]>([
    [walk(4), true], [walk(3), false], [{ scores: { numbness: 4 } }, true], [{ scores: { vision: 3 } }, true], [{ scores: { fatigue: 10 } }, false],
  ])("%j: %s", (fields, isFiring) => {
    expect(fires(fields, 100)).toBe(isFiring);
  });
  it("is not for a relapse that ended, nor where no usual is known", () => {
    expect(fires(walk(9), 100, { relapses: [relapse(100, 20)] })).toBe(false);
    expect(fires(walk(9), 100, { history: [] })).toBe(false);
  });
  it("names the scores, the usual of before, and the relapse", () => {
    const { alerts } = judge(walk(5), { history: history(100), relapses: [relapse(100)] });
    expect(alerts.find(({ ruleId }) => ruleId === "relapse-not-recovering")!.evidence).toEqual([
      { field: "scores.walking", value: 5 }, { field: "usual.walking", value: 2 },
      { field: "relapses.last", value: relapse(100).startedAt.toISOString() },
    ]);
  });
});

describe("relapse-recovered", () => {
  const id = "relapse-recovered";
  const worse = [...daily(60, 21), ...daily(19, 8, walk(4))];
  const fires = (fields: Entry, history: JudgedCheckIn[], relapses = [relapse(20)], partial: Partial<RuleContext> = {}) =>
    fired(fields, { history, relapses, ...partial }).includes(id);

  it("fires when the last week is near the usual of before and the relapse was two above it", () => {
    expect(fires({}, [...worse, ...daily(7, 1)])).toBe(true);
    expect(fires({}, [...daily(60, 21), ...daily(19, 8, walk(3)), ...daily(7, 1)])).toBe(false);
    expect(fires({}, [...daily(60, 21), ...daily(19, 8, { scores: { fatigue: 9 } }), ...daily(7, 1)])).toBe(false);
  });
  it("takes the median day of the week, C included, one above at most", () => {
    expect(fires(walk(3), [...worse, ...daily(7, 1, walk(3))])).toBe(true);
    expect(fires(walk(4), [...worse, ...daily(7, 1, walk(4))])).toBe(false);
    expect(fires({}, [...worse, ...daily(6, 1, { scores: { fatigue: 6 } })])).toBe(false);
    expect(fires({ scores: { fatigue: 5 } }, [...worse, ...daily(6, 1, { scores: { fatigue: 5 } })])).toBe(true);
  });
  it("needs three dates in the last seven days", () => {
    expect(fires({}, [...worse, ...daily(2, 1)])).toBe(true);
    expect(fires({}, [...worse, ...daily(1, 1)])).toBe(false);
    expect(fires({}, [...daily(60, 21), ...daily(19, 9, walk(4)), entry(7 * DAY_MS), entry(DAY_MS)])).toBe(true);
  });
  it.each([[7, true], [7 - MINUTE, false]])("%f days after its start: %s", (start, isFiring) => {
    expect(fires({}, [...daily(60, 8), entry(7 * DAY_MS, walk(4)), ...daily(6, 1)], [relapse(start)])).toBe(isFiring);
  });
  it("a worse check-in counts from its start on, and once it is seven days old", () => {
    expect(fires({}, [...daily(60, 21), entry(20 * DAY_MS, walk(4)), ...daily(6, 1)])).toBe(true);
    expect(fires({}, [...daily(60, 21), entry((20 + MINUTE) * DAY_MS, walk(4)), ...daily(6, 1)])).toBe(false);
    expect(fires({}, [...daily(60, 21), entry((7 - MINUTE) * DAY_MS, walk(4)), ...daily(6, 1)])).toBe(false);
  });
  it("says nothing without a usual of before, without an open relapse, or beside an alarm", () => {
    expect(fires({}, [...daily(19, 8, walk(4)), ...daily(7, 1)])).toBe(false);
    expect(fires({}, [...worse, ...daily(7, 1)], [relapse(20, 5)])).toBe(false);
    expect(fires({ signs: ["swollen-leg"] }, [...worse, ...daily(7, 1)])).toBe(false);
    expect(fires({ infection: ["burning-urine"] }, [...worse, ...daily(7, 1)])).toBe(true);
  });
  it("names the relapse and the scores", () => {
    const { alerts } = judge({}, { history: [...worse, ...daily(7, 1)], relapses: [relapse(20)] });
    expect(alerts.find(({ ruleId }) => ruleId === id)!.evidence).toEqual([
      { field: "relapses.last", value: relapse(20).startedAt.toISOString() },
      { field: "scores.fatigue", value: 4 }, { field: "scores.numbness", value: 2 }, { field: "scores.vision", value: 1 }, { field: "scores.walking", value: 2 },
    ]);
  });
});

describe("how far a recovery has gone", () => {
  const halved = (fields: Entry, inRelapse: JudgedCheckIn[], partial: Partial<RuleContext> = {}) =>
    recovery(fields, { history: [...daily(60, 21), ...inRelapse], relapses: [relapse(20)], ...partial }).hasHalved();

  it.each([[6, false], [5, true], [2, true], [0, true]])("a peak of 8, six above the usual, and now %i: halved %s", (now, isHalved) => {
    expect(halved(walk(now), [entry(10 * DAY_MS, walk(8)), entry(5 * DAY_MS, walk(6))])).toBe(isHalved);
  });
  it("takes the focal scores together, and what lies below the usual is no credit", () => {
    const peak = [entry(10 * DAY_MS, { scores: { walking: 6, numbness: 6 } })];
    expect(halved({ scores: { walking: 6 } }, peak)).toBe(true);
    expect(halved({ scores: { walking: 6, numbness: 3 } }, peak)).toBe(false);
    expect(halved({ scores: { walking: 6, numbness: 3, vision: 0 } }, peak)).toBe(false);
    expect(halved({ scores: { fatigue: 10 } }, peak)).toBe(true);
  });
  it("is not halved where nothing ever stood above the usual", () => {
    expect(halved({}, [entry(10 * DAY_MS)])).toBe(false);
  });
  it("reads only the check-ins of the relapse", () => {
    expect(halved(walk(5), [entry((20 + MINUTE) * DAY_MS, walk(10)), entry(20 * DAY_MS, walk(6))])).toBe(false);
    expect(halved(walk(4), [entry(20 * DAY_MS, walk(6))])).toBe(true);
  });
  it("is unknown without an open relapse or a usual to compare with", () => {
    expect(halved(walk(2), [], { relapses: [] })).toBeNull();
    expect(halved(walk(2), [], { history: [] })).toBeNull();
  });
});

describe("recoveryOf", () => {
  const of = (fields: Entry, history: JudgedCheckIn[], relapses = [relapse(20)]) => recoveryOf(entry(0, fields), context({ history, relapses }));
  const worse = [...daily(60, 21), ...daily(19, 8, walk(8))];

  it("is recovered while the rule says so, partly from half the way on, and not yet before", () => {
    expect(of({}, [...worse, ...daily(7, 1)])).toBe("recovered");
    expect(of({}, [...worse, ...daily(7, 1, walk(5))])).toBe("partly");
    expect(of(walk(6), [...worse, ...daily(7, 1, walk(6))])).toBe("not-yet");
  });
  it("is not recovered beside an alarm", () => {
    expect(of({ signs: ["swollen-leg"] }, [...worse, ...daily(7, 1)])).toBe("partly");
  });
  it("is unknown without an open relapse or a usual of before", () => {
    expect(of({}, worse, [relapse(20, 5)])).toBeNull();
    expect(of({}, [])).toBeNull();
  });
});
