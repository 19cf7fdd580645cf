import { describe, expect, it } from "vitest";
import { judgeDiary } from "@/prisma/demo/judge";
import { DEMO_SEED, generatePerson, type DemoPersonKind } from "@/prisma/demo/person";

const options = { lastDay: "2026-11-15", timeZone: "Europe/London" };

function alertsOf(kind: DemoPersonKind, seed: number, days?: number): string[] {
  return judgeDiary(generatePerson(kind, { ...options, seed, ...(days && { days }) }))
    .flatMap(({ checkIn, evaluation }) => evaluation.alerts.filter(({ tier }) => tier === "EMERGENCY").map(({ ruleId }) => `${checkIn.day} ${ruleId}`));
}

describe("the rules over the demo diaries", () => {
  it("raise an emergency on the third evening of the optic neuritis, and at no other time", () => {
    expect(alertsOf("relapsing", DEMO_SEED)).toEqual(["2026-09-30 vision-sudden-loss", "2026-09-30 eye-pain-vision-drop"]);
  });

  it.each([DEMO_SEED, 101, 102, 103])("raise no emergency for the stable person in two years (seed %i)", (seed) => {
    expect(alertsOf("stable", seed)).toEqual([]);
  });

  it.each([DEMO_SEED, 101, 102, 103])("raise no emergency for the person who has long used a wheelchair (seed %i)", (seed) => {
    expect(alertsOf("wheelchair", seed)).toEqual([]);
  });

  it("could all be run", () => {
    for (const kind of ["relapsing", "stable", "wheelchair"] as const) {
      expect(judgeDiary(generatePerson(kind, { ...options, seed: DEMO_SEED })).flatMap(({ evaluation }) => evaluation.couldNotCheck)).toEqual([]);
    }
  });
});
