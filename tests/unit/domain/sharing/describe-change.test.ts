import { describe, expect, it } from "vitest";
import type { Scores } from "@/lib/domain/check-in/check-in";
import type { Baseline } from "@/lib/domain/red-flags/baseline";
import { compareChange, describeChange, type UsualByScore } from "@/lib/domain/sharing/describe-change";
import { addDays } from "@/lib/domain/time";

const TODAY = "2026-11-21";
const USUAL: Scores = { fatigue: 4, numbness: 2, vision: 1, walking: 2 };
const usualOf = (median: number): Baseline => ({ median, top: median + 1, low: median - 1, high: median + 1, days: 40, from: "diary" });
const usual: UsualByScore = { fatigue: usualOf(4), numbness: usualOf(2), vision: usualOf(1), walking: usualOf(2) };
const diary = (days: number, scoresOn: (daysAgo: number) => Partial<Scores> = () => ({})) =>
  Array.from({ length: days }, (_, index) => days - 1 - index).map((daysAgo) => {
    const day = addDays(TODAY, -daysAgo);
    return { day, recordedAt: new Date(`${day}T08:00:00Z`), timeZone: "UTC", scores: { ...USUAL, ...scoresOn(daysAgo) } };
  });
const relapse = (status: string, endedOn: string | null) => [{ status, endedOn }];

describe("describeChange", () => {
  it("names the symptom that went furthest above its usual, also when it is back", () => {
    const checkIns = diary(84, (daysAgo) => (daysAgo > 30 && daysAgo < 45 ? { vision: 8, fatigue: 6 } : {}));
    expect(describeChange({ checkIns, usual, relapses: [], today: TODAY })).toMatchObject({ status: "as-usual", main: { score: "vision", points: 7 } });
  });
  it("names fatigue when nothing stands out", () => {
    expect(describeChange({ checkIns: diary(84), usual, relapses: [], today: TODAY }).main.score).toBe("fatigue");
  });
  it("says worse while a spell lasts", () => {
    expect(describeChange({ checkIns: diary(84, (daysAgo) => (daysAgo < 5 ? { walking: 6 } : {})), usual, relapses: [], today: TODAY }).status).toBe("worse");
  });
  it.each([
    { relapses: relapse("confirmed-by-team", null), status: "relapse" },
    { relapses: relapse("confirmed-by-me", addDays(TODAY, -83)), status: "relapse" },
    { relapses: relapse("confirmed-by-me", addDays(TODAY, -84)), status: "as-usual" },
    { relapses: relapse("possible", null), status: "possible-relapse" },
    { relapses: relapse("not-a-relapse", null), status: "as-usual" },
    { relapses: null, status: "as-usual" },
  ])("is $status after the relapse $relapses", ({ relapses, status }) => {
    expect(describeChange({ checkIns: diary(84), usual, relapses, today: TODAY }).status).toBe(status);
  });
  it.each([{ days: 20, status: "few-entries" }, { days: 21, status: "as-usual" }])("calls $days days $status", ({ days, status }) => {
    expect(describeChange({ checkIns: diary(days), usual, relapses: [], today: TODAY }).status).toBe(status);
  });
  it("does not call a diary without a usual as usual", () => {
    expect(describeChange({ checkIns: diary(40), usual: { ...usual, vision: null }, relapses: [], today: TODAY }).status).toBe("no-usual");
  });
  it("sorts a relapse before a bad spell, and a larger change before a smaller one", () => {
    const change = (status: "relapse" | "worse" | "as-usual", points: number) => ({ status, main: { score: "vision" as const, points } });
    const sorted = [change("as-usual", 1), change("worse", 3), change("relapse", 2), change("as-usual", 2)].toSorted(compareChange);
    expect(sorted.map(({ status, main }) => `${status} ${main.points}`)).toEqual(["relapse 2", "worse 3", "as-usual 2", "as-usual 1"]);
  });
});
