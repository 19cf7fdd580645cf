import { describe, expect, it } from "vitest";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { Infection, MedicineClass, Sign } from "@/lib/domain/check-in/vocabulary";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { daily, entry, fired, judge, NOW, STABLE, type Entry } from "./diary";

type Case = { entry: Entry; context?: Partial<RuleContext> };
/** `missing`: what the rule needs was not asked or not answered, which is never read as yes. */
type Row = { fires: Case; clear: Case; missing: Case };

const medicine = (is: MedicineClass, rest: Partial<Medication> = {}): Medication => ({ class: is, name: "x", ...rest });
const on = (is: MedicineClass, rest: Partial<Medication> = {}): Partial<RuleContext> => ({ medications: [medicine(is, rest)] });
const signs = (...list: Sign[]): Entry => ({ signs: list });
const infection = (...list: Infection[]): Entry => ({ infection: list });
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const ticked = (sign: Sign): Row => ({ fires: { entry: signs(sign) }, clear: { entry: signs() }, missing: { entry: {} } });
const stable = { history: STABLE };

const ROWS: Record<string, Row> = {
  "optic-neuritis-suspected": {
    fires: { entry: { vision: { loss: "partial", eyes: "left" }, onset: { vision: "days" } } },
    clear: { entry: { vision: { loss: "partial", eyes: "left" }, onset: { vision: "gradual" } } },
    missing: { entry: { vision: { eyes: "left" }, onset: { vision: "days" } } },
  },
  "eye-pain-severe": {
    fires: { entry: { vision: { eyePain: "severe" } }, context: stable },
    clear: { entry: { vision: { eyePain: "mild" } }, context: stable },
    missing: { entry: { vision: { loss: "blurred" } }, context: stable },
  },
  "double-vision-new": {
    fires: { entry: { vision: { doubleVision: true } } },
    clear: { entry: { vision: { doubleVision: true } }, context: { profile: { usual: { vision: { doubleVision: true } } } } },
    missing: { entry: { vision: { loss: "none" } } },
  },
  "walk-lost-days": {
    fires: { entry: { walking: { ability: "few-steps" }, onset: { walking: "days" } } },
    clear: { entry: { walking: { ability: "few-steps" }, onset: { walking: "gradual" } } },
    missing: { entry: { onset: { walking: "days" } } },
  },
  "sudden-change": {
    fires: { entry: { onset: { walking: "sudden" } } },
    clear: { entry: { onset: { walking: "hours" } } },
    missing: { entry: {} },
  },
  "weakness-new-marked": {
    fires: { entry: { weakness: { severity: "severe", areas: ["left-arm"] } } },
    clear: { entry: { weakness: { severity: "mild", areas: ["left-arm"] } } },
    missing: { entry: { weakness: { areas: ["left-arm"] } } },
  },
  "saddle-numbness-new": {
    fires: { entry: { numbness: { areas: ["saddle"] } } },
    clear: { entry: { numbness: { areas: ["saddle"] } }, context: { profile: { usual: { numbness: ["saddle"] } } } },
    missing: { entry: { numbness: {} } },
  },
  "bowel-leak-new": {
    fires: { entry: { bowel: "leaking" } },
    clear: { entry: { bowel: "leaking" }, context: { profile: { usual: { bowel: "leaking" } } } },
    missing: { entry: {} },
  },
  "catheter-blocked": {
    fires: { entry: { bladder: "cannot-pass-urine" }, context: { profile: { usual: { bladder: "catheter" } } } },
    clear: { entry: { bladder: "leaking" }, context: { profile: { usual: { bladder: "catheter" } } } },
    missing: { entry: {}, context: { profile: { usual: { bladder: "catheter" } } } },
  },
  "swallow-worse": ticked("trouble-swallowing"),
  "fever-rapid-worsening": {
    fires: { entry: { temperatureC: 38, onset: { walking: "hours" } } },
    clear: { entry: { temperatureC: 37.9, onset: { walking: "hours" } } },
    missing: { entry: { onset: { walking: "hours" } } },
  },
  "fever-immunosuppressed": {
    fires: { entry: { temperatureC: 38 }, context: on("anti-CD20") },
    clear: { entry: { temperatureC: 37.9 }, context: on("anti-CD20") },
    missing: { entry: {}, context: on("anti-CD20") },
  },
  "kidney-infection-signs": {
    fires: { entry: { ...infection("burning-urine"), temperatureC: 38 } },
    clear: { entry: { ...infection("burning-urine"), temperatureC: 37.9 } },
    missing: { entry: infection("burning-urine") },
  },
  "shingles-immunosuppressed": {
    fires: { entry: infection("shingles-rash"), context: on("cladribine") },
    clear: { entry: infection("cough"), context: on("cladribine") },
    missing: { entry: infection("shingles-rash") },
  },
  "shaking-chills": ticked("shaking-chills"),
  "pml-warning": {
    fires: { entry: signs("personality-change"), context: on("fumarate") },
    clear: { entry: signs(), context: on("fumarate") },
    missing: { entry: signs("personality-change") },
  },
  "s1p-vision": {
    fires: { entry: { vision: { loss: "blurred" } }, context: on("S1P-modulator") },
    clear: { entry: { vision: { loss: "none" } }, context: on("S1P-modulator") },
    missing: { entry: { vision: { loss: "blurred" } } },
  },
  "heart-or-faint": ticked("faint"),
  "headache-immune-drug": {
    fires: { entry: signs("lasting-headache"), context: on("natalizumab") },
    clear: { entry: signs("worst-headache"), context: on("natalizumab") },
    missing: { entry: signs("lasting-headache") },
  },
  "bruising-immune-drug": {
    fires: { entry: signs("bruising-bleeding"), context: on("interferon") },
    clear: { entry: signs(), context: on("interferon") },
    missing: { entry: signs("bruising-bleeding") },
  },
  "liver-signs": ticked("yellow-skin"),
  "steroid-mood": {
    fires: { entry: signs("mood-extreme"), context: on("steroid-course", { lastDoseOn: "2026-02-24" }) },
    clear: { entry: signs("mood-extreme"), context: on("steroid-course", { lastDoseOn: "2026-02-23" }) },
    missing: { entry: {}, context: on("steroid-course", { lastDoseOn: "2026-02-24" }) },
  },
  "self-harm-thoughts": {
    fires: { entry: signs("self-harm-thoughts") },
    clear: { entry: signs("self-harm-thoughts", "self-harm-danger") },
    missing: { entry: {} },
  },
  "head-injury": {
    fires: { entry: signs("head-injury") },
    clear: { entry: signs("head-injury", "vomiting") },
    missing: { entry: signs("vomiting") },
  },
  "dizzy-severe": {
    fires: { entry: signs("sudden-dizzy") },
    clear: { entry: signs("sudden-dizzy", "worst-headache") },
    missing: { entry: {} },
  },
  "leg-clot": ticked("swollen-leg"),
  "pump-alarm": {
    fires: { entry: signs("pump-alarm") },
    clear: { entry: signs("pump-alarm", "confusion"), context: on("baclofen-pump") },
    missing: { entry: {} },
  },
  "pregnancy-warning": {
    fires: { entry: signs("vomiting"), context: { profile: { postpartum: true } } },
    clear: { entry: signs("vomiting"), context: { profile: { pregnant: false, postpartum: false } } },
    missing: { entry: signs("vomiting") },
  },
  "pregnancy-medicine": {
    fires: { entry: {}, context: { ...on("teriflunomide"), profile: { pregnant: true } } },
    clear: { entry: {}, context: { ...on("teriflunomide"), profile: { pregnant: true, pregnancyMedicineReviewed: true } } },
    missing: { entry: {}, context: on("teriflunomide") },
  },

  "possible-relapse": {
    fires: { entry: { scores: { walking: 6 }, onset: { walking: "days" } }, context: stable },
    clear: { entry: { scores: { walking: 6 }, onset: { walking: "hours" } }, context: stable },
    missing: { entry: { scores: { walking: 6 } }, context: stable },
  },
  "relapse-worsening": {
    fires: { entry: { scores: { walking: 9 } }, context: { history: [...STABLE.slice(0, -4), ...daily(4, 1, { scores: { walking: 6 } })], relapses: [{ startedAt: ago(5) }] } },
    clear: { entry: { scores: { walking: 7 } }, context: { history: [...STABLE.slice(0, -4), ...daily(4, 1, { scores: { walking: 6 } })], relapses: [{ startedAt: ago(5) }] } },
    missing: { entry: { scores: { walking: 9 } }, context: { history: [entry(2 * DAY_MS)], relapses: [{ startedAt: ago(5) }] } },
  },
  "relapse-not-recovering": {
    fires: { entry: { scores: { walking: 4 } }, context: { history: daily(150, 100), relapses: [{ startedAt: ago(95) }] } },
    clear: { entry: { scores: { walking: 3 } }, context: { history: daily(150, 100), relapses: [{ startedAt: ago(95) }] } },
    missing: { entry: { scores: { walking: 9 } }, context: { relapses: [{ startedAt: ago(95) }] } },
  },
  "pseudo-relapse-infection": {
    fires: { entry: { scores: { walking: 6 }, ...infection("cough") }, context: stable },
    clear: { entry: { scores: { walking: 6 }, ...infection("cold") }, context: stable },
    missing: { entry: { scores: { walking: 6 } }, context: stable },
  },
  "possible-uti": { fires: { entry: infection("burning-urine") }, clear: { entry: infection("cough") }, missing: { entry: {} } },
  "infection-immunosuppressed": {
    fires: { entry: infection("cough"), context: on("fumarate") },
    clear: { entry: infection("cold"), context: on("fumarate") },
    missing: { entry: infection("cough") },
  },
  shingles: { fires: { entry: infection("shingles-rash") }, clear: { entry: infection("shingles-rash"), context: on("fumarate") }, missing: { entry: {} } },
  "loss-to-confirm": {
    fires: { entry: { vision: { loss: "partial" }, onset: { vision: "gradual" } } },
    clear: { entry: { vision: { loss: "partial" }, onset: { vision: "gradual" } }, context: { profile: { usual: { vision: { loss: "partial" } } } } },
    missing: { entry: { vision: { loss: "partial" } } },
  },
  "bladder-change-new": {
    fires: { entry: { bladder: "hard-to-start" } },
    clear: { entry: { bladder: "hard-to-start" }, context: { profile: { usual: { bladder: "hard-to-start" } } } },
    missing: { entry: {} },
  },
  "falls-rising": { fires: { entry: { walking: { falls: 2 } } }, clear: { entry: { walking: { falls: 1 } } }, missing: { entry: { walking: {} } } },
  "walk-test-slower": {
    fires: { entry: { walking: { timed25FootSeconds: 6 } }, context: walks(6, 5) },
    clear: { entry: { walking: { timed25FootSeconds: 5.9 } }, context: walks(6, 5) },
    missing: { entry: {}, context: walks(6, 5) },
  },
  "thinking-or-mood-change": {
    fires: { entry: signs("personality-change") },
    clear: { entry: signs("personality-change"), context: on("fumarate") },
    missing: { entry: {} },
  },
  "seizure-known": {
    fires: { entry: { ...signs("seizure"), onset: { signs: "usual" } }, context: { profile: { usual: { signs: ["seizure"] } } } },
    clear: { entry: signs("seizure"), context: { profile: { usual: { signs: ["seizure"] } } } },
    missing: { entry: { onset: { signs: "usual" } }, context: { profile: { usual: { signs: ["seizure"] } } } },
  },

  "heat-pseudo-relapse": {
    fires: { entry: { scores: { walking: 6 }, triggers: ["heat"] }, context: stable },
    clear: { entry: { scores: { walking: 3 }, triggers: ["heat"] }, context: stable },
    missing: { entry: { scores: { walking: 6 } }, context: stable },
  },
  "watch-24h": {
    fires: { entry: { scores: { walking: 6 } }, context: stable },
    clear: { entry: { scores: { walking: 3 } }, context: stable },
    missing: { entry: { scores: { walking: 6 } } },
  },
  "fever-watch": { fires: { entry: { temperatureC: 38 } }, clear: { entry: { temperatureC: 37.9 } }, missing: { entry: {} } },
  "fatigue-only": {
    fires: { entry: { scores: { fatigue: 8 } }, context: { history: [...daily(40, 8), ...daily(7, 1, { scores: { fatigue: 8 } })] } },
    clear: { entry: { scores: { fatigue: 8 } }, context: { history: [...daily(40, 7), ...daily(6, 1, { scores: { fatigue: 8 } })] } },
    missing: { entry: { scores: { fatigue: 8 } }, context: { history: daily(7, 1, { scores: { fatigue: 8 } }) } },
  },
  "slow-worsening": {
    fires: { entry: { scores: { walking: 4 } }, context: { history: [...daily(120, 90), ...daily(89, 29, { scores: { walking: 3 } }), ...daily(28, 1, { scores: { walking: 4 } })] } },
    clear: { entry: { scores: { walking: 3 } }, context: { history: [...daily(120, 90), ...daily(89, 1, { scores: { walking: 3 } })] } },
    missing: { entry: { scores: { walking: 4 } }, context: { history: daily(28, 1, { scores: { walking: 4 } }) } },
  },
  "relapse-recovered": {
    fires: { entry: {}, context: { history: [...daily(60, 21), ...daily(19, 8, { scores: { walking: 7 } }), ...daily(7, 1)], relapses: [{ startedAt: ago(20) }] } },
    clear: { entry: {}, context: { history: [...daily(60, 21), ...daily(19, 8, { scores: { walking: 3 } }), ...daily(7, 1)], relapses: [{ startedAt: ago(20) }] } },
    missing: { entry: {}, context: { history: [...daily(19, 8, { scores: { walking: 7 } }), ...daily(7, 1)], relapses: [{ startedAt: ago(20) }] } },
  },
  "new-sign-noted": { fires: { entry: signs("back-pain") }, clear: { entry: signs() }, missing: { entry: {} } },
};

/** Timed walks: one 2 days ago, and two of 100 to 200 days ago. */
function walks(previous: number, usual: number): Partial<RuleContext> {
  const walk = (days: number, timed25FootSeconds: number) => entry(days * DAY_MS, { walking: { timed25FootSeconds } });
  return { history: [walk(200, usual), walk(100, usual), walk(2, previous)] };
}

describe("each rule below EMERGENCY", () => {
  it("has its row in this table", () => {
    expect(Object.keys(ROWS)).toEqual(ALL_RULES.filter(({ tier }) => tier !== "EMERGENCY").map(({ id }) => id));
    expect(["URGENT", "SOON", "INFO"].map((tier) => ALL_RULES.filter((rule) => rule.tier === tier).length)).toEqual([29, 13, 7]);
  });

  it.each(Object.entries(ROWS))("%s fires, stays clear, and reads an unanswered question as unknown", (id, { fires, clear, missing }) => {
    expect(fired(fires.entry, fires.context)).toContain(id);
    expect(fired(clear.entry, clear.context)).not.toContain(id);
    expect(fired(missing.entry, missing.context)).not.toContain(id);
  });

  it.each(Object.entries(ROWS))("%s names the answers that raised it", (id, { fires }) => {
    const alert = judge(fires.entry, fires.context).alerts.find(({ ruleId }) => ruleId === id)!;
    expect(alert.evidence.length).toBeGreaterThan(0);
    for (const { value } of alert.evidence) expect(value).toBeDefined();
    expect(new Set(alert.evidence.map(({ field }) => field)).size).toBe(alert.evidence.length);
  });
});
