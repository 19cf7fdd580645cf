import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asTold, dateProblems, datesOf, firstDayIn, lastDayIn, OWN_WORDS, ownWordOf, precisionOf, statusOf, TEAM_WORDS, type Dates } from "@/lib/domain/relapse/record";
import { DAY_MS, dayOf, startOfDay } from "@/lib/domain/time";

const ZONE = "Europe/London";
const NOW = new Date("2026-11-21T15:00:00Z");
const TODAY = "2026-11-21";
const dates = (started: string, ended: string | null, known?: Dates) => datesOf({ started, ended }, ZONE, NOW, known);

describe("a date as far as it is known", () => {
  it("is a month from its first to its last day, and is never told as a day", () => {
    expect([firstDayIn("2024-02"), lastDayIn("2024-02"), precisionOf("2024-02")]).toEqual(["2024-02-01", "2024-02-29", "month"]);
    expect([firstDayIn("2024-02-10"), lastDayIn("2024-02-10"), precisionOf("2024-02-10")]).toEqual(["2024-02-10", "2024-02-10", "day"]);
    expect([asTold("2024-02-01", "month"), asTold("2024-02-01", "day")]).toEqual(["2024-02", "2024-02-01"]);
  });
  it("comes back as it was told", () => {
    const told = fc.tuple(fc.integer({ min: 1950, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.boolean()).map(([year, month, day, isMonth]) =>
      `${year}-${String(month).padStart(2, "0")}${isMonth ? "" : `-${String(day).padStart(2, "0")}`}`);
    fc.assert(fc.property(told, told, (started, ended) => {
      fc.pre(dateProblems({ started, ended }, TODAY) === null);
      const stored = dates(started, ended);
      expect([asTold(stored.startedOn, stored.startPrecision), asTold(stored.endedOn!, stored.endPrecision!)]).toEqual([started, ended]);
      expect(stored.endedOn! >= stored.startedOn && stored.endedAt! >= stored.startedAt).toBe(true);
    }));
  });
});

describe("datesOf", () => {
  it("runs from the first moment of the first day to the last moment of the last, in the person's zone", () => {
    expect(dates("2026-06", "2026-06")).toEqual({
      startedOn: "2026-06-01", startPrecision: "month", startedAt: new Date("2026-05-31T23:00:00Z"),
      endedOn: "2026-06-30", endPrecision: "month", endedAt: new Date("2026-06-30T22:59:59.999Z"),
    });
  });
  it("ends nothing ahead of now: the rules would read it as not over yet", () => {
    expect(dates("2026-11-01", TODAY).endedAt).toEqual(NOW);
  });
  it("keeps the hour of a start whose day was not changed, and only of that", () => {
    const found = { ...dates("2026-11-10", null), startedAt: new Date("2026-11-10T18:20:00Z") };
    expect(dates("2026-11-10", "2026-11-12", found).startedAt).toEqual(found.startedAt);
    expect(dates("2026-11-09", null, found).startedAt).toEqual(startOfDay("2026-11-09", ZONE));
    expect(dates("2026-11", null, { ...found, startedOn: "2026-11-01" }).startedAt).toEqual(startOfDay("2026-11-01", ZONE));
  });
  it("keeps the moment it was closed, and ends no earlier than it began", () => {
    const closed = dates("2026-11-10", TODAY);
    expect(datesOf({ started: "2026-11-10", ended: TODAY }, ZONE, new Date(NOW.getTime() + DAY_MS), closed).endedAt).toEqual(NOW);
    const late = { ...dates(TODAY, null), startedAt: new Date(NOW.getTime() + 60_000) };
    expect(dates(TODAY, TODAY, late).endedAt).toEqual(late.startedAt);
  });
});

describe("dateProblems", () => {
  it.each([
    ["2026-11-21", null, null], ["2026-11-22", null, { started: "relapse.startAhead" }], ["2026-11", null, null], ["2026-12", null, { started: "relapse.startAhead" }],
    ["2026-11-10", "2026-11-10", null], ["2026-11-10", "2026-11-09", { ended: "relapse.endsBeforeStart" }], ["2026-11-10", "2026-11-22", { ended: "relapse.endAhead" }],
    ["2026-11-10", "2026-11", { ended: "relapse.endThisMonth" }], ["2026-10-10", "2026-10", null], ["2026-11-10", "2026-12", { ended: "relapse.endAhead" }], ["2024-03", "2024-03", null], ["2024-03", "2024-02", { ended: "relapse.endsBeforeStart" }],
  ])("from %s to %s: %j", (started, ended, problems) => expect(dateProblems({ started, ended }, TODAY)).toEqual(problems));
});

describe("the status", () => {
  it.each([
    [null, null, "possible"], [null, "not-sure", "possible"], ["relapse", null, "confirmed-by-me"], ["relapse", "not-sure", "confirmed-by-me"], ["not-a-relapse", null, "not-a-relapse"],
    ["relapse", "not-a-relapse", "not-a-relapse"], ["not-a-relapse", "relapse", "confirmed-by-team"], [null, "relapse", "confirmed-by-team"], [null, "not-a-relapse", "not-a-relapse"],
  ] as const)("own word %s, team %s: %s", (own, team, status) => expect(statusOf(own, team)).toBe(status));
  it("is confirmed by nobody who did not say so, and comes back from its words", () => {
    for (const own of [null, ...OWN_WORDS]) for (const team of [null, ...TEAM_WORDS]) {
      const status = statusOf(own, team);
      expect(status.startsWith("confirmed")).toBe(team === "relapse" || (own === "relapse" && team !== "not-a-relapse"));
      expect(statusOf(ownWordOf(status, team), team)).toBe(status);
    }
  });
});

describe("startOfDay", () => {
  it.each([
    ["2026-11-21", "UTC", "2026-11-21T00:00:00.000Z"], ["2026-11-21", "Asia/Kathmandu", "2026-11-20T18:15:00.000Z"], ["2026-11-21", "Pacific/Kiritimati", "2026-11-20T10:00:00.000Z"],
    ["2026-11-21", "Pacific/Pago_Pago", "2026-11-21T11:00:00.000Z"], ["2026-03-29", "Europe/London", "2026-03-29T00:00:00.000Z"], ["2024-09-08", "America/Santiago", "2024-09-08T04:00:00.000Z"],
  ])("of %s in %s is %s, also where the clocks skip midnight", (day, zone, instant) => {
    expect(startOfDay(day, zone).toISOString()).toBe(instant);
    expect([dayOf(startOfDay(day, zone), zone), dayOf(new Date(startOfDay(day, zone).getTime() - 1), zone) < day]).toEqual([day, true]);
  });
});
