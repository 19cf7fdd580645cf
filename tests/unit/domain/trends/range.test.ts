import { describe, expect, it } from "vitest";
import { isMeanRange, parseRange, stepOf, windowOf } from "@/lib/domain/trends/range";

describe("parseRange", () => {
  it.each(["14", "30", "90", "365", "all"] as const)("knows %s", (range) => expect(parseRange(range)).toBe(range));
  it.each([undefined, "", "31", "0x1e", ["30", "90"]])("reads %j as 3 months", (value) => expect(parseRange(value)).toBe("90"));
});

describe("windowOf", () => {
  it.each([
    { range: "30", from: "2026-10-17", days: 30 },
    { range: "90", from: "2026-08-18", days: 90 },
    { range: "365", from: "2025-11-16", days: 365 },
  ] as const)("ends today and counts it: $range", ({ range, from, days }) => {
    expect(windowOf(range, "2026-11-15", "2020-01-01")).toEqual({ from, days });
  });
  it("begins with the first entry when all is shown", () => {
    expect(windowOf("all", "2026-11-15", "2025-11-16")).toEqual({ from: "2025-11-16", days: 365 });
  });
  it("shows whole weeks of a longer time, the first entry within the first", () => {
    expect(windowOf("all", "2026-11-15", "2024-11-16")).toEqual({ from: "2024-11-11", days: 735 });
  });
  it.each([null, "2026-11-15", "2026-11-03"])("shows two weeks at least: first entry %s", (first) => {
    expect(windowOf("all", "2026-11-15", first)).toEqual({ from: "2026-11-02", days: 14 });
  });
  it("crosses a leap day and a change of clocks without losing a day", () => {
    expect(windowOf("90", "2028-03-31", null).from).toBe("2028-01-02");
  });
});

describe("isMeanRange", () => {
  it.each([[89, false], [90, true], [400, true], [406, false]])("%i days: %s", (days, is) => expect(isMeanRange(days)).toBe(is));
});

describe("stepOf", () => {
  it.each([[400, 1], [401, 7], [1_470, 7], [1_471, 28]])("%i days: a point for %i", (days, step) => expect(stepOf(days)).toBe(step));
});
