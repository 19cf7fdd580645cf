import { describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/domain/time";
import { moveQuestion, nearness, nextVisit, sortVisits, type Visit } from "@/lib/domain/visits/visit";

const TODAY = "2026-11-21";
const visit = (id: string, day: string, time: string | null = null): Visit => ({ id, day, time, withWhom: null, questions: [], mainConcern: null, agreed: null });

describe("nextVisit", () => {
  it("takes the nearest of those to come, whatever order they are in", () => {
    expect(nextVisit([visit("c", "2027-01-01"), visit("a", "2026-11-20"), visit("b", "2026-11-30")], TODAY)?.id).toBe("b");
  });
  it("still counts a visit of today, whatever its time, and no visit of yesterday", () => {
    expect(nextVisit([visit("early", TODAY, "00:00"), visit("later", addDays(TODAY, 1))], TODAY)?.id).toBe("early");
    expect(nextVisit([visit("yesterday", addDays(TODAY, -1), "23:59")], TODAY)).toBeNull();
  });
  it("is null without visits", () => {
    expect(nextVisit([], TODAY)).toBeNull();
  });
  it("puts those of one day by the clock, and without a time last", () => {
    const one = [visit("none", TODAY), visit("noon", TODAY, "12:00"), visit("nine", TODAY, "09:05")];
    expect(sortVisits(one, TODAY).coming.map(({ id }) => id)).toEqual(["nine", "noon", "none"]);
  });
  it.each([
    { zone: "Pacific/Kiritimati", next: null }, // there it is the 22nd already
    { zone: "Asia/Kathmandu", next: "of the 21st" },
    { zone: "Pacific/Pago_Pago", next: "of the 21st" },
  ])("reads the same visit by the date in $zone", ({ zone, next }) => {
    const now = new Date("2026-11-21T11:00:00Z");
    expect(nextVisit([visit("of the 21st", "2026-11-21")], dayOf(now, zone))?.id ?? null).toBe(next);
  });
});

describe("sortVisits", () => {
  it("shows the newest of the past first", () => {
    const { coming, past } = sortVisits([visit("old", "2020-01-01"), visit("last", "2026-11-20"), visit("next", TODAY)], TODAY);
    expect(past.map(({ id }) => id)).toEqual(["last", "old"]);
    expect(coming.map(({ id }) => id)).toEqual(["next"]);
  });
});

describe("nearness", () => {
  it.each([[-1, null], [0, "today"], [1, "tomorrow"], [2, "this-week"], [6, "this-week"], [7, "soon"], [14, "soon"], [15, null]] as const)(
    "says of a visit %s days away: %s", (days, expected) => {
      expect(nearness(addDays(TODAY, days), TODAY)).toBe(expected);
    });
  it("counts calendar days, also over a change of the clocks", () => {
    expect(nearness("2026-03-29", "2026-03-28")).toBe("tomorrow");
    expect(nearness("2026-11-08", "2026-10-25")).toBe("soon");
  });
});

describe("moveQuestion", () => {
  it("swaps with the one above or below", () => {
    expect(moveQuestion(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(moveQuestion(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
  });
  it("changes nothing at the ends, and not the list it was given", () => {
    const list = ["a", "b"];
    expect(moveQuestion(list, 0, -1)).toEqual(["a", "b"]);
    expect(moveQuestion(list, 1, 1)).toEqual(["a", "b"]);
    moveQuestion(list, 0, 1);
    expect(list).toEqual(["a", "b"]);
  });
});
