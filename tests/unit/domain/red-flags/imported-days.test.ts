import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { ImportedScores } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { baselineOf } from "@/lib/domain/red-flags/baseline";
import { prepare } from "@/lib/domain/red-flags/findings";
import { addDays } from "@/lib/domain/time";
import { onDevice, onServer, wireOf } from "../../offline/two-sides";
import { context, daily, entry, fired, NOW, STABLE } from "./diary";

vi.mock("server-only", () => ({}));

const TODAY = "2026-03-10"; // 20:00 in UTC, so an imported day is 8 hours older than its number of days
const imported = (ages: number[], scores: ImportedScores["scores"]): ImportedScores[] => ages.map((age) => ({ day: addDays(TODAY, -age), scores }));
const usual = (importedDays: ImportedScores[], history = daily(1, 0), relapses: { startedAt: Date; endedAt?: Date }[] = []) =>
  baselineOf("numbness", NOW, history, relapses, {}, importedDays);

describe("a usual from days out of other diaries", () => {
  it("rests on five dates, not on four", () => {
    expect(usual(imported([8, 9, 10, 11, 12], { numbness: 6 }))).toEqual({ median: 6, top: 6, low: 6, high: 6, days: 5, from: "diary" });
    expect(usual(imported([8, 9, 10, 11], { numbness: 6 }))).toBeNull();
  });
  it("knows a score only from days that held it", () => {
    expect(usual([...imported([8, 9, 10, 11], { numbness: 6 }), ...imported([12, 13, 14], { fatigue: 6 })])).toBeNull();
    expect(usual([...imported([8, 9, 10, 11], { numbness: 0 }), ...imported([12], { numbness: 0, fatigue: 6 })])).toMatchObject({ median: 0, days: 5 });
  });
  it.each([
    { what: "older than 7 days", ages: [7, 9, 10, 11, 12], known: true },
    { what: "one of 7 days or less", ages: [6, 9, 10, 11, 12], known: false },
    { what: "up to 180 days", ages: [175, 176, 177, 178, 179], known: true },
    { what: "one beyond 180 days", ages: [176, 177, 178, 179, 180], known: false },
    { what: "a day to come", ages: [-3, 9, 10, 11, 12], known: false },
  ])("has the windows of check-ins: $what", ({ ages, known }) => expect(usual(imported(ages, { numbness: 6 })) !== null).toBe(known));
  it("widens for each score by itself, so that days without a score never take its usual away", () => {
    const old = daily(90, 80, { scores: { numbness: 5 } });
    const recentFatigue = imported([8, 9, 10, 11, 12, 13], { fatigue: 9 });
    expect(usual(recentFatigue, old)).toMatchObject({ median: 5, days: 11 });
    expect(baselineOf("fatigue", NOW, old, [], {}, recentFatigue)).toMatchObject({ median: 9, days: 6 });
  });
  it("gives way to a check-in of the same date, also to one that does not count itself", () => {
    const own = daily(8, 12, { scores: { numbness: 2 } });
    expect(usual(imported([8, 9, 10, 11, 12], { numbness: 9 }), own)).toMatchObject({ median: 2, top: 2, days: 5 });
    expect(usual(imported([8, 9, 10, 11, 12], { numbness: 9 }), daily(8, 12, { triggers: ["heat"] }))).toBeNull();
  });
  it("takes several rows of a date as one day", () => {
    const days = [...imported([8, 9, 10, 11, 12], { numbness: 2 }), ...imported([8, 9, 10], { numbness: 5 })];
    expect(usual(days)).toMatchObject({ median: 3.5, days: 5 });
  });
  it("leaves out a recorded relapse, of which any part of the day is enough", () => {
    const days = imported([8, 9, 10, 11, 12], { numbness: 6 });
    const lastMoment = new Date("2026-02-26T23:59:59Z"); // 12 days before
    expect(usual(days, [], [{ startedAt: lastMoment, endedAt: lastMoment }])).toBeNull();
    expect(usual(days, [], [{ startedAt: new Date("2026-01-01T00:00:00Z"), endedAt: new Date("2026-02-25T23:59:59Z") }])).not.toBeNull();
    expect(usual(days, [], [{ startedAt: new Date("2026-03-01T08:00:00Z") }])).toBeNull();
  });
});

describe("days out of other diaries and the rules", () => {
  it("raise nothing by themselves and are no check-in: what was entered before, and when, stays", () => {
    const worst = imported(Array.from({ length: 60 }, (_, age) => age), { fatigue: 10, numbness: 10, vision: 10, walking: 10 });
    expect(fired({}, { importedDays: worst })).toEqual(fired({}));
    expect(prepare(entry(0), context({ importedDays: worst })).moment.earlier()).toEqual([]);
  });
  it("change nothing where every date has a check-in", () => {
    fc.assert(fc.property(fc.array(fc.record({ age: fc.integer({ min: 1, max: 60 }), value: fc.integer({ min: 0, max: 10 }) })), (days) => {
      const importedDays = days.flatMap(({ age, value }) => imported([age], { numbness: value, walking: value }));
      for (const score of SCORE_NAMES) expect(baselineOf(score, NOW, STABLE, [], {}, importedDays)).toEqual(baselineOf(score, NOW, STABLE, [], {}));
    }));
  });
  it("reach the rules alike on the server and on the device", () => {
    fc.assert(fc.property(fc.array(fc.record({ age: fc.integer({ min: 0, max: 190 }), fatigue: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }), walking: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }) })), (days) => {
      const importedDays = days.map(({ age, fatigue, walking }) => ({ day: addDays(TODAY, -age), scores: { ...(fatigue !== undefined && { fatigue }), ...(walking !== undefined && { walking }) } }));
      const known = { ...context({ importedDays }), history: daily(3, 1) };
      const [server, device] = [onServer(known), onDevice(wireOf(known), NOW)];
      expect(device.importedDays).toEqual(importedDays);
      expect(server.importedDays).toEqual(importedDays);
      expect(prepare(entry(0), server).comparison.baseline("walking")).toEqual(prepare(entry(0), device).comparison.baseline("walking"));
    }));
  });
});
