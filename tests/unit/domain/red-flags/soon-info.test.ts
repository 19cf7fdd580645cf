import { describe, expect, it } from "vitest";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluateBy } from "@/lib/domain/red-flags/evaluate";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { Rule, RuleContext, Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { context, daily, entry, fired, judge, STABLE, type Entry } from "./diary";

type Row = [rule: string, when: string, fires: boolean, fields: Entry, context?: Partial<RuleContext>];
const on = (is: MedicineClass, rest: Partial<Medication> = {}): Partial<RuleContext> => ({ medications: [{ class: is, name: "x", ...rest }] });
const stable = { history: STABLE };
const usual = (usual: NonNullable<RuleContext["profile"]["usual"]>): Partial<RuleContext> => ({ profile: { usual } });
const slow = (key: "vision" | "weakness" | "walking", onset: "usual" | "gradual" = "gradual"): Entry => ({ onset: { [key]: onset } });
const steps: Entry = { walking: { ability: "few-steps" } };

const SOON: Row[] = [
  ["loss-to-confirm", "a partial loss called gradual", true, { vision: { loss: "partial", eyes: "left" }, ...slow("vision") }],
  ["loss-to-confirm", "a blur called gradual", false, { vision: { loss: "blurred", eyes: "left" }, ...slow("vision") }],
  ["loss-to-confirm", "a complete loss called usual", true, { vision: { loss: "complete", eyes: "left" }, ...slow("vision", "usual") }],
  ["loss-to-confirm", "a complete loss called gradual: optic-neuritis-suspected", false, { vision: { loss: "complete", eyes: "left" }, ...slow("vision") }],
  ["loss-to-confirm", "a partial loss that is known", false, { vision: { loss: "partial", eyes: "left" }, ...slow("vision") }, usual({ vision: { loss: "partial", eyes: "left" } })],
  ["loss-to-confirm", "a partial loss over days", false, { vision: { loss: "partial", eyes: "left" }, onset: { vision: "days" } }],
  ["loss-to-confirm", "severe weakness called usual", true, { weakness: { severity: "severe", areas: ["left-arm"] }, ...slow("weakness", "usual") }],
  ["loss-to-confirm", "moderate weakness called usual", false, { weakness: { severity: "moderate", areas: ["left-arm"] }, ...slow("weakness", "usual") }],
  ["loss-to-confirm", "severe weakness that is known", false, { weakness: { severity: "severe", areas: ["left-arm"] }, ...slow("weakness") }, usual({ weakness: { severity: "severe", areas: ["left-arm"] } })],
  ["loss-to-confirm", "severe weakness over days", false, { weakness: { severity: "severe", areas: ["left-arm"] }, onset: { weakness: "days" } }],
  ["loss-to-confirm", "few steps called gradual, usual not known", true, { ...steps, ...slow("walking") }],
  ["loss-to-confirm", "few steps called gradual, usually two aids", true, { ...steps, ...slow("walking") }, usual({ walking: "two-aids" })],
  ["loss-to-confirm", "few steps called gradual, usually few steps", false, { ...steps, ...slow("walking") }, usual({ walking: "few-steps" })],
  ["loss-to-confirm", "few steps as on most days, though not at the last", false, { ...steps, ...slow("walking") }, { history: [...daily(20, 8, steps), entry(DAY_MS, { walking: { ability: "two-aids" } })] }],
  ["loss-to-confirm", "few steps on a few days only", true, { ...steps, ...slow("walking") }, { history: [...daily(20, 11), ...daily(10, 8, steps), entry(DAY_MS, { walking: { ability: "two-aids" } })] }],
  ["loss-to-confirm", "two aids called gradual, usually unaided", false, { walking: { ability: "two-aids" }, ...slow("walking") }, usual({ walking: "unaided" })],
  ["loss-to-confirm", "few steps over days", false, { ...steps, onset: { walking: "days" } }],
  ["loss-to-confirm", "few steps of a full-time wheelchair user", false, { ...steps, ...slow("walking") }, { profile: { mobility: "wheelchair-full-time", usual: { walking: "one-aid" } } }],
  ["loss-to-confirm", "a walking score called gradual without an ability", false, { scores: { walking: 9 }, ...slow("walking") }],
  ["possible-uti", "cloudy urine", true, { infection: ["cloudy-urine"] }],
  ["possible-uti", "burning urine with a catheter", true, { infection: ["burning-urine"] }, usual({ bladder: "catheter" })],
  ["possible-uti", "cloudy urine with a catheter", false, { infection: ["cloudy-urine"] }, usual({ bladder: "catheter" })],
  ["possible-uti", "a cough", false, { infection: ["cough"] }],
  ["infection-immunosuppressed", "a cough", true, { infection: ["cough"] }, on("fumarate")],
  ["infection-immunosuppressed", "a cold", false, { infection: ["cold"] }, on("fumarate")],
  ["infection-immunosuppressed", "beside fever-immunosuppressed", false, { infection: ["cough"], temperatureC: 38 }, on("fumarate")],
  ["shingles", "on an immune medicine", false, { infection: ["shingles-rash"] }, on("fumarate")],
  ["thinking-or-mood-change", "a change of personality on fumarate, an extreme mood", true, { signs: ["personality-change", "mood-extreme"] }, on("fumarate")],
  ["thinking-or-mood-change", "a change of personality on fumarate", false, { signs: ["personality-change"] }, on("fumarate")],
  ["thinking-or-mood-change", "an extreme mood on steroids", false, { signs: ["mood-extreme"] }, on("steroid-course", { lastDoseOn: "2026-03-01" })],
  ["thinking-or-mood-change", "an extreme mood 15 days after steroids", true, { signs: ["mood-extreme"] }, on("steroid-course", { lastDoseOn: "2026-02-23" })],
  ["seizure-known", "a fit that is not in the profile", false, { signs: ["seizure"], onset: { signs: "usual" } }],
  ["seizure-known", "no fit", false, { signs: [], onset: { signs: "usual" } }, usual({ signs: ["seizure"] })],
];
const firm: Entry = { scores: { walking: 6 } };
const hot = (fields: Entry): Entry => ({ ...fields, triggers: ["heat"] });
const weekOfFatigue = [...daily(60, 8), ...daily(7, 1, { scores: { fatigue: 8 } })];
/** The walking run began 29 days after a relapse that is over and belongs to it; what begins today does not. */
const ONE_LASTED: Partial<RuleContext> = {
  history: [...daily(60, 2), entry(1.5 * DAY_MS, hot(firm)), entry(DAY_MS, firm)],
  relapses: [{ startedAt: entry(30.5 * DAY_MS).recordedAt, endedAt: entry(20 * DAY_MS).recordedAt }],
};
const INFO: Row[] = [
  ["heat-pseudo-relapse", "a firm run in the heat that began today", true, hot(firm), stable],
  ["heat-pseudo-relapse", "no heat", false, firm, stable],
  ["heat-pseudo-relapse", "nothing changed", false, hot({}), stable],
  ["heat-pseudo-relapse", "an infection yesterday", false, hot(firm), { history: [...daily(60, 2), entry(DAY_MS, { infection: ["cough"] })] }],
  ["heat-pseudo-relapse", "one of two focal runs has lasted", false, hot({ scores: { walking: 6, numbness: 6 } }), { history: [...daily(60, 4), ...daily(3, 1, firm)] }],
  ["heat-pseudo-relapse", "a run of a recorded relapse has lasted", false, hot(firm), { history: [...daily(60, 4), ...daily(3, 1, firm)], relapses: [{ startedAt: daily(3, 3)[0]!.recordedAt }] }],
  ["watch-24h", "a firm run that began today", true, firm, stable],
  ["watch-24h", "a run that is not firm", false, { scores: { walking: 4 } }, stable],
  ["watch-24h", "heat", false, hot(firm), stable],
  ["watch-24h", "an infection yesterday", false, firm, { history: [...daily(60, 2), entry(DAY_MS, { infection: ["cough"] })] }],
  ["watch-24h", "a firm run of a recorded relapse that has lasted", false, { scores: { walking: 6, numbness: 6 } }, { history: [...daily(60, 2), entry(DAY_MS, firm)], relapses: [{ startedAt: daily(40, 40)[0]!.recordedAt }, { startedAt: daily(1, 1)[0]!.recordedAt }] }],
  ["watch-24h", "a firm run that belongs to a relapse", false, firm, { ...stable, relapses: [{ startedAt: daily(3, 3)[0]!.recordedAt }] }],
  ["watch-24h", "one focal run of a relapse has lasted, a new one of another group has not", false, { scores: { walking: 6, numbness: 6 } }, ONE_LASTED],
  ["heat-pseudo-relapse", "the same in the heat", false, hot({ scores: { walking: 6, numbness: 6 } }), ONE_LASTED],
  ["fatigue-only", "a week of fatigue", true, { scores: { fatigue: 8 } }, { history: weekOfFatigue }],
  ["fatigue-only", "six days of fatigue", false, { scores: { fatigue: 8 } }, { history: [...daily(60, 7), ...daily(6, 1, { scores: { fatigue: 8 } })] }],
  ["fatigue-only", "a week of fatigue, and today numbness", false, { scores: { fatigue: 8, numbness: 6 } }, { history: weekOfFatigue }],
  ["fatigue-only", "a week of fatigue and a cough", false, { scores: { fatigue: 8 }, infection: ["cough"] }, { history: weekOfFatigue }],
  ["new-sign-noted", "a sign with no rule of its own", true, { signs: ["vomiting"] }],
  ["new-sign-noted", "an infection with no rule of its own", true, { infection: ["cough"] }],
  ["new-sign-noted", "a sign beside a SOON rule", false, { signs: ["vomiting"], bladder: "leaking" }],
  ["new-sign-noted", "a sign beside an URGENT rule", false, { signs: ["vomiting"], bowel: "leaking" }],
  ["new-sign-noted", "a cold", false, { infection: ["cold"] }],
  ["new-sign-noted", "a usual sign called usual", false, { signs: ["vomiting"], onset: { signs: "usual" } }, usual({ signs: ["vomiting"] })],
];

it.each([...SOON, ...INFO])("%s with %s: %s", (rule, _when, fires, fields, context) => {
  expect(fired(fields, context).includes(rule)).toBe(fires);
});

describe("what is said of an old entry", () => {
  const tiers = (fields: Entry, ageMs: number) => judge(fields, {}, ageMs).alerts.map(({ ruleId, tier }) => [ruleId, tier]);
  it("lowers URGENT to SOON after seven days, and leaves the tiers below where they are", () => {
    expect(tiers({ signs: ["swollen-leg"] }, 7 * DAY_MS)).toEqual([["leg-clot", "URGENT"]]);
    expect(tiers({ signs: ["swollen-leg"] }, 7 * DAY_MS + 1)).toEqual([["leg-clot", "SOON"]]);
    expect(tiers({ bladder: "leaking" }, 8 * DAY_MS)).toEqual([["bladder-change-new", "SOON"]]);
    expect(tiers({ temperatureC: 38.2 }, 8 * DAY_MS)).toEqual([["fever-watch", "INFO"]]);
    expect(tiers({ signs: ["self-harm-thoughts"] }, 8 * DAY_MS)).toEqual([["self-harm-thoughts", "URGENT"]]);
  });
});

describe("beside a rule that could not be checked", () => {
  const broken = (tier: Tier): Rule => ({ id: "broken", tier, version: 1, sources: ["K"], judge: () => { throw new Error("no"); } });
  const feverWith = (rule: Rule) => evaluateBy([rule, ...ALL_RULES], entry(0, { temperatureC: 38.2 }), context());
  it.each(["EMERGENCY", "URGENT"] as const)("nothing quiet is said: %s", (tier) => {
    const { alerts, couldNotCheck } = feverWith(broken(tier));
    expect(alerts).toEqual([]);
    expect(couldNotCheck).toEqual(["broken", "fever-watch"]);
  });
  it("of a tier that was not asked about, it is", () => {
    const { alerts, couldNotCheck } = feverWith(broken("SOON"));
    expect(alerts.map(({ ruleId }) => ruleId)).toEqual(["fever-watch"]);
    expect(couldNotCheck).toEqual(["broken"]);
  });
  it("what is quiet and does not apply is simply clear", () => {
    expect(evaluateBy([broken("URGENT"), ...ALL_RULES], entry(0), context()).couldNotCheck).toEqual(["broken"]);
  });
});

describe("a rule that has nothing to say", () => {
  const found = prepare(entry(0), context({ history: STABLE }));
  it.each(ALL_RULES.map((rule) => [rule.id, rule] as const))("%s is clear, whatever the rules above found", (_id, { judge: judgeBy }) => {
    expect(judgeBy(found, { fires: () => false, areSilent: () => true })).toEqual({ kind: "clear" });
    expect(judgeBy(found, { fires: () => true, areSilent: () => false })).toEqual({ kind: "clear" });
  });
  it("is clear also where it would fire but for a rule above", () => {
    const pregnant = prepare(entry(0, { signs: ["vomiting"] }), context({ profile: { pregnant: true } }));
    const rule = ALL_RULES.find(({ id }) => id === "pregnancy-warning")!;
    expect(rule.judge(pregnant, { fires: () => true, areSilent: () => false })).toEqual({ kind: "clear" });
  });
});

describe("the version of the set of rules", () => {
  it("is the number of rules and a hash of ids and versions, the same on every machine", async () => {
    const { RULES_VERSION } = await import("@/lib/domain/red-flags/all");
    let hash = 0x811c9dc5;
    for (const letter of ALL_RULES.map(({ id, version }) => `${id}@${version}`).join(" ")) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    expect(RULES_VERSION).toBe(`77-${hash.toString(16).padStart(8, "0")}`);
  });
});
