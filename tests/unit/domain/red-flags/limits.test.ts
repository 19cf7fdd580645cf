import { describe, expect, it } from "vitest";
import type { Medication, Profile } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/domain/time";
import { context, daily, entry, emergencies, NOW, STABLE, type Entry } from "./diary";

const findings = (fields: Entry, partial: Partial<RuleContext> = {}) => prepare(entry(0, fields), context(partial));

describe("fever", () => {
  const feverNow = (temperatureC: number, usualTemperatureC?: number) =>
    findings({ temperatureC }, { profile: usualTemperatureC === undefined ? {} : { usualTemperatureC } }).infection.feverNow();
  it.each([
    [37.9, undefined, false], [37.94, undefined, false], [37.95, undefined, true], [38, undefined, true],
    [37.5, 36.4, true], [37.5, 36.5, false], [37.4, 36, false], [37.6, 36.5, true],
  ])("%s °C with usual %s: %s", (temperature, usual, fever) => {
    expect(feverNow(temperature, usual)).toBe(fever);
  });

  it("carries the last fever of less than 24 hours, only when there is no reading now", () => {
    const infection = (fields: Entry, age: number) => findings(fields, { history: [entry(age, { temperatureC: 39 })] }).infection;
    expect(infection({}, DAY_MS - 1).feverNow()).toBe(true);
    expect(infection({}, DAY_MS - 1).temperature()).toBe(39);
    expect(infection({}, DAY_MS).feverNow()).toBe(false);
    expect(infection({}, DAY_MS).temperature()).toBeUndefined();
    expect(infection({ temperatureC: 37 }, HOUR_MS).feverNow()).toBe(false);
  });

  it("reads 35.9 as a low temperature, and 36.0 not", () => {
    expect(emergencies({ temperatureC: 35.9, signs: ["slurred-speech"] })).toContain("sepsis-signs");
    expect(emergencies({ temperatureC: 36, signs: ["slurred-speech"] })).not.toContain("sepsis-signs");
    const onTeriflunomide = { medications: [{ class: "teriflunomide" as const, name: "x" }] };
    expect(emergencies({ temperatureC: 35.9, infection: ["cold"] }, onTeriflunomide)).toEqual(["infection-severe-immunosuppressed"]);
    expect(emergencies({ temperatureC: 35.9 }, onTeriflunomide)).toEqual([]);
  });

  it("remembers an infection for less than 72 hours", () => {
    const recent = (age: number) => findings({}, { history: [entry(age, { infection: ["cough"] })] }).infection.recentInfection();
    expect([recent(3 * DAY_MS - 1), recent(3 * DAY_MS)]).toEqual([true, false]);
  });
});

describe("counted signs", () => {
  const usual: Partial<RuleContext> = { profile: { usual: { signs: ["chest-pain", "shaking-chills"] } } };
  it("leaves out a usual sign called usual, but not with fever or a low temperature", () => {
    expect(emergencies({ signs: ["chest-pain"], onset: { signs: "usual" } }, usual)).toEqual([]);
    expect(emergencies({ signs: ["chest-pain"] }, usual)).toEqual(["chest-pain"]);
    expect(emergencies({ signs: ["chest-pain"], onset: { signs: "gradual" } }, usual)).toEqual(["chest-pain"]);
    expect(emergencies({ signs: ["chest-pain"], onset: { signs: "usual" } })).toEqual(["chest-pain"]);
    expect(emergencies({ signs: ["chest-pain"], onset: { signs: "usual" }, temperatureC: 38 }, usual)).toEqual(["chest-pain"]);
    expect(emergencies({ signs: ["chest-pain"], onset: { signs: "usual" }, temperatureC: 35.9 }, usual)).toEqual(["chest-pain"]);
    expect(emergencies({ signs: ["chest-pain"], onset: { signs: "usual" }, temperatureC: 36 }, usual)).toEqual([]);
  });
  it("always counts the never-discounted ones", () => {
    expect(emergencies({ signs: ["shaking-chills"], onset: { signs: "usual" }, infection: ["chills"] }, usual)).toEqual(["sepsis-signs"]);
  });
});

describe("rise", () => {
  const rise = (vision: number, history: ReturnType<typeof entry>[], profile: Profile = {}) => findings({ scores: { vision } }, { history, profile }).comparison.rise("vision");
  const was = (age: number, vision: number) => entry(age, { scores: { vision } });

  it("is unknown with nothing to compare with", () => {
    expect(rise(9, [])).toBeUndefined();
    expect(rise(9, [was(7 * DAY_MS + 1, 1)])).toBeUndefined();
    expect(rise(9, [was(7 * DAY_MS, 1)])).toBe(8);
  });
  it("takes the lowest of 36 hours", () => {
    expect(rise(9, [was(36 * HOUR_MS, 1), was(20 * HOUR_MS, 6)])).toBe(8);
    expect(rise(9, [was(36 * HOUR_MS + 1, 1), was(20 * HOUR_MS, 6)])).toBe(3);
  });
  it("looks back a week when all of 36 hours are younger than 12 hours", () => {
    expect(rise(9, [was(3 * DAY_MS, 1), was(12 * HOUR_MS - 1, 8)])).toBe(8);
    expect(rise(9, [was(3 * DAY_MS, 1), was(12 * HOUR_MS, 8)])).toBe(1);
    expect(rise(9, [was(5 * DAY_MS, 0), was(3 * DAY_MS, 1), was(HOUR_MS, 8)])).toBe(8);
  });
  it("adds the baseline median when nothing is 12 hours old; without one a rise of 0 is unknown", () => {
    const usual: Profile = { usual: { scores: { fatigue: 0, numbness: 0, vision: 2, walking: 0 } } };
    expect(rise(9, [was(HOUR_MS, 8)], usual)).toBe(7);
    expect(rise(9, [], usual)).toBe(7);
    expect(rise(9, [was(HOUR_MS, 8)])).toBe(1);
    expect(rise(8, [was(HOUR_MS, 8)])).toBeUndefined();
    expect(rise(8, [was(12 * HOUR_MS, 8)])).toBe(0);
  });

  it("raises the score clause of sight at 8, a rise of 5 and 2 beyond the usual range", () => {
    const clause = (vision: number, yesterday: number, top: number) =>
      emergencies({ scores: { vision } }, { history: [...daily(60, 2, { scores: { vision: top } }), was(DAY_MS, yesterday)] }).includes("vision-sudden-loss");
    expect([clause(8, 3, 3), clause(7, 2, 2), clause(8, 4, 3), clause(8, 3, 6), clause(8, 3, 7)]).toEqual([true, false, false, true, false]);
  });
  it("raises the score clauses of walking at 9 (rise 5) and, when fast, at 8 (rise 3)", () => {
    const clause = (walking: number, yesterday: number, onset?: "hours") =>
      emergencies({ scores: { walking }, ...(onset && { onset: { walking: onset } }) }, { history: [...daily(60, 2), entry(DAY_MS, { scores: { walking: yesterday } })] }).includes("walk-sudden-loss");
    expect([clause(9, 4), clause(8, 2), clause(9, 5)]).toEqual([true, false, false]);
    expect([clause(8, 5, "hours"), clause(7, 2, "hours"), clause(8, 6, "hours")]).toEqual([true, false, false]);
    expect(emergencies({ scores: { walking: 8 }, onset: { walking: "hours" } })).toEqual(["walk-sudden-loss"]);
  });
});

describe("medicines", () => {
  const immune = (medicine: Medication) => emergencies({ temperatureC: 39 }, { medications: [medicine], now: NOW }).includes("infection-severe-immunosuppressed");
  const stopped = (is: MedicineClass, days: number): Medication => {
    // NOW is 20:00 UTC, so that many whole days lie between 00:00 UTC of this date and NOW.
    const on = new Date(NOW.getTime() - days * DAY_MS).toISOString().slice(0, 10);
    return { class: is, name: "x", stoppedOn: on };
  };
  it.each([
    ["anti-CD20", 365], ["natalizumab", 90], ["S1P-modulator", 60], ["fumarate", 90], ["cladribine", 365], ["alemtuzumab", 730],
    ["teriflunomide", 90], ["other-immunosuppressant", 90], ["hsct", 730], ["steroid-course", 30],
  ] as const)("%s counts for %s days, the last included", (is, days) => {
    expect([immune(stopped(is, days)), immune(stopped(is, days + 1))]).toEqual([true, false]);
  });
  it("goes by the last dose before the stop, and for courses by it alone", () => {
    expect(immune({ class: "natalizumab", name: "x", lastDoseOn: "2025-01-01" })).toBe(true);
    expect(immune({ class: "natalizumab", name: "x", lastDoseOn: "2025-01-01", stoppedOn: "2026-03-01" })).toBe(false);
    expect(immune({ class: "cladribine", name: "x", lastDoseOn: "2025-01-01" })).toBe(false);
    expect(immune({ class: "cladribine", name: "x" })).toBe(true);
  });
  it("does not count interferon, glatiramer or a medicine without a class", () => {
    for (const is of ["interferon", "glatiramer"] as const) expect(immune({ class: is, name: "x" })).toBe(false);
    expect(immune({ name: "something" })).toBe(false);
  });
  it("counts a pump for 30 days and a blood thinner for 7", () => {
    const pump = (days: number) => emergencies({ signs: ["new-itch"] }, { medications: [stopped("baclofen-pump", days)] });
    expect([pump(30), pump(31)]).toEqual([["baclofen-pump-withdrawal"], []]);
    const thinner = (days: number) => emergencies({ signs: ["head-injury"] }, { medications: [stopped("anticoagulant", days)] });
    expect([thinner(7), thinner(8)]).toEqual([["head-injury-danger"], []]);
  });
  it("leaves out an S1P modulator that was stopped or has not begun", () => {
    const first = (rest: Partial<Medication>) => emergencies({ signs: ["faint"] }, { medications: [{ class: "S1P-modulator", name: "x", ...rest }] });
    expect(first({ startedOn: "2026-03-10" })).toEqual(["s1p-first-dose-heart"]);
    expect(first({ startedOn: "2026-03-11" })).toEqual([]);
    expect(first({ startedOn: "2026-03-08", stoppedOn: "2026-03-09" })).toEqual([]);
  });
});

describe("rapid worsening with fever", () => {
  it("needs a rise of 3, or a fast onset", () => {
    const hot = (fields: Entry) => emergencies({ temperatureC: 39, ...fields }, { history: STABLE }).includes("fever-rapid-worsening-high");
    expect([hot({ scores: { walking: 5 } }), hot({ scores: { walking: 4 } }), hot({ scores: { fatigue: 6 } })]).toEqual([true, false, false]);
    expect([hot({ onset: { weakness: "hours" } }), hot({ onset: { weakness: "days" } }), hot({ onset: { fatigue: "sudden" } })]).toEqual([true, false, false]);
  });
  it("is an emergency at any fever on an immune medicine", () => {
    const medications = [{ class: "fumarate" as const, name: "x" }];
    expect(emergencies({ temperatureC: 38, onset: { vision: "hours" } }, { medications })).toEqual(["fever-rapid-worsening-high"]);
    expect(emergencies({ temperatureC: 38, onset: { vision: "hours" } })).toEqual([]);
    expect(emergencies({ temperatureC: 37.9, onset: { vision: "hours" } }, { medications })).toEqual([]);
  });
  it("uses a fever of an hour ago", () => {
    expect(emergencies({ onset: { walking: "hours" } }, { history: [entry(45 * MINUTE_MS, { temperatureC: 39.1 })] })).toContain("fever-rapid-worsening-high");
  });
});
