import { describe, expect, it } from "vitest";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { daily, entry, fired, NOW, STABLE, type Entry } from "./diary";

type Row = [when: string, fires: boolean, fields: Entry, context?: Partial<RuleContext>];
const on = (is: MedicineClass, rest: Partial<Medication> = {}): Partial<RuleContext> => ({ medications: [{ class: is, name: "x", ...rest }] });
const stable = { history: STABLE };
const check = (rule: string, fires: boolean, fields: Entry, context?: Partial<RuleContext>) => expect(fired(fields, context).includes(rule)).toBe(fires);
const usual = (usual: NonNullable<RuleContext["profile"]["usual"]>): Partial<RuleContext> => ({ profile: { usual } });

describe("optic-neuritis-suspected", () => {
  const blur = (rest: Entry["vision"], onset: "sudden" | "hours" | "days" | "gradual", more: Entry = {}): Entry => ({ vision: { loss: "blurred", eyes: "left", ...rest }, onset: { vision: onset }, ...more });
  const hot: Entry = { triggers: ["heat"] };
  const high = (score: number, rest: Entry = {}): Entry => ({ scores: { vision: score }, ...rest });
  const rows: Row[] = [
    ["partial loss over days", true, { vision: { loss: "partial", eyes: "left" }, onset: { vision: "days" } }],
    ["partial loss, since when is not known", true, { vision: { loss: "partial", eyes: "left" } }],
    ["partial loss that is usual", false, { vision: { loss: "partial", eyes: "left" }, onset: { vision: "days" } }, usual({ vision: { loss: "partial", eyes: "left" } })],
    ["partial loss within hours: the emergency rule", false, { vision: { loss: "partial", eyes: "left" }, onset: { vision: "hours" } }],
    ["blur within hours", true, blur({}, "hours")],
    ["blur within hours in the heat, whether it hurts is not answered", true, blur({}, "hours", hot)],
    ["painless blur within hours in the heat", false, blur({ eyePain: "none" }, "hours", hot)],
    ["painless blur within hours without heat", true, blur({ eyePain: "none" }, "hours")],
    ["painless sudden blur in the heat", true, blur({ eyePain: "none" }, "sudden", hot)],
    ["painless blur within hours in the heat with double vision", true, blur({ eyePain: "none", doubleVision: true }, "hours", hot)],
    ["sore blur within hours in the heat", true, blur({ eyePain: "mild" }, "hours", hot)],
    ["blur over days without pain", false, blur({ eyePain: "none" }, "days")],
    ["blur over days with mild pain", true, blur({ eyePain: "mild" }, "days")],
    ["blur over days with severe pain", true, blur({ eyePain: "severe" }, "days")],
    ["blur with pain, since when is not known", true, { vision: { loss: "blurred", eyes: "left", eyePain: "mild" } }],
    ["blur called gradual with pain", false, blur({ eyePain: "mild" }, "gradual")],
    ["usual blur with pain", false, blur({ eyePain: "mild" }, "days"), usual({ vision: { loss: "blurred", eyes: "left" } })],
    ["no loss, with pain", false, { vision: { loss: "none", eyePain: "mild" }, onset: { vision: "days" } }],
    ["no loss answered, sudden, with mild pain and a low score", false, { vision: { eyePain: "mild" }, onset: { vision: "sudden" } }],
    ["complete loss called gradual", true, { vision: { loss: "complete", eyes: "left" }, onset: { vision: "gradual" } }],
    ["complete loss called usual", false, { vision: { loss: "complete", eyes: "left" }, onset: { vision: "usual" } }],
    ["complete loss called gradual that is known", false, { vision: { loss: "complete", eyes: "left" }, onset: { vision: "gradual" } }, usual({ vision: { loss: "complete", eyes: "left" } })],
    ["partial loss called gradual", false, { vision: { loss: "partial", eyes: "left" }, onset: { vision: "gradual" } }],
    ["a score of 6", true, high(6), stable],
    ["a score of 5", false, high(5), stable],
    ["a score of 6 with no loss ticked", true, high(6, { vision: { loss: "none" } }), stable],
    ["a score of 6 with a blur called gradual, known", false, high(6, { vision: { loss: "blurred" }, onset: { vision: "usual" } }), { ...stable, ...usual({ vision: { loss: "blurred" } }) }],
    ["a score of 7 with a known blur", false, high(7, { vision: { loss: "blurred" } }), { ...stable, ...usual({ vision: { loss: "blurred" } }) }],
    ["a score of 6 with double vision", false, high(6, { vision: { doubleVision: true } }), stable],
    ["a score of 6 without double vision", true, high(6, { vision: { doubleVision: false } }), stable],
    ["a score of 6 in the heat", false, high(6, hot), stable],
    ["a score of 6 called gradual, with nothing in Before to contradict", false, high(6, { onset: { vision: "gradual" } }), { history: daily(60, 8) }],
    ["the same, not called anything", true, high(6), { history: daily(60, 8) }],
    ["a score of 6, two beyond the usual range", false, high(6), { history: [...daily(60, 2, { scores: { vision: 4 } }), entry(DAY_MS, { scores: { vision: 2 } })] }],
    ["a score of 7, three beyond it", true, high(7), { history: [...daily(60, 2, { scores: { vision: 4 } }), entry(DAY_MS, { scores: { vision: 3 } })] }],
    ["a score of 6 that rose by 3", false, high(6), { history: [...daily(60, 8), ...daily(7, 1, { scores: { vision: 3 } })] }],
    ["a score of 6 that rose by 4 in a day", true, high(6), { history: [...daily(60, 8), ...daily(7, 2, { scores: { vision: 3 } }), entry(DAY_MS, { scores: { vision: 2 } })] }],
    ["a score of 6 that rose by 4 in a week, not in a day", true, high(6), { history: [...daily(60, 2), entry(DAY_MS, { scores: { vision: 3 } })] }],
  ];
  it.each(rows)("%s: %s", (_when, fires, fields, context) => check("optic-neuritis-suspected", fires, fields, context));
  it("is not said beside one of the two emergency rules of sight", () => {
    expect(fired({ vision: { loss: "complete", eyes: "left" }, scores: { vision: 6 } }, stable)).not.toContain("optic-neuritis-suspected");
    expect(fired({ vision: { loss: "blurred", eyes: "left", eyePain: "severe" }, onset: { vision: "hours" } })).not.toContain("optic-neuritis-suspected");
    expect(fired({ scores: { vision: 9 } }, stable)).toContain("vision-sudden-loss");
    expect(fired({ scores: { vision: 9 } }, stable)).not.toContain("optic-neuritis-suspected");
  });
});

describe("walk-lost-days", () => {
  const high = (score: number, rest: Entry = {}): Entry => ({ scores: { walking: score }, ...rest });
  const rows: Row[] = [
    ["few steps over days", true, { walking: { ability: "few-steps" }, onset: { walking: "days" } }, stable],
    ["two grades within hours", true, { walking: { ability: "two-aids" }, onset: { walking: "hours" } }, usual({ walking: "unaided" })],
    ["one grade within hours", false, { walking: { ability: "one-aid" }, onset: { walking: "hours" } }, usual({ walking: "unaided" })],
    ["two grades over days", false, { walking: { ability: "two-aids" }, onset: { walking: "days" } }, usual({ walking: "unaided" })],
    ["two grades within hours in the heat", false, { walking: { ability: "two-aids" }, onset: { walking: "hours" }, triggers: ["exercise"] }, usual({ walking: "unaided" })],
    ["two grades within hours in a wheelchair", false, { walking: { ability: "two-aids" }, onset: { walking: "hours" } }, { profile: { mobility: "wheelchair-full-time", usual: { walking: "unaided" } } }],
    ["a score of 7", true, high(7), stable],
    ["a score of 6", false, high(6), { history: daily(60, 1, { scores: { walking: 0 } }) }],
    ["a score of 7 in the heat", false, high(7, { triggers: ["heat"] }), stable],
    ["a score of 7 beside an ability", false, high(7, { walking: { ability: "one-aid" } }), stable],
    ["a score of 7, two beyond the usual range", false, high(7), { history: [...daily(60, 2, { scores: { walking: 5 } }), entry(DAY_MS, { scores: { walking: 2 } })] }],
    ["a score of 7 that rose by 4", false, high(7), { history: [...daily(60, 8), ...daily(7, 1, { scores: { walking: 3 } })] }],
    ["a score of 7 that rose by 5 in a day, not in a week", true, high(7), { history: [...daily(60, 2, { scores: { walking: 4 } }), entry(DAY_MS, { scores: { walking: 2 } })] }],
    ["a score of 7 that rose by 5 in a week, not in a day", true, high(7), { history: [...daily(60, 2), entry(DAY_MS, { scores: { walking: 4 } })] }],
  ];
  it.each(rows)("%s: %s", (_when, fires, fields, context) => check("walk-lost-days", fires, fields, context));
  it("is not said beside walk-sudden-loss", () => {
    expect(fired({ walking: { ability: "unable" }, onset: { walking: "hours" } }, stable)).toEqual(["walk-sudden-loss"]);
  });
});

describe("sudden-change", () => {
  const rows: Row[] = [
    ["numbness", true, { onset: { numbness: "sudden" } }, stable], ["vision", true, { onset: { vision: "sudden" } }, stable],
    ["walking", true, { onset: { walking: "sudden" } }, stable], ["weakness", true, { onset: { weakness: "sudden" } }, stable],
    ["fatigue", false, { onset: { fatigue: "sudden" } }, stable], ["vision within hours", false, { onset: { vision: "hours" } }, stable],
    ["walking within hours of a full-time wheelchair user", true, { onset: { walking: "hours" } }, { profile: { mobility: "wheelchair-full-time" } }],
    ["the same where the profile says they walk with one aid", true, { onset: { walking: "hours" } }, { profile: { mobility: "wheelchair-full-time", usual: { walking: "one-aid" } } }],
    ["walking within hours, usually few steps", true, { onset: { walking: "hours" } }, usual({ walking: "few-steps" })],
    ["walking within hours, usually two aids", false, { onset: { walking: "hours" } }, usual({ walking: "two-aids" })],
    ["walking over days, usually few steps", false, { onset: { walking: "days" } }, usual({ walking: "few-steps" })],
  ];
  it.each(rows)("%s: %s", (_when, fires, fields, context) => check("sudden-change", fires, fields, context));
  it("is not said beside any emergency", () => {
    expect(fired({ onset: { numbness: "sudden" }, signs: ["confusion"] })).toEqual(["confusion-acute"]);
  });
});

describe("weakness and numbness", () => {
  const rows: [string, string, boolean, Entry, Partial<RuleContext>?][] = [
    ["weakness-new-marked", "severe over days", true, { weakness: { severity: "severe", areas: ["left-arm"] }, onset: { weakness: "days" } }],
    ["weakness-new-marked", "severe called gradual", false, { weakness: { severity: "severe", areas: ["left-arm"] }, onset: { weakness: "gradual" } }],
    ["weakness-new-marked", "moderate within hours", true, { weakness: { severity: "moderate", areas: ["left-arm"] }, onset: { weakness: "hours" } }],
    ["weakness-new-marked", "moderate over days", false, { weakness: { severity: "moderate", areas: ["left-arm"] }, onset: { weakness: "days" } }],
    ["weakness-new-marked", "moderate over days in both legs", true, { weakness: { severity: "moderate", areas: ["left-leg", "right-leg"] }, onset: { weakness: "days" } }],
    ["weakness-new-marked", "mild over days in both legs", false, { weakness: { severity: "mild", areas: ["left-leg", "right-leg"] }, onset: { weakness: "days" } }],
    ["weakness-new-marked", "a mildly weak face over days", true, { weakness: { severity: "mild", areas: ["left-face"] }, onset: { weakness: "days" } }],
    ["weakness-new-marked", "mild within hours", false, { weakness: { severity: "mild", areas: ["left-arm"] }, onset: { weakness: "hours" } }],
    ["weakness-new-marked", "beside weakness-one-side", false, { weakness: { severity: "severe", areas: ["left-arm"] }, onset: { weakness: "hours" } }],
    ["weakness-new-marked", "beside spinal-cord-emergency", false, { weakness: { severity: "severe", areas: ["left-arm", "right-arm"] }, onset: { weakness: "hours" } }],
    ["weakness-new-marked", "beside stroke-signs", false, { weakness: { severity: "mild", areas: ["left-face"] } }],
    ["saddle-numbness-new", "a saddle", true, { numbness: { areas: ["saddle"] } }],
    ["saddle-numbness-new", "a saddle beside cauda-equina", false, { numbness: { areas: ["saddle"] }, bladder: "leaking" }],
    ["saddle-numbness-new", "a saddle beside spinal-cord-emergency", false, { numbness: { areas: ["saddle"] }, walking: { ability: "unable" }, onset: { walking: "days" } }],
    ["saddle-numbness-new", "a trunk", false, { numbness: { areas: ["trunk"] } }],
    ["saddle-numbness-new", "a trunk and the bladder", true, { numbness: { areas: ["trunk"] }, bladder: "leaking" }],
    ["saddle-numbness-new", "a trunk and the usual bladder", false, { numbness: { areas: ["trunk"] }, bladder: "leaking" }, usual({ bladder: "leaking" })],
    ["saddle-numbness-new", "a trunk and a bowel that is stuck", false, { numbness: { areas: ["trunk"] }, bowel: "constipated" }],
    ["saddle-numbness-new", "a trunk and the bowel", true, { numbness: { areas: ["trunk"] }, bowel: "leaking" }],
    ["saddle-numbness-new", "both legs and the bowel", true, { numbness: { areas: ["left-leg", "right-leg"] }, bowel: "leaking" }],
    ["saddle-numbness-new", "one leg and the bowel", false, { numbness: { areas: ["left-leg"] }, bowel: "leaking" }],
    ["saddle-numbness-new", "the other leg and the bowel", false, { numbness: { areas: ["right-leg"] }, bowel: "leaking" }],
  ];
  it.each(rows)("%s with %s: %s", (rule, _when, fires, fields, context) => check(rule, fires, fields, context));
});

describe("infection and fever", () => {
  const rows: [string, string, boolean, Entry, Partial<RuleContext>?][] = [
    ["fever-rapid-worsening", "38 and fatigue risen by 3", true, { temperatureC: 38, scores: { fatigue: 7 } }, stable],
    ["fever-rapid-worsening", "38 and fatigue risen by 2", false, { temperatureC: 38, scores: { fatigue: 6 } }, stable],
    ["fever-rapid-worsening", "40.0", true, { temperatureC: 40 }, stable],
    ["fever-rapid-worsening", "39.9", false, { temperatureC: 39.9 }, stable],
    ["fever-rapid-worsening", "beside fever-rapid-worsening-high", false, { temperatureC: 39, onset: { walking: "hours" } }],
    ["fever-immunosuppressed", "chills, no temperature", true, { infection: ["chills"] }, on("fumarate")],
    ["fever-immunosuppressed", "chills with 37.0", false, { infection: ["chills"], temperatureC: 37 }, on("fumarate")],
    ["fever-immunosuppressed", "a cough, no temperature", false, { infection: ["cough"] }, on("fumarate")],
    ["fever-immunosuppressed", "37.5 and a cold on steroids", true, { infection: ["cold"], temperatureC: 37.5 }, on("steroid-course", { lastDoseOn: "2026-03-01" })],
    ["fever-immunosuppressed", "37.4 and a cold on steroids", false, { infection: ["cold"], temperatureC: 37.4 }, on("steroid-course", { lastDoseOn: "2026-03-01" })],
    ["fever-immunosuppressed", "37.5 and no item on steroids", false, { infection: [], temperatureC: 37.5 }, on("steroid-course", { lastDoseOn: "2026-03-01" })],
    ["fever-immunosuppressed", "37.5 and nothing asked on steroids", false, { temperatureC: 37.5 }, on("steroid-course", { lastDoseOn: "2026-03-01" })],
    ["fever-immunosuppressed", "37.5 and a cold on another medicine", false, { infection: ["cold"], temperatureC: 37.5 }, on("fumarate")],
    ["kidney-infection-signs", "cloudy urine and fever", true, { infection: ["cloudy-urine"], temperatureC: 38 }],
    ["kidney-infection-signs", "a cough and fever", false, { infection: ["cough"], temperatureC: 38 }],
  ];
  it.each(rows)("%s with %s: %s", (rule, _when, fires, fields, context) => check(rule, fires, fields, context));
});

describe("medicines", () => {
  const natalizumab = on("natalizumab");
  const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
  const worse: Entry = { scores: { walking: 4 } };
  const rows: [string, string, boolean, Entry, Partial<RuleContext>?][] = [
    ["pml-warning", "a firm run of a day", true, { scores: { walking: 6 } }, { ...natalizumab, history: [...daily(60, 2), entry(DAY_MS, { scores: { walking: 6 } })] }],
    ["pml-warning", "a firm run that began today", false, { scores: { walking: 6 } }, { ...natalizumab, ...stable }],
    ["pml-warning", "a run of two days that is not firm", false, worse, { ...natalizumab, history: [...daily(60, 3), ...daily(2, 1, worse)] }],
    ["pml-warning", "a run of three days that is not firm", true, worse, { ...natalizumab, history: [...daily(60, 4), ...daily(3, 1, worse)] }],
    ["pml-warning", "a minute less than three days", false, worse, { ...natalizumab, history: [...daily(60, 4), entry(3 * DAY_MS - 60_000, worse), entry(DAY_MS, worse)] }],
    ["pml-warning", "a run of a recorded relapse", false, { scores: { walking: 6 } }, { ...natalizumab, history: [...daily(60, 2), entry(DAY_MS, { scores: { walking: 6 } })], relapses: [{ startedAt: ago(1) }] }],
    ["pml-warning", "a run of a relapse that gets worse", true, { scores: { walking: 9 } }, { ...natalizumab, history: [...daily(60, 7), ...daily(6, 1, { scores: { walking: 5 } })], relapses: [{ startedAt: ago(6) }] }],
    ["pml-warning", "no natalizumab", false, { scores: { walking: 6 } }, { history: [...daily(60, 2), entry(DAY_MS, { scores: { walking: 6 } })] }],
    ["s1p-vision", "a new blur in the heat", false, { vision: { loss: "blurred", eyes: "left" }, triggers: ["heat"] }, on("S1P-modulator")],
    ["s1p-vision", "double vision in the heat", false, { vision: { doubleVision: true }, triggers: ["heat"] }, on("S1P-modulator")],
    ["s1p-vision", "double vision", true, { vision: { doubleVision: true } }, on("S1P-modulator")],
    ["s1p-vision", "a vision run of a day", true, { scores: { vision: 5 } }, { ...on("S1P-modulator"), history: [...daily(60, 2), entry(DAY_MS, { scores: { vision: 5 } })] }],
    ["s1p-vision", "a vision run that began today", false, { scores: { vision: 5 } }, { ...on("S1P-modulator"), ...stable }],
    ["s1p-vision", "a blur called gradual that is known", false, { vision: { loss: "blurred", eyes: "left" }, onset: { vision: "gradual" } }, { ...on("S1P-modulator"), ...usual({ vision: { loss: "blurred", eyes: "left" } }) }],
    ["s1p-vision", "a blur called usual", false, { vision: { loss: "blurred", eyes: "left" }, onset: { vision: "usual" } }, on("S1P-modulator")],
    ["headache-immune-drug", "beside meningitis-signs", false, { signs: ["lasting-headache", "confusion"] }, natalizumab],
    ["headache-immune-drug", "beside alemtuzumab-infusion-danger", false, { signs: ["lasting-headache"] }, on("alemtuzumab", { lastDoseOn: "2026-03-09" })],
    ["heart-or-faint", "beside s1p-first-dose-heart", false, { signs: ["faint"] }, on("S1P-modulator", { startedOn: "2026-03-09" })],
    ["pregnancy-warning", "fever", true, { temperatureC: 38 }, { profile: { pregnant: true } }],
    ["pregnancy-warning", "vision changed", true, { vision: { loss: "blurred" } }, { profile: { postpartum: true } }],
    ["pregnancy-warning", "the worst headache", true, { signs: ["worst-headache"] }, { profile: { pregnant: true } }],
    ["pregnancy-warning", "nothing of it", false, { signs: ["faint"] }, { profile: { pregnant: true } }],
    ["pregnancy-warning", "beside pregnancy-danger", false, { signs: ["worst-headache"], vision: { loss: "blurred" } }, { profile: { pregnant: true } }],
    ["pregnancy-medicine", "not reviewed", true, {}, { ...on("cladribine"), profile: { pregnant: true, pregnancyMedicineReviewed: false } }],
    ["pregnancy-medicine", "after a birth", false, {}, { ...on("cladribine"), profile: { postpartum: true } }],
  ];
  it.each(rows)("%s with %s: %s", (rule, _when, fires, fields, context) => check(rule, fires, fields, context));
});
