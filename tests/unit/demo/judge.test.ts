import { describe, expect, it } from "vitest";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { screensOnOpening } from "@/lib/domain/alerts/cards";
import type { Tier } from "@/lib/domain/red-flags/rule";
import { DEMO_DIARIES } from "@/prisma/demo/cast";
import { judgeDiary } from "@/prisma/demo/judge";
import { DEMO_SEED, generatePerson, type DemoPersonKind } from "@/prisma/demo/person";
import { diaryRows } from "@/prisma/demo/rows";

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

describe("the alerts of the demo diaries", () => {
  const diaries = DEMO_DIARIES.map((diary) => ({ diary, rows: diaryRows(diary, "2026-11-21").alerts as { rule_id: string; tier: string; raised_at: Date; shown_at: Date | null; response: string | null; check_in_id: string; evidence: [] }[] }));
  it("were all shown and answered when they are alarms, and leave nothing open when the demo begins", () => {
    for (const { rows } of diaries) {
      expect(rows.filter(({ tier, response }) => (tier === "EMERGENCY" || tier === "URGENT") && response === null)).toEqual([]);
      const told = rows.map((row): ToldAlert => ({
        checkInId: row.check_in_id, revision: 1, ruleId: row.rule_id, ruleVersion: 1, tier: row.tier as Tier, evidence: row.evidence,
        recordedAt: row.raised_at, raisedAt: row.raised_at, shownAt: row.shown_at, response: row.response as ToldAlert["response"], respondedAt: null,
      }));
      expect(screensOnOpening(told, new Date("2026-11-21T08:00:00Z"))).toEqual([]);
    }
  });
  it("tell of the same run once", () => {
    const soon = diaries.flatMap(({ rows }) => rows.filter(({ tier }) => tier === "SOON"));
    expect(soon.some(({ shown_at }) => shown_at === null)).toBe(true);
    expect(soon.some(({ shown_at }) => shown_at !== null)).toBe(true);
  });
});
