import { describe, expect, it } from "vitest";
import { addMonths, firstDayOf, lastDayOf, monthOf, parseMonth } from "@/lib/domain/check-in/month";

describe("parseMonth", () => {
  it.each(["2026-01", "2026-12", "1999-10"])("takes %s", (month) => expect(parseMonth(month)).toBe(month));
  it.each(["2026-00", "2026-13", "2026-1", "26-01", "2026-10-01", "", "0001-01", "x"])("refuses \"%s\"", (month) => expect(parseMonth(month)).toBeNull());
  it.each([[undefined], [["2026-10", "2026-11"]], [202610]])("refuses %j", (month) => expect(parseMonth(month)).toBeNull());
});

describe("the days of a month", () => {
  it.each([
    ["2026-02", "2026-02-01", "2026-02-28"], ["2028-02", "2028-02-01", "2028-02-29"], ["2026-12", "2026-12-01", "2026-12-31"],
  ])("of %s are %s to %s", (month, first, last) => expect([firstDayOf(month), lastDayOf(month)]).toEqual([first, last]));
  it("know their month", () => expect(monthOf("2026-10-31")).toBe("2026-10"));
});

describe("addMonths", () => {
  it.each([["2026-10", 1, "2026-11"], ["2026-12", 1, "2027-01"], ["2026-01", -1, "2025-12"], ["2026-05", -17, "2024-12"], ["2026-05", 0, "2026-05"]])(
    "%s and %i is %s", (month, count, other) => expect(addMonths(month, count)).toBe(other));
});
