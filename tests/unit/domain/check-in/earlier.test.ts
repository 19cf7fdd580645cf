import { describe, expect, it } from "vitest";
import { daysToChoose, instantOf, problemOf } from "@/lib/domain/check-in/earlier";

const now = new Date("2026-03-10T20:00:00Z");

describe("problemOf", () => {
  it.each([
    { at: "2026-03-10T20:00:00.000Z", problem: null },
    { at: "2026-03-10T20:00:00.001Z", problem: "future" },
    { at: "2026-03-03T20:00:00.000Z", problem: null },
    { at: "2026-03-03T19:59:59.999Z", problem: "tooOld" },
  ])("says $problem for $at", ({ at, problem }) => {
    expect(problemOf(new Date(at), now)).toBe(problem);
  });
  it("refuses the morning of the oldest day that can be chosen, and takes its evening", () => {
    const oldest = daysToChoose(now, "Europe/London").at(-1)!;
    expect(problemOf(instantOf(oldest, "08:00", "Europe/London"), now)).toBe("tooOld");
    expect(problemOf(instantOf(oldest, "21:00", "Europe/London"), now)).toBeNull();
  });
});
