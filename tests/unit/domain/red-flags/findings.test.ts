import { describe, expect, it } from "vitest";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { context, daily, entry, emergencies, NOW, STABLE, type Entry } from "./diary";

const findings = (fields: Entry, partial: Partial<RuleContext> = {}) => prepare(entry(0, fields), context(partial));
const openRelapse = (days: number) => [{ startedAt: new Date(NOW.getTime() - days * DAY_MS) }];

describe("onset", () => {
  const onset = (fields: Entry, before: Entry, age = DAY_MS) => findings(fields, { history: [entry(age, before)] }).onset;
  it("drops 'usual' that a check-in of Before contradicts: by score, eye, ability or area", () => {
    const usual = (key: "numbness" | "vision" | "walking" | "weakness", fields: Entry, before: Entry) => onset({ onset: { [key]: "usual" }, ...fields }, before).of(key);
    expect(usual("numbness", { scores: { numbness: 6 } }, {})).toBeUndefined();
    expect(usual("numbness", { scores: { numbness: 5 } }, {})).toBe("usual");
    expect(usual("vision", { vision: { loss: "partial", eyes: "left" } }, { vision: { loss: "none", eyes: "left" } })).toBeUndefined();
    expect(usual("vision", { vision: { loss: "partial", eyes: "left" } }, { vision: { loss: "none", eyes: "right" } })).toBe("usual");
    expect(usual("vision", { vision: { loss: "partial", eyes: "both" } }, { vision: { loss: "none" } })).toBeUndefined();
    expect(usual("vision", { vision: { loss: "partial" } }, { vision: { loss: "blurred" } })).toBe("usual");
    expect(usual("walking", { walking: { ability: "few-steps" } }, { walking: { ability: "one-aid" } })).toBeUndefined();
    expect(usual("walking", { walking: { ability: "few-steps" } }, { walking: { ability: "two-aids" } })).toBe("usual");
    expect(usual("weakness", { weakness: { severity: "severe", areas: ["left-arm"] } }, { weakness: { severity: "mild", areas: ["left-arm"] } })).toBeUndefined();
    expect(usual("weakness", { weakness: { severity: "severe", areas: ["left-arm"] } }, { weakness: { severity: "mild", areas: ["left-leg"] } })).toBe("usual");
    expect(usual("weakness", { weakness: { severity: "moderate" } }, { weakness: { severity: "none" } })).toBeUndefined();
  });
  it("never drops sudden, hours or days, nor what a check-in outside Before says", () => {
    expect(onset({ onset: { numbness: "days" }, scores: { numbness: 9 } }, {}).of("numbness")).toBe("days");
    expect(onset({ onset: { numbness: "usual" }, scores: { numbness: 9 } }, {}, 8 * DAY_MS).of("numbness")).toBe("usual");
  });
  it("infers hours from 36 hours, days from a week, and is else unknown", () => {
    const inferred = (age: number) => findings({ vision: { loss: "partial", eyes: "left" } }, { history: [entry(age, { vision: { loss: "blurred", eyes: "left" } })] }).vision.effectiveOnset();
    expect([36 * HOUR_MS, 36 * HOUR_MS + 1, 7 * DAY_MS, 7 * DAY_MS + 1].map(inferred)).toEqual(["hours", "days", "days", "unknown"]);
  });
  it("takes a score 3 lower for absent where no grade is recorded, and another eye's grade for nothing", () => {
    const inferred = (before: Entry) => findings({ vision: { loss: "partial", eyes: "left" }, scores: { vision: 6 } }, { history: [entry(DAY_MS, before)] }).vision.effectiveOnset();
    expect(inferred({ scores: { vision: 3 } })).toBe("hours");
    expect(inferred({ scores: { vision: 4 } })).toBe("unknown");
    expect(inferred({ scores: { vision: 3 }, vision: { loss: "complete", eyes: "right" } })).toBe("hours");
    expect(inferred({ scores: { vision: 0 }, vision: { loss: "complete" } })).toBe("unknown");
  });
  it("counts weakness that is not recorded as absent", () => {
    expect(findings({ weakness: { severity: "mild", areas: ["left-arm"] } }, { history: [entry(DAY_MS)] }).weakness.effectiveOnset()).toBe("hours");
  });
});

describe("long-standing", () => {
  const blind = { vision: { loss: "complete" as const, eyes: "left" as const } };
  const isNew = (history: ReturnType<typeof daily>) => findings(blind, { history }).vision.hasNewLoss();
  it("is three dates, half of the logged dates of 7 to 60 days, and the last check-in", () => {
    expect(isNew([...daily(8, 10, blind), entry(DAY_MS, blind)])).toBe(false);
    expect(isNew([...daily(8, 9, blind), entry(DAY_MS, blind)])).toBe(true);
    expect(isNew([...daily(8, 10, blind), entry(DAY_MS)])).toBe(true);
    expect(isNew([...daily(8, 10, blind), ...daily(11, 13), entry(DAY_MS, blind)])).toBe(false);
    expect(isNew([...daily(8, 10, blind), ...daily(11, 14), entry(DAY_MS, blind)])).toBe(true);
    expect(isNew([...daily(5, 7, blind), entry(DAY_MS, blind)])).toBe(true);
    expect(isNew([...daily(61, 63, blind), entry(DAY_MS, blind)])).toBe(true);
  });
  it("is judged eye by eye and at this grade or worse", () => {
    const right = { vision: { loss: "complete" as const, eyes: "right" as const } };
    expect(isNew([...daily(8, 20, right), entry(DAY_MS, right)])).toBe(true);
    const lesser = { vision: { loss: "partial" as const, eyes: "left" as const } };
    expect(isNew([...daily(8, 20, lesser), entry(DAY_MS, lesser)])).toBe(true);
    expect(findings(lesser, { history: [...daily(8, 20, blind), entry(DAY_MS, blind)] }).vision.hasNewLoss()).toBe(false);
  });
});

describe("persisting", () => {
  const weak: Entry = { weakness: { severity: "severe", areas: ["right-leg"] } };
  const isNew = (relapseDays: number, ages: number[], fields: Entry = weak) =>
    findings(fields, { relapses: openRelapse(relapseDays), history: ages.map((age) => entry(age, weak)) }).weakness.newAreas().length > 0;
  it("needs an open relapse of at most 90 days, a check-in of 1 to 7 days inside it, and no answered onset", () => {
    expect(isNew(10, [DAY_MS])).toBe(false);
    expect(isNew(90, [DAY_MS])).toBe(false);
    expect(isNew(91, [DAY_MS])).toBe(true);
    expect(isNew(10, [DAY_MS - 1])).toBe(true);
    expect(isNew(10, [7 * DAY_MS])).toBe(false);
    expect(isNew(10, [7 * DAY_MS + 1])).toBe(true);
    expect(isNew(0.5, [DAY_MS])).toBe(true);
    expect(isNew(10, [DAY_MS], { ...weak, onset: { weakness: "days" } })).toBe(true);
  });
  it("needs the last check-in to hold it, and a relapse that has not ended", () => {
    const closed = [{ startedAt: new Date(NOW.getTime() - 10 * DAY_MS), endedAt: new Date(NOW.getTime() - DAY_MS) }];
    expect(findings(weak, { relapses: closed, history: [entry(2 * DAY_MS, weak)] }).weakness.newAreas()).toEqual(["right-leg"]);
    expect(findings(weak, { relapses: openRelapse(10), history: [entry(2 * DAY_MS, weak), entry(DAY_MS)] }).weakness.newAreas()).toEqual(["right-leg"]);
  });
});

describe("new vision loss", () => {
  const usualBlind = { profile: { usual: { vision: { loss: "complete" as const, eyes: "left" as const } } } };
  it("of an eye that is known is new only below complete and fast", () => {
    expect(findings({ vision: { loss: "complete", eyes: "left" }, onset: { vision: "sudden" } }, usualBlind).vision.hasNewLoss()).toBe(false);
    expect(findings({ vision: { loss: "partial", eyes: "left" }, onset: { vision: "sudden" } }, usualBlind).vision.hasNewLoss()).toBe(true);
    expect(findings({ vision: { loss: "partial", eyes: "left" }, onset: { vision: "days" } }, usualBlind).vision.hasNewLoss()).toBe(false);
    expect(findings({ vision: { loss: "complete", eyes: "both" } }, usualBlind).vision.newLossEyes()).toEqual(["right"]);
    expect(findings({ vision: { loss: "complete" } }, usualBlind).vision.hasNewLoss()).toBe(false);
  });
  it("is not new, with no onset, for poor sight that is no worse", () => {
    const poor = (median: number) => ({ history: daily(60, 8, { scores: { vision: median } }) });
    const isNew = (loss: "partial" | "complete", vision: number, median: number) => findings({ vision: { loss }, scores: { vision } }, poor(median)).vision.hasNewLoss();
    expect([isNew("partial", 5, 5), isNew("partial", 6, 5), isNew("partial", 4, 4)]).toEqual([false, true, true]);
    expect([isNew("complete", 8, 8), isNew("complete", 7, 7)]).toEqual([false, true]);
    expect(findings({ vision: { loss: "partial" }, scores: { vision: 5 }, onset: { vision: "days" } }, poor(5)).vision.hasNewLoss()).toBe(true);
  });
});

describe("new weak areas", () => {
  const areas = (fields: Entry, partial: Partial<RuleContext> = {}) => findings(fields, partial).weakness.alarmingAreas();
  it("leave out what is usual for the area; all ticked ones when fast and none is left", () => {
    const profile = { usual: { weakness: { severity: "moderate" as const, areas: ["left-leg" as const] } } };
    const both: Entry = { weakness: { severity: "moderate", areas: ["left-leg", "right-arm"] } };
    expect(areas(both, { profile })).toEqual(["right-arm"]);
    expect(areas({ weakness: { severity: "severe", areas: ["left-leg", "right-arm"] } }, { profile })).toEqual(["left-leg", "right-arm"]);
    expect(areas({ weakness: { severity: "moderate", areas: ["left-leg"] }, onset: { weakness: "sudden" } }, { profile })).toEqual(["left-leg"]);
    expect(areas({ ...both, onset: { weakness: "gradual" } }, { profile })).toEqual([]);
  });
  it("takes the legs of a full-time wheelchair user for usually severe, unless the profile says", () => {
    const legs: Entry = { weakness: { severity: "severe", areas: ["left-leg", "right-leg"] } };
    expect(areas(legs, { profile: { mobility: "wheelchair-full-time" } })).toEqual([]);
    expect(areas(legs, { profile: { mobility: "wheelchair-full-time", usual: { weakness: { severity: "mild", areas: ["left-leg"] } } } })).toHaveLength(2);
    expect(areas(legs, { profile: { mobility: "wheelchair-part-time" } })).toHaveLength(2);
  });
  it("reads 'none' as no, and areas without a severity as unknown", () => {
    expect(areas({ weakness: { severity: "none" }, onset: { weakness: "sudden" } })).toEqual([]);
    expect(areas({ weakness: { areas: ["left-face"] } })).toEqual([]);
    expect(emergencies({ weakness: { areas: ["left-face"] }, onset: { weakness: "sudden" } })).toEqual(["stroke-signs"]);
    expect(areas({ weakness: {}, onset: { weakness: "sudden" } })).toEqual([]);
  });
  it("does not take an unnamed area for the face, but for a leg where the saddle is numb", () => {
    expect(emergencies({ weakness: { severity: "mild" } })).toEqual([]);
    expect(emergencies({ weakness: { severity: "mild" }, numbness: { areas: ["saddle"] } })).toEqual(["cauda-equina"]);
  });
  it("are excused by heat only over hours, at most moderate, in areas that are usually weak", () => {
    const profile = { usual: { weakness: { severity: "mild" as const, areas: ["left-arm" as const, "left-leg" as const] } } };
    const hot = (fields: Entry) => areas({ triggers: ["heat"], ...fields }, { profile });
    const both = ["left-arm" as const, "left-leg" as const];
    expect(hot({ weakness: { severity: "moderate", areas: both }, onset: { weakness: "hours" } })).toEqual([]);
    expect(hot({ weakness: { severity: "moderate", areas: both }, onset: { weakness: "sudden" } })).toEqual(both);
    expect(hot({ weakness: { severity: "severe", areas: both }, onset: { weakness: "hours" } })).toEqual(both);
    expect(hot({ weakness: { severity: "moderate", areas: [...both, "left-face"] }, onset: { weakness: "hours" } })).toHaveLength(3);
    expect(areas({ weakness: { severity: "moderate", areas: both }, onset: { weakness: "hours" } }, { profile })).toEqual(both);
    expect(findings({ triggers: ["heat"], weakness: { severity: "moderate", areas: both }, onset: { weakness: "hours" } }, { profile }).weakness.newAreas()).toEqual(both);
  });
  it("count sides without the trunk", () => {
    const sided = (...list: ("left-arm" | "right-arm" | "left-leg" | "trunk")[]) => {
      const { weakness } = findings({ weakness: { severity: "severe", areas: list }, onset: { weakness: "sudden" } });
      return [weakness.oneSide().length, weakness.isTwoSided()];
    };
    expect([sided("left-arm", "trunk"), sided("left-arm", "right-arm"), sided("trunk"), sided("left-arm", "left-leg")])
      .toEqual([[1, false], [0, true], [0, false], [2, false]]);
  });
});

describe("numbness", () => {
  const side = (...areas: NonNullable<NonNullable<Entry["numbness"]>["areas"]>) => findings({ numbness: { areas }, onset: { numbness: "sudden" } }).numbness.suddenSide().length > 0;
  it("makes a sudden side of two areas on one side, or of a face and the other side's arm or leg", () => {
    expect([side("left-arm", "left-leg"), side("left-arm"), side("left-arm", "trunk"), side("left-face", "right-leg"), side("left-face", "right-face"), side("left-arm", "left-leg", "right-arm")])
      .toEqual([true, false, false, true, false, false]);
  });
  it("of the saddle is new whatever the onset, unless it is usual", () => {
    const saddle: Entry = { numbness: { areas: ["saddle", "trunk"] }, onset: { numbness: "usual" } };
    expect(findings(saddle).numbness.newAreas()).toEqual(["saddle"]);
    expect(findings(saddle, { profile: { usual: { numbness: ["saddle"] } } }).numbness.newAreas()).toEqual([]);
  });
});

describe("walking", () => {
  const walking = (ability: "one-aid" | "few-steps" | "unable", partial: Partial<RuleContext> = {}, fields: Entry = {}) => findings({ walking: { ability }, ...fields }, partial).walking;
  const walks = (from: number, to: number, ability: "unaided" | "one-aid" | "few-steps") => daily(from, to, { walking: { ability } });
  it("usual ability is the commonest daily one of 7 to 60 days, the worse of two as common", () => {
    expect(walking("unable", { history: [...walks(8, 9, "one-aid"), ...walks(10, 11, "unaided")] }).usualGrade()).toBe(1);
    expect(walking("unable", { history: walks(8, 9, "one-aid") }).usualGrade()).toBeUndefined();
    expect(walking("unable", { history: [...walks(8, 10, "one-aid"), ...daily(11, 13)] }).usualGrade()).toBe(1);
    expect(walking("unable", { history: [...walks(8, 10, "one-aid"), ...daily(11, 14)] }).usualGrade()).toBeUndefined();
    expect(walking("unable", { profile: { mobility: "wheelchair-full-time" } }).usualGrade()).toBe(4);
  });
  it("drop without a usual goes by the best of the week, not by a second entry of today", () => {
    const drop = (...history: ReturnType<typeof daily>) => walking("few-steps", { history }).drop();
    expect(drop(entry(7 * DAY_MS, { walking: { ability: "one-aid" } }))).toBe(2);
    expect(drop(entry(7 * DAY_MS + 1, { walking: { ability: "one-aid" } }))).toBeUndefined();
    expect(drop(entry(HOUR_MS, { walking: { ability: "few-steps" } }))).toBeUndefined();
    expect(drop(entry(36 * HOUR_MS + 1, { walking: { ability: "few-steps" } }))).toBe(0);
    expect(drop(entry(HOUR_MS, { walking: { ability: "one-aid" } }))).toBe(2);
  });
  it("is lost anew with a drop of 1 or unknown, and is judged by score only without an answer", () => {
    expect(walking("few-steps", {}, { onset: { walking: "sudden" } }).hasNewLoss()).toBe(true);
    expect(walking("few-steps", {}, { onset: { walking: "gradual" } }).hasNewLoss()).toBe(false);
    expect(walking("one-aid", {}, { onset: { walking: "sudden" } }).hasNewLoss()).toBe(false);
    expect(findings({}).walking.isByScore()).toBe(true);
    expect(walking("few-steps").isByScore()).toBe(false);
    expect(findings({}, { profile: { usual: { walking: "few-steps" } } }).walking.isByScore()).toBe(false);
    expect(findings({}, { profile: { mobility: "wheelchair-full-time" } }).walking.isByScore()).toBe(false);
  });
});

describe("bladder and bowel", () => {
  it("are not new when usual, or on three dates of 7 to 60 days", () => {
    const change = (fields: Entry, partial: Partial<RuleContext> = {}) => findings(fields, partial).continence;
    expect(change({ bladder: "leaking" }).hasNewBladderChange()).toBe(true);
    expect(change({ bladder: "urgency" }).hasNewBladderChange()).toBe(false);
    expect(change({ bladder: "leaking" }, { profile: { usual: { bladder: "leaking" } } }).hasNewBladderChange()).toBe(false);
    expect(change({ bladder: "leaking" }, { profile: { usual: { bladder: "hard-to-start" } } }).hasNewBladderChange()).toBe(true);
    const mixed = [...daily(8, 9, { bladder: "hard-to-start" }), ...daily(10, 10, { bladder: "leaking" })];
    expect(change({ bladder: "leaking" }, { history: mixed }).hasNewBladderChange()).toBe(false);
    expect(change({ bladder: "leaking" }, { history: mixed.slice(1) }).hasNewBladderChange()).toBe(true);
    expect(change({ bladder: "cannot-pass-urine" }, { history: daily(8, 10, { bladder: "cannot-pass-urine" }) }).cannotPassUrineIsNew()).toBe(false);
    expect(change({ bowel: "leaking" }, { history: daily(8, 10, { bowel: "leaking" }) }).hasNewBowelLeak()).toBe(false);
    expect(change({ bowel: "leaking" }, { profile: { usual: { bowel: "constipated" } } }).hasNewBowelLeak()).toBe(true);
  });
});

it("double vision within hours is a stroke sign only with a partner", () => {
  const double: Entry = { vision: { doubleVision: true }, onset: { vision: "hours" } };
  expect(emergencies(double, { history: STABLE })).toEqual([]);
  expect(emergencies({ ...double, signs: ["sudden-dizzy"] })).toEqual(["stroke-signs"]);
  expect(emergencies({ ...double, signs: ["lasting-headache"] })).toEqual(["stroke-signs"]);
  expect(emergencies({ vision: { doubleVision: true }, onset: { vision: "days" }, signs: ["lasting-headache"] })).toEqual([]);
});
