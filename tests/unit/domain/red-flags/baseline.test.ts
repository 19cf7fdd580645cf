import { describe, expect, it } from "vitest";
import { baselineOf } from "@/lib/domain/red-flags/baseline";
import { prepare } from "@/lib/domain/red-flags/findings";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { context, daily, entry, NOW, STABLE, type Entry } from "./diary";

const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const numbness = (values: number[], newest = 8) => values.map((value, i) => entry((newest + i) * DAY_MS, { scores: { numbness: value } }));
const baseline = (history: ReturnType<typeof daily>, profile = {}, relapses: { startedAt: Date; endedAt?: Date }[] = []) =>
  baselineOf("numbness", NOW, history, relapses, profile);

describe("baselineOf", () => {
  it("is the median of the day values, and their nearest-rank percentiles", () => {
    const twenty = numbness([...Array<number>(18).fill(2), 5, 9]);
    expect(baseline(twenty)).toEqual({ median: 2, top: 5, low: 2, high: 2, days: 20, from: "diary" });
  });

  it("takes the mean of the middle two, for a date and for the dates", () => {
    const sameDay = [entry(8 * DAY_MS, { scores: { numbness: 4 } }), entry(8 * DAY_MS + HOUR_MS, { scores: { numbness: 7 } })];
    expect(baseline([...sameDay, ...numbness([0, 1, 2, 3, 9], 9)])).toMatchObject({ median: 2.5, days: 6, top: 9 });
    expect(baseline([...sameDay, ...numbness([9, 9, 9, 9], 9)])).toMatchObject({ low: 5.5 });
  });

  it.each([
    { newest: "exactly 7 days old does not count", history: [entry(7 * DAY_MS), ...daily(8, 11)], known: false },
    { newest: "a millisecond older counts", history: [entry(7 * DAY_MS + 1), ...daily(9, 12)], known: true },
    { newest: "five of exactly 180 days and less count", history: daily(176, 180), known: true },
    { newest: "a millisecond older than 180 days does not", history: [...daily(176, 179), entry(180 * DAY_MS + 1)], known: false },
  ])("$newest", ({ history, known }) => {
    expect(baseline(history) !== null).toBe(known);
  });

  it("widens from 60 to 180 days only when 60 hold fewer than 5 dates", () => {
    const old = daily(61, 100, { scores: { numbness: 8 } });
    expect(baseline([...daily(8, 12), ...old])).toMatchObject({ median: 2, days: 5 });
    expect(baseline([...daily(8, 11), ...old])).toMatchObject({ median: 8, days: 44 });
    expect(baseline([...daily(8, 11), entry(60 * DAY_MS), ...old])).toMatchObject({ median: 2, days: 5 });
  });

  it("falls back to the profile, and to nothing", () => {
    const usual = { usual: { scores: { fatigue: 1, numbness: 3, vision: 0, walking: 0 } } };
    expect(baseline(daily(8, 11), usual)).toEqual({ median: 3, top: 3, low: 3, high: 3, days: 0, from: "profile" });
    expect(baseline(daily(8, 11))).toBeNull();
  });

  const spoiled: [string, Entry][] = [["fever", { temperatureC: 38 }], ["an infection sign", { infection: ["cough"] }], ["heat", { triggers: ["heat"] }], ["exercise", { triggers: ["exercise"] }]];
  it.each(spoiled)("leaves out check-ins with %s", (_name, fields) => {
    expect(baseline([...daily(8, 11), entry(12 * DAY_MS, fields)])).toBeNull();
  });
  it("keeps a cold, and cloudy urine of a catheter user", () => {
    expect(baseline([...daily(8, 11), entry(12 * DAY_MS, { infection: ["cold"] })])).not.toBeNull();
    expect(baseline([...daily(8, 11), entry(12 * DAY_MS, { infection: ["cloudy-urine"] })])).toBeNull();
    expect(baseline([...daily(8, 11), entry(12 * DAY_MS, { infection: ["cloudy-urine"] })], { usual: { bladder: "catheter" } })).not.toBeNull();
  });
  it("leaves out a recorded relapse, both ends included; an open one ends after 90 days here", () => {
    expect(baseline(daily(8, 12), {}, [{ startedAt: ago(20), endedAt: ago(12) }])).toBeNull();
    expect(baseline(daily(8, 12), {}, [{ startedAt: ago(20), endedAt: new Date(ago(12).getTime() - 1) }])).not.toBeNull();
    expect(baseline(daily(8, 12), {}, [{ startedAt: ago(102) }])).toBeNull();
    expect(baseline(daily(8, 12), {}, [{ startedAt: new Date(ago(102).getTime() - 1) }])).not.toBeNull();
  });

  it("ignores check-ins after its moment and groups by the date each check-in carries", () => {
    expect(baselineOf("numbness", ago(30), daily(37, 41), [], {})).toBeNull();
    expect(baselineOf("numbness", ago(30), [...daily(1, 29, { scores: { numbness: 9 } }), ...daily(38, 42)], [], {})).toMatchObject({ median: 2, days: 5 });
    const tokyo = daily(8, 12).map((x, i) => (i === 0 ? { ...x, day: daily(8, 12)[1]!.day } : x));
    expect(baseline(tokyo)).toBeNull();
  });
});

describe("isElevated", () => {
  const steady = { history: STABLE };
  it.each([
    { score: "numbness" as const, value: 3, elevated: false },
    { score: "numbness" as const, value: 4, elevated: true },
    { score: "fatigue" as const, value: 6, elevated: false },
    { score: "fatigue" as const, value: 7, elevated: true },
  ])("$score at $value against a steady usual: $elevated", ({ score, value, elevated }) => {
    expect(prepare(entry(0, { scores: { [score]: value } }), context(steady)).change.isElevated(score)).toBe(elevated);
  });

  it("asks for more than the usual range, which is wider in the heat of people who log hot days", () => {
    const swinging = [...daily(60, 11), ...daily(10, 8, { scores: { numbness: 5 } })];
    expect(prepare(entry(0, { scores: { numbness: 5 } }), context({ history: swinging })).change.isElevated("numbness")).toBe(false);
    expect(prepare(entry(0, { scores: { numbness: 6 } }), context({ history: swinging })).change.isElevated("numbness")).toBe(true);
    const hot = (days: number) => [...STABLE, ...daily(100, 101 - days, { scores: { numbness: 6 }, triggers: ["heat"] })];
    const today = (value: number) => entry(0, { scores: { numbness: value }, triggers: ["exercise"] });
    expect(prepare(today(6), context({ history: hot(5) })).change.isElevated("numbness")).toBe(false);
    expect(prepare(today(7), context({ history: hot(5) })).change.isElevated("numbness")).toBe(true);
    expect(prepare(today(6), context({ history: hot(4) })).change.isElevated("numbness")).toBe(true);
    expect(prepare(entry(0, { scores: { numbness: 6 } }), context({ history: hot(5) })).change.isElevated("numbness")).toBe(true);
  });

  it.each([
    { onset: "days" as const, value: 3, elevated: true },
    { onset: "sudden" as const, value: 2, elevated: false },
    { onset: "gradual" as const, value: 4, elevated: true },
    { onset: "usual" as const, value: 5, elevated: false },
  ])("told $onset at $value: $elevated", ({ onset, value, elevated }) => {
    expect(prepare(entry(0, { scores: { numbness: value }, onset: { numbness: onset } }), context(steady)).change.isElevated("numbness")).toBe(elevated);
  });
  it("drops a contradicted 'usual'", () => {
    expect(prepare(entry(0, { scores: { numbness: 6 }, onset: { numbness: "usual" } }), context(steady)).change.isElevated("numbness")).toBe(true);
  });
  it("without a baseline goes by what the person says: 3 and more", () => {
    const told = (value: number) => entry(0, { scores: { numbness: value }, onset: { numbness: "hours" } });
    expect([2, 3].map((value) => prepare(told(value), context()).change.isElevated("numbness"))).toEqual([false, true]);
    expect(prepare(entry(0, { scores: { numbness: 10 } }), context()).change.isElevated("numbness")).toBe(false);
  });
});
