import { describe, expect, it } from "vitest";
import { relapseDates } from "@/components/relapse/relapse-dates";

const TODAY = "2026-11-21";
const words = (startedOn: string, startPrecision: "day" | "month", endedOn: string | null, endPrecision: "day" | "month" | null, isOver = false) => {
  const { key, values } = relapseDates({ startedOn, startPrecision, endedOn, endPrecision }, TODAY, (days) => `${days} days`, isOver);
  return [key, ...Object.values(values)];
};

describe("the dates of a relapse", () => {
  it("tell days with their length where both are known", () => {
    expect(words("2026-09-28", "day", "2026-10-18", "day")).toEqual(["fromToLong", "28 Sep", "18 Oct", "21 days"]);
    expect(words("2026-11-12", "day", null, null)).toEqual(["sinceLong", "12 November", "10 days"]);
    expect(words("2025-12-28", "day", "2026-01-03", "day")).toEqual(["fromToLong", "28 Dec 2025", "3 Jan", "7 days"]);
  });
  it("never tell a day of what is known to the month, nor a length", () => {
    expect(words("2024-03-01", "month", "2024-05-31", "month")).toEqual(["fromToPlain", "March 2024", "May 2024"]);
    expect(words("2024-03-01", "month", "2024-03-31", "month")).toEqual(["inMonth", "March 2024"]);
    expect(words("2024-03-01", "month", null, null)).toEqual(["sinceMonth", "March 2024"]);
    expect(words("2024-03-05", "day", "2024-05-31", "month")).toEqual(["fromToPlain", "5 Mar 2024", "May 2024"]);
    expect(words("2024-03-01", "month", "2024-04-05", "day")).toEqual(["fromToPlain", "March 2024", "5 Apr 2024"]);
  });
  it("do not let what was no relapse last until today", () => {
    expect(words("2026-11-12", "day", null, null, true)).toEqual(["began", "12 November"]);
    expect(words("2024-03-01", "month", null, null, true)).toEqual(["began", "March 2024"]);
  });
});
