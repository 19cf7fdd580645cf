import { describe, expect, it } from "vitest";
import { isTracker } from "@/lib/domain/check-in/trackers";
import { isEdss, meanOfRuns, type WalkRun } from "@/lib/domain/measures/measure";
import { addDays, daysBetween } from "@/lib/domain/time";
import { DEMO_DIARIES } from "@/prisma/demo/cast";
import { COURSES } from "@/prisma/demo/course";
import { diaryRows, type Rows } from "@/prisma/demo/rows";

const TODAY = "2026-11-16";
const made = DEMO_DIARIES.map((diary) => ({ diary, rows: diaryRows(diary, TODAY) }));
const of = (rows: Rows, kind: string) => rows.filter((row) => row.kind === kind);

describe.each(made)("the course of demo diary $diary.id", ({ diary, rows }) => {
  it("is the same each time it is made", () => expect(diaryRows(diary, TODAY)).toEqual(rows));

  it("keeps trackers that are switched on, from 0 to 10, on most days and not on all", () => {
    const on = rows.diaries[0]!.trackers as string[];
    expect(on.length).toBeGreaterThan(0);
    expect(on.every(isTracker)).toBe(true);
    const kept = rows.check_ins.map(({ trackers }) => trackers as Record<string, number>);
    for (const trackers of kept) {
      expect([0, on.length]).toContain(Object.keys(trackers).length);
      for (const [name, value] of Object.entries(trackers)) {
        expect(on).toContain(name);
        expect(Number.isInteger(value) && value >= 0 && value <= 10, `${name} ${value}`).toBe(true);
      }
    }
    const share = kept.filter((trackers) => Object.keys(trackers).length > 0).length / kept.length;
    expect(share).toSatisfy((found: number) => found > 0.6 && found < 0.95);
  });

  it("has two runs for each timed walk of a check-in, with that check-in's time as their mean", () => {
    const walks = of(rows.measures, "timed-walk");
    const entered = rows.check_ins.flatMap(({ details }) => (details as { walking?: { timed25FootSeconds?: number } }).walking?.timed25FootSeconds ?? []);
    expect(walks.map(({ value }) => value)).toEqual(entered);
    for (const { value, details } of walks) expect(meanOfRuns((details as { runs: WalkRun[] }).runs)).toBe(value);
  });

  it("holds EDSS numbers that exist, and events of its own medicines, none ahead", () => {
    for (const { value } of of(rows.measures, "edss")) expect(isEdss(value as number)).toBe(true);
    const medicines = rows.medicines.map(({ medicine_id }) => medicine_id);
    for (const { medicine_id, day } of rows.medicine_events) {
      expect(medicines).toContain(medicine_id);
      expect(String(day) < TODAY).toBe(true);
    }
  });

  it("has at most three questions a visit", () => {
    for (const { questions } of rows.visits) expect((questions as string[]).length).toBeLessThanOrEqual(3);
  });

  it("names medicines that the person has", () => {
    const { medicines, missed, taken } = COURSES[diary.kind];
    const names = rows.medicines.map(({ name }) => name);
    for (const name of [...Object.keys(medicines), ...Object.keys(missed), ...Object.keys(taken)]) expect(names).toContain(name);
  });
});

describe("the demo patient", () => {
  const [{ rows }] = made as [(typeof made)[number]];

  it("has steroids that belong to the relapse in which they began", () => {
    const steroids = rows.medicines.filter((medicine) => medicine.class === "steroid-course");
    expect(steroids).toHaveLength(1);
    const relapse = rows.relapses.find(({ relapse_id }) => relapse_id === steroids[0]!.relapse_id);
    expect(relapse).toMatchObject({ symptoms: ["vision"], sides: ["left"], status: "confirmed-by-team" });
  });

  it("tells of an old relapse by its month, from the first to the last day", () => {
    const [past] = rows.relapses.filter(({ start_precision }) => start_precision === "month");
    expect(String(past!.started_on)).toMatch(/-01$/);
    expect(addDays(String(past!.ended_on), 1)).toMatch(/-01$/);
    expect(daysBetween(String(past!.started_on), TODAY)).toBeGreaterThan(1_200);
  });

  it("has a visit in the next two weeks", () => {
    expect(rows.visits.filter(({ day }) => daysBetween(TODAY, String(day)) > 0).map(({ day }) => daysBetween(TODAY, String(day)))).toEqual([8]);
  });
});
