import { describe, expect, it } from "vitest";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { Sign } from "@/lib/domain/check-in/vocabulary";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { fired, judge, STABLE, type Entry } from "./diary";

type Case = { entry: Entry; context?: Partial<RuleContext> };
type Row = { fires: Case; clear: Case; missing: Case };

const medicine = (is: Medication["class"], rest: Partial<Medication> = {}): Medication => ({ class: is!, name: "x", ...rest });
const signs = (...list: Sign[]): Entry => ({ signs: list });
const onOcrelizumab = { medications: [medicine("anti-CD20")] };
/** A rule of one tick: fires when ticked, stays clear when asked and not ticked, and when not asked. */
const ticked = (sign: Sign): Row => ({ fires: { entry: signs(sign) }, clear: { entry: signs() }, missing: { entry: {} } });

const ROWS: Record<string, Row> = {
  "vision-sudden-loss": {
    fires: { entry: { vision: { loss: "partial", eyes: "left" }, onset: { vision: "hours" } } },
    clear: { entry: { vision: { loss: "partial", eyes: "left" }, onset: { vision: "gradual" } } },
    missing: { entry: { scores: { vision: 9 } } },
  },
  "eye-pain-vision-drop": {
    fires: { entry: { vision: { eyePain: "severe", loss: "blurred", eyes: "left" }, onset: { vision: "sudden" } } },
    clear: { entry: { vision: { eyePain: "severe", loss: "blurred", eyes: "left" }, onset: { vision: "days" } } },
    missing: { entry: { vision: { loss: "blurred", eyes: "left" }, onset: { vision: "sudden" } } },
  },
  "walk-sudden-loss": {
    fires: { entry: { walking: { ability: "few-steps" }, onset: { walking: "sudden" } }, context: { profile: { usual: { walking: "one-aid" } } } },
    clear: { entry: { walking: { ability: "few-steps" }, onset: { walking: "sudden" } }, context: { profile: { usual: { walking: "few-steps" } } } },
    missing: { entry: { walking: { falls: 1 }, onset: { walking: "sudden" } } },
  },
  "weakness-one-side": {
    fires: { entry: { weakness: { severity: "moderate", areas: ["left-arm", "left-leg"] }, onset: { weakness: "hours" } } },
    clear: { entry: { weakness: { severity: "moderate", areas: ["left-arm"] }, onset: { weakness: "hours" } } },
    missing: { entry: { weakness: { areas: ["left-arm", "left-leg"] } } },
  },
  "spinal-cord-emergency": {
    fires: { entry: { weakness: { severity: "moderate", areas: ["left-leg", "right-leg"] }, bowel: "leaking" } },
    clear: { entry: { weakness: { severity: "moderate", areas: ["left-leg", "right-leg"] }, bowel: "constipated" } },
    missing: { entry: { weakness: { severity: "moderate", areas: ["left-leg", "right-leg"] } } },
  },
  "cauda-equina": {
    fires: { entry: { numbness: { areas: ["saddle"] }, signs: ["back-pain"] } },
    clear: { entry: { numbness: { areas: ["left-leg"] }, signs: ["back-pain"] } },
    missing: { entry: { numbness: { areas: ["saddle"] } } },
  },
  "stroke-signs": {
    fires: { entry: { numbness: { areas: ["left-face", "left-arm"] }, onset: { numbness: "sudden" } } },
    clear: { entry: { numbness: { areas: ["left-arm", "right-leg"] }, onset: { numbness: "sudden" } } },
    missing: { entry: { numbness: { areas: ["left-face", "left-arm"] } } },
  },
  "confusion-acute": ticked("confusion"),
  "hard-to-wake": ticked("hard-to-wake"),
  "breathing-trouble": ticked("trouble-breathing"),
  "chest-pain": ticked("chest-pain"),
  "swallow-none": ticked("cannot-swallow"),
  "seizure-new": ticked("seizure"),
  "headache-worst": ticked("worst-headache"),
  "meningitis-signs": {
    fires: { entry: { signs: ["stiff-neck"], temperatureC: 38.0 } },
    clear: { entry: { signs: ["stiff-neck"], temperatureC: 37.9 } },
    missing: { entry: { signs: ["stiff-neck"] } },
  },
  "sepsis-signs": {
    fires: { entry: { signs: ["shaking-chills"], infection: ["cough"] } },
    clear: { entry: { signs: ["shaking-chills"], infection: ["cold"] } },
    missing: { entry: { signs: ["shaking-chills"] } },
  },
  "fever-rapid-worsening-high": {
    fires: { entry: { temperatureC: 39.0, scores: { fatigue: 7 } }, context: { history: STABLE } },
    clear: { entry: { temperatureC: 38.9, scores: { fatigue: 7 } }, context: { history: STABLE } },
    missing: { entry: { scores: { fatigue: 7 } }, context: { history: STABLE } },
  },
  "infection-severe-immunosuppressed": {
    fires: { entry: { temperatureC: 38.0, signs: ["vomiting"] }, context: onOcrelizumab },
    clear: { entry: { temperatureC: 38.0, signs: [] }, context: onOcrelizumab },
    missing: { entry: { signs: ["vomiting"] }, context: onOcrelizumab },
  },
  "self-harm-danger": ticked("self-harm-danger"),
  "urine-retention": {
    fires: { entry: { bladder: "cannot-pass-urine" } },
    clear: { entry: { bladder: "cannot-pass-urine" }, context: { profile: { usual: { bladder: "catheter" } } } },
    missing: { entry: {} },
  },
  "autonomic-dysreflexia": ticked("pounding-headache-flush"),
  "baclofen-pump-withdrawal": {
    fires: { entry: { signs: ["pump-alarm", "vomiting"] }, context: { medications: [medicine("baclofen-pump")] } },
    clear: { entry: { signs: ["pump-alarm"] }, context: { medications: [medicine("baclofen-pump")] } },
    missing: { entry: { signs: ["new-itch"] } },
  },
  "severe-allergy": ticked("face-swelling"),
  "bleeding-heavy": ticked("heavy-bleeding"),
  "head-injury-danger": {
    fires: { entry: { signs: ["head-injury"] }, context: { medications: [medicine("anticoagulant")] } },
    clear: { entry: { signs: ["head-injury"] } },
    missing: { entry: {}, context: { medications: [medicine("anticoagulant")] } },
  },
  "s1p-first-dose-heart": {
    fires: { entry: signs("heart-odd"), context: { medications: [medicine("S1P-modulator", { startedOn: "2026-03-03" })] } },
    clear: { entry: signs("heart-odd"), context: { medications: [medicine("S1P-modulator", { startedOn: "2026-03-02" })] } },
    missing: { entry: signs("heart-odd"), context: { medications: [medicine("S1P-modulator")] } },
  },
  "alemtuzumab-infusion-danger": {
    fires: { entry: signs("bruising-bleeding"), context: { medications: [medicine("alemtuzumab", { lastDoseOn: "2026-03-03" })] } },
    clear: { entry: signs("bruising-bleeding"), context: { medications: [medicine("alemtuzumab", { lastDoseOn: "2026-03-02" })] } },
    missing: { entry: signs("bruising-bleeding"), context: { medications: [medicine("alemtuzumab")] } },
  },
  "pregnancy-danger": {
    fires: { entry: { signs: ["lasting-headache"], scores: { vision: 3 } }, context: { history: STABLE, profile: { postpartum: true } } },
    clear: { entry: { signs: ["lasting-headache"], scores: { vision: 2 } }, context: { history: STABLE, profile: { postpartum: true } } },
    missing: { entry: { signs: ["lasting-headache"], scores: { vision: 3 } }, context: { history: STABLE } },
  },
};

describe("each emergency rule", () => {
  it("has its row in this table", () => {
    expect(Object.keys(ROWS)).toEqual(ALL_RULES.filter(({ tier }) => tier === "EMERGENCY").map(({ id }) => id));
    expect(Object.keys(ROWS)).toHaveLength(28);
  });

  it.each(Object.entries(ROWS))("%s fires, stays clear, and reads an unanswered question as unknown", (id, { fires, clear, missing }) => {
    expect(fired(fires.entry, fires.context)).toContain(id);
    expect(fired(clear.entry, clear.context)).not.toContain(id);
    expect(fired(missing.entry, missing.context)).not.toContain(id);
  });

  it.each(Object.entries(ROWS))("%s names the answers that raised it", (id, { fires }) => {
    const alert = judge(fires.entry, fires.context).alerts.find(({ ruleId }) => ruleId === id)!;
    expect(alert.evidence.length).toBeGreaterThan(0);
    for (const { field, value } of alert.evidence) {
      expect(field).toMatch(/^(scores|onset|vision|numbness|weakness|walking|medications|profile)\.\w+$|^(signs|bladder|bowel|infection|temperatureC)$/);
      expect(value).toBeDefined();
    }
    expect(new Set(alert.evidence.map(({ field }) => field)).size).toBe(alert.evidence.length);
  });
});

describe("evidence", () => {
  it("names only the new eye and the new areas, and only the signs that count", () => {
    const { alerts } = judge(
      {
        vision: { loss: "complete", eyes: "both" }, onset: { vision: "days", weakness: "days", signs: "usual" },
        weakness: { severity: "severe", areas: ["left-leg", "right-arm", "right-leg"] }, signs: ["chest-pain", "head-injury"],
      },
      { profile: { usual: { vision: { loss: "complete", eyes: "right" }, weakness: { severity: "severe", areas: ["left-leg"] }, signs: ["chest-pain"] } } },
    );
    const evidenceOf = (id: string) => Object.fromEntries(alerts.find(({ ruleId }) => ruleId === id)!.evidence.map(({ field, value }) => [field, value]));
    expect(evidenceOf("vision-sudden-loss")).toMatchObject({ "vision.loss": "complete", "vision.eyes": "left" });
    expect(evidenceOf("weakness-one-side")).toMatchObject({ "weakness.areas": ["right-arm", "right-leg"], "onset.weakness": "days" });
    expect(evidenceOf("head-injury-danger")).toMatchObject({ signs: ["head-injury"] });
    expect(alerts.map(({ ruleId }) => ruleId)).not.toContain("chest-pain");
  });
});
