import { describe, expect, it } from "vitest";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { prepare } from "@/lib/domain/red-flags/findings";
import { countsWithin, type MedicineFindings } from "@/lib/domain/red-flags/medicines";
import { DAY_MS } from "@/lib/domain/time";
import { context, entry, NOW } from "./diary";

const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString().slice(0, 10);
const counts = (set: keyof MedicineFindings, medicine: Partial<Medication>) => {
  const found = prepare(entry(0), context({ medications: [{ name: "x", ...medicine }] })).medicines[set]();
  return Array.isArray(found) ? found.length > 0 : found;
};

/** Section 4, set by set: the last day counts, the day after does not. */
const SETS: [keyof MedicineFindings, Partial<Record<MedicineClass, number>>][] = [
  ["immunosuppressants", { "anti-CD20": 365, natalizumab: 90, "S1P-modulator": 60, fumarate: 90, cladribine: 365, alemtuzumab: 730, teriflunomide: 90, "other-immunosuppressant": 90, hsct: 730, "steroid-course": 30 }],
  ["pmlRisks", { natalizumab: 180, fumarate: 180, "S1P-modulator": 180, "anti-CD20": 365, cladribine: 365, alemtuzumab: 730, "other-immunosuppressant": 180, hsct: 730 }],
  ["harmfulInPregnancy", { teriflunomide: 730, cladribine: 183, "S1P-modulator": 60, alemtuzumab: 120, "other-immunosuppressant": 90 }],
  ["bruising", { alemtuzumab: 1460, cladribine: 365, natalizumab: 180, teriflunomide: 90, interferon: 30, hsct: 730 }],
  ["headache", { "S1P-modulator": 60, natalizumab: 180, alemtuzumab: 730 }],
  ["pmlNatalizumab", { natalizumab: 180 }],
  ["s1pModulators", { "S1P-modulator": 60 }],
  ["baclofenPumps", { "baclofen-pump": 30 }],
  ["anticoagulants", { anticoagulant: 7 }],
  ["steroidsHidingFever", { "steroid-course": 30 }],
  ["steroidsMovingMood", { "steroid-course": 14 }],
];
const CLASSES: MedicineClass[] = ["anti-CD20", "natalizumab", "S1P-modulator", "fumarate", "cladribine", "alemtuzumab", "teriflunomide", "interferon", "glatiramer", "other-immunosuppressant", "hsct", "steroid-course", "baclofen-pump", "anticoagulant"];
const COURSES: MedicineClass[] = ["alemtuzumab", "cladribine", "hsct", "steroid-course"];

describe.each(SETS)("%s", (set, windows) => {
  it.each(Object.entries(windows) as [MedicineClass, number][])("%s for %d days after it was stopped", (is, days) => {
    expect([counts(set, { class: is, stoppedOn: daysAgo(days) }), counts(set, { class: is, stoppedOn: daysAgo(days + 1) })]).toEqual([true, false]);
  });
  it("hold no other class", () => {
    expect(CLASSES.filter((is) => counts(set, { class: is }))).toEqual(CLASSES.filter((is) => is in windows));
  });
});

describe("a course", () => {
  it.each(COURSES)("%s counts by its last dose alone", (is) => {
    expect([counts("immunosuppressants", { class: is, lastDoseOn: daysAgo(1000) }), counts("immunosuppressants", { class: is, lastDoseOn: daysAgo(30) }), counts("immunosuppressants", { class: is })]).toEqual([false, true, true]);
  });
  it.each(CLASSES.filter((is) => !COURSES.includes(is)))("%s is none: it counts while it is taken", (is) => {
    expect(countsWithin({ class: is, name: "x", lastDoseOn: daysAgo(1000) }, { [is]: 30 }, NOW.getTime())).toBe(true);
  });
});

describe("the first doses of an S1P modulator", () => {
  const isNew = (rest: Partial<Medication>) => counts("newS1p", { class: "S1P-modulator", ...rest });
  it("are those of 0 to 7 days, unless it was stopped", () => {
    expect([-1, 0, 7, 8].map((days) => isNew({ startedOn: daysAgo(days) }))).toEqual([false, true, true, false]);
    expect([isNew({ startedOn: daysAgo(2), stoppedOn: daysAgo(0) }), isNew({ startedOn: daysAgo(2), stoppedOn: daysAgo(-1) }), isNew({})]).toEqual([false, true, false]);
  });
  it("are of no other medicine", () => {
    expect(counts("newS1p", { class: "natalizumab", startedOn: daysAgo(1) })).toBe(false);
  });
});

describe("fresh alemtuzumab", () => {
  it("is that of 0 to 7 days, and no other medicine", () => {
    expect([-1, 0, 7, 8].map((days) => counts("freshAlemtuzumab", { class: "alemtuzumab", lastDoseOn: daysAgo(days) }))).toEqual([false, true, true, false]);
    expect(counts("freshAlemtuzumab", { class: "natalizumab", lastDoseOn: daysAgo(1) })).toBe(false);
    expect(counts("freshAlemtuzumab", { class: "alemtuzumab" })).toBe(false);
  });
});

describe("a medicine", () => {
  it("that lowers immunity makes the person immunosuppressed", () => {
    expect([counts("isImmunosuppressed", { class: "hsct" }), counts("isImmunosuppressed", { class: "interferon" }), counts("isImmunosuppressed", {})]).toEqual([true, false, false]);
  });
  it("with an unreadable date cannot be judged", () => {
    expect(() => countsWithin({ class: "natalizumab", name: "x", stoppedOn: "last spring" }, { natalizumab: 90 }, NOW.getTime())).toThrow(new RangeError("A medicine's date cannot be read"));
  });
});
