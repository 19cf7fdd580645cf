import { describe, expect, it } from "vitest";
import { canStillFile, daysToChoose, endOfDay, instantOf } from "@/lib/domain/check-in/earlier";
import { levelOf } from "@/lib/domain/check-in/level";
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
