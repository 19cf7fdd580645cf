import { describe, expect, it } from "vitest";
import { runFacts, runLength } from "@/components/relapse/run-facts";

const since = new Date("2026-11-14T08:00:00Z");
const after = (hours: number) => new Date(since.getTime() + hours * 3_600_000);

describe("runFacts", () => {
  it("is null without a run", () => {
    expect(runFacts([{ field: "infection", value: ["burning-urine"] }])).toBeNull();
  });
  it("puts the run that began first on top, and reads no answer out of silence", () => {
    const facts = runFacts([
      { field: "run.fatigue", value: "2026-11-14T08:00:00Z" }, { field: "run.vision", value: "2026-11-13T08:00:00Z" }, { field: "scores.vision", value: 5 }, { field: "onset.vision", value: "days" },
    ])!;
    expect(facts.runs.map(({ group }) => group)).toEqual(["vision", "fatigue"]);
    expect(facts.runs.map(({ isToldOverDays }) => isToldOverDays)).toEqual([true, false]);
    expect(facts.scores).toEqual([{ name: "vision", now: 5, usual: null }]);
    expect(facts).toMatchObject({ infection: null, heat: null, lastRelapse: null, isToldOverDays: true });
  });
  it("keeps no, not asked and what was seen apart", () => {
    const of = (value: string | string[]) => runFacts([{ field: "run.walking", value: since.toISOString() }, { field: "recent.infection", value }])!.infection;
    expect([of("no"), of("not-asked"), of(["fever"])]).toEqual(["no", "not-asked", ["fever"]]);
  });
});

describe("runLength", () => {
  it.each([
    { hours: 0.9, key: "lessThanHour" }, { hours: 1, key: "hour" }, { hours: 2, key: "hours" }, { hours: 23.99, key: "hours" }, { hours: 24, key: "overDay" },
    { hours: 47.99, key: "overDay" }, { hours: 48, key: "days" }, { hours: -1, key: "lessThanHour" },
  ])("words $hours h as $key", ({ hours, key }) => {
    expect(runLength(since, after(hours)).key).toBe(key);
  });
});
