import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATE_ORDERS, possibleOrders, readDay } from "@/lib/domain/import/read-day";

describe("readDay", () => {
  it.each([
    ["2021-12-08", "year-first", "2021-12-08"],
    ["2021-12-08T23:30:00Z", "day-first", "2021-12-08"],
    ["2021-12-08 07:15", "month-first", "2021-12-08"],
    ["8th Dec 2021", "month-first", "2021-12-08"],
    ["1st January 2022", "day-first", "2022-01-01"],
    ["Wed, 8 Dec 2021", "month-first", "2021-12-08"],
    ["December 8, 2021", "day-first", "2021-12-08"],
    ["03/04/2021", "day-first", "2021-04-03"],
    ["03/04/2021", "month-first", "2021-03-04"],
    ["3.4.21", "day-first", "2021-04-03"],
  ] as const)("reads %s (%s) as %s", (text, order, day) => expect(readDay(text, order)).toBe(day));

  it.each(["", "yesterday", "31/02/2021", "2021-02-30", "13/13/2021", "8th Foo 2021", "03/04/2021x", "1989-12-31", "44538"])(
    "does not guess a day from %j", (text) => expect(readDay(text, "day-first")).toBeNull());
  it("reads no date of numbers where the year must come first", () => expect(readDay("03/04/2021", "year-first")).toBeNull());
  it("reads each written form of any day as that day", () => {
    fc.assert(fc.property(fc.date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = day.split("-").map(Number) as [number, number, number];
      expect(readDay(`${dayOfMonth}.${month}.${year}`, "day-first")).toBe(day);
      expect(readDay(`${month}/${dayOfMonth}/${year}`, "month-first")).toBe(day);
      expect(readDay(date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }), "year-first")).toBe(day);
    }));
  });
});

describe("possibleOrders", () => {
  it("asks when day and month could be either", () => expect(possibleOrders(["03/04/2021", "05/06/2021"])).toEqual(["day-first", "month-first"]));
  it("knows by a day above 12", () => {
    expect(possibleOrders(["03/04/2021", "13/04/2021"])).toEqual(["day-first"]);
    expect(possibleOrders(["03/04/2021", "03/13/2021"])).toEqual(["month-first"]);
  });
  it("need not ask where the year comes first or the month has a name", () => expect(possibleOrders(["2021-04-03", "8th Dec 2021", ""])).toEqual(["year-first"]));
  it("takes a column that is mostly no dates for none", () => expect(possibleOrders(["2021-04-03", "a", "b"])).toEqual([]));
  it("takes an empty column for none", () => expect(possibleOrders(["", ""])).toEqual([]));
  it("knows every order it names", () => expect(DATE_ORDERS).toHaveLength(3));
});
