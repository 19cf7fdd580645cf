import { describe, expect, it } from "vitest";
import { canStillFile, daysToChoose, endOfDay, instantOf } from "@/lib/domain/check-in/earlier";
import { levelOf } from "@/lib/domain/check-in/level";
import { dayValues, lastBefore } from "@/lib/domain/check-in/last";
import { readSeconds, readTemperature } from "@/lib/domain/check-in/numbers";
import { GROUP_CONTENT, ownSigns, contentOf } from "@/lib/domain/check-in/safety-groups";
import { SIGNS } from "@/lib/domain/check-in/vocabulary";

describe("levelOf", () => {
  it.each([[0, "none"], [1, "mild"], [3, "mild"], [4, "moderate"], [6, "moderate"], [7, "severe"], [10, "severe"]])("calls %i %s", (score, word) => {
    expect(levelOf(score)).toBe(word);
  });
});

describe("the safety groups", () => {
  it("hold every sign exactly once", () => {
    const shown = [...Object.values(GROUP_CONTENT).flatMap(({ signs }) => signs), ...ownSigns({ spinalLesion: true }, true)];
    expect([...shown].sort()).toEqual([...SIGNS].sort());
  });
  it("show the pump signs to people with a pump, and the flush to those it can hit", () => {
    expect(ownSigns({}, false)).toEqual([]);
    expect(ownSigns({}, true)).toEqual(["sudden-stiffness", "new-itch", "pump-alarm"]);
    expect(ownSigns({ usual: { bladder: "catheter" } }, false)).toEqual(["pounding-headache-flush"]);
    expect(ownSigns({ mobility: "wheelchair-full-time" }, false)).toEqual(["pounding-headache-flush"]);
  });
  it("do not ask a full-time wheelchair user how they walked", () => {
    expect(contentOf("walking", { mobility: "wheelchair-full-time" }, false).questions).not.toContain("walking.ability");
  });
});

describe("instantOf", () => {
  it.each([
    { zone: "Europe/London", day: "2026-01-05", time: "08:30", instant: "2026-01-05T08:30:00.000Z" },
    { zone: "Europe/London", day: "2026-07-05", time: "08:30", instant: "2026-07-05T07:30:00.000Z" },
    { zone: "Asia/Kathmandu", day: "2026-03-10", time: "00:10", instant: "2026-03-09T18:25:00.000Z" },
    { zone: "America/Los_Angeles", day: "2026-03-10", time: "23:59", instant: "2026-03-11T06:59:00.000Z" },
    { zone: "Europe/London", day: "2026-03-29", time: "00:30", instant: "2026-03-29T00:30:00.000Z" },
    { zone: "Europe/London", day: "2026-10-25", time: "01:30", instant: "2026-10-25T00:30:00.000Z" }, // occurs twice
    { zone: "Pacific/Auckland", day: "2026-03-10", time: "12:00", instant: "2026-03-09T23:00:00.000Z" },
  ])("reads $time on $day in $zone", ({ zone, day, time, instant }) => {
    expect(instantOf(day, time, zone).toISOString()).toBe(instant);
  });
  it("moves a time that the clock change skips behind the gap", () => {
    expect(instantOf("2026-03-29", "01:30", "Europe/London").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });
  it("ends a day at 23:59 there", () => {
    expect(endOfDay("2026-03-10", "Europe/London").toISOString()).toBe("2026-03-10T23:59:00.000Z");
  });
});

describe("the days to file under", () => {
  it("are today and the seven before", () => {
    const days = daysToChoose(new Date("2026-03-10T20:00Z"), "Asia/Kathmandu");
    expect(days).toHaveLength(8);
    expect([days[0], days[7]]).toEqual(["2026-03-11", "2026-03-04"]);
  });
  it("end after a week", () => {
    expect(canStillFile("2026-03-03", "2026-03-10")).toBe(true);
    expect(canStillFile("2026-03-02", "2026-03-10")).toBe(false);
  });
});

describe("typed numbers", () => {
  it.each([
    ["38", "C", 38], ["38,4", "C", 38.4], ["33.0", "C", 33], ["32.9", "C", null], ["43", "C", 43], ["43.1", "C", null],
    ["100.4", "F", 38], ["98,6", "F", 37], ["", "C", null], ["abc", "C", null], ["3e1", "C", null], ["-38", "C", null],
  ] as const)("reads %j %s as %s", (text, unit, celsius) => {
    expect(readTemperature(text, unit)).toBe(celsius);
  });
  it.each([["6.25", 6.3], ["2", 2], ["1.9", null], ["180", 180], ["180.1", null], ["", null]] as const)("reads a walk of %j seconds as %s", (text, seconds) => {
    expect(readSeconds(text)).toBe(seconds);
  });
});

describe("lastBefore", () => {
  const entry = (id: string, recordedAt: string, fatigue: number) => ({ id, recordedAt, day: recordedAt.slice(0, 10), scores: { fatigue, numbness: 0, vision: 0, walking: 0 } });
  const history = [entry("b", "2026-03-09T20:00:00.000Z", 5), entry("a", "2026-03-07T20:00:00.000Z", 3)];

  it("finds yesterday's newest entry", () => {
    expect(lastBefore([...history, entry("c", "2026-03-09T07:00:00.000Z", 9)], "2026-03-10", null, null)).toMatchObject({ daysBack: 1, scores: { fatigue: 5 } });
  });
  it("reaches three days back and no further", () => {
    expect(lastBefore(history, "2026-03-12", null, null)).toMatchObject({ daysBack: 3 });
    expect(lastBefore(history, "2026-03-13", null, null)).toBeNull();
  });
  it("leaves out the entry being corrected, and what came after a moment", () => {
    expect(lastBefore(history, "2026-03-09", null, "b")).toMatchObject({ day: "2026-03-07" });
    expect(lastBefore(history, "2026-03-09", new Date("2026-03-09T12:00Z"), null)).toMatchObject({ day: "2026-03-07" });
  });
  it("draws a missing day as a gap", () => {
    expect(dayValues(history, "fatigue", "2026-03-10", 4)).toEqual([3, null, 5, null]);
  });
});
