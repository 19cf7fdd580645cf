import { expect, it } from "vitest";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import type { Evidence, RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { daily, entry, judge, STABLE, type Entry } from "./diary";

const on = (is: MedicineClass, rest: Partial<Medication> = {}): Partial<RuleContext> => ({ medications: [{ class: is, name: "x", ...rest }] });
const stable = { history: STABLE };

type Row = [rule: string, when: string, raisedBy: Record<string, Evidence["value"]>, fields: Entry, context?: Partial<RuleContext>];

/** For each clause of the SOON and INFO rules: exactly the answers that raised it, in the order in which they are told. */
const ROWS: Row[] = [
  ["possible-relapse", "numb parts over days, nothing else asked",
    { "run.numbness": "2026-03-10T20:00:00.000Z", "scores.numbness": 2, "usual.numbness": 2, "numbness.areas": ["left-arm"], "onset.numbness": "days", "recent.infection": "not-asked", "recent.heat": "not-asked", "relapses.last": "none" },
    { numbness: { areas: ["left-arm"] }, onset: { numbness: "days" } }, stable],
  ["possible-relapse", "every group, everything asked",
    { "run.numbness": "2026-03-10T20:00:00.000Z", "scores.numbness": 6, "usual.numbness": 2, "onset.numbness": "days", "run.vision": "2026-03-10T20:00:00.000Z", "scores.vision": 4, "usual.vision": 1, "onset.vision": "days", "run.walking": "2026-03-10T20:00:00.000Z", "scores.walking": 6, "usual.walking": 2, "onset.walking": "days", "run.weakness": "2026-03-10T20:00:00.000Z", "weakness.severity": "mild", "weakness.areas": ["left-arm"], "onset.weakness": "days", "recent.infection": "no", "recent.heat": "no", "relapses.last": "2025-01-01T00:00:00.000Z" },
    { scores: { numbness: 6, vision: 4, walking: 6 }, onset: { numbness: "days", vision: "days", walking: "days", weakness: "days" }, walking: { ability: "one-aid" }, weakness: { severity: "mild", areas: ["left-arm"] }, infection: [], triggers: [] }, { ...stable, relapses: [{ startedAt: new Date("2025-01-01T00:00:00Z"), endedAt: new Date("2025-02-01T00:00:00Z") }] }],
  ["pseudo-relapse-infection", "worse with a cough and fever yesterday",
    { "run.fatigue": "2026-03-10T20:00:00.000Z", "scores.fatigue": 8, "usual.fatigue": 4, "recent.infection": ["fever", "cough"] },
    { scores: { fatigue: 8 }, infection: ["cough"] }, { history: [...daily(60, 2), entry(DAY_MS, { temperatureC: 38.5 })] }],
  ["possible-uti", "burning urine beside a cough",
    { infection: ["burning-urine"] },
    { infection: ["cough", "burning-urine"] }],
  ["infection-immunosuppressed", "a cough beside a cold",
    { infection: ["cough"], "medications.class": ["fumarate"] },
    { infection: ["cold", "cough"] }, on("fumarate")],
  ["shingles", "a rash",
    { infection: ["shingles-rash"] },
    { infection: ["shingles-rash"] }],
  ["loss-to-confirm", "a partial loss called gradual",
    { "vision.loss": "partial", "onset.vision": "gradual", "vision.eyes": "left" },
    { vision: { loss: "partial", eyes: "left" }, onset: { vision: "gradual" } }],
  ["loss-to-confirm", "severe weakness called gradual",
    { "weakness.severity": "severe", "onset.weakness": "gradual", "weakness.areas": ["left-arm", "trunk"] },
    { weakness: { severity: "severe", areas: ["left-arm", "trunk"] }, onset: { weakness: "gradual" } }],
  ["loss-to-confirm", "severe weakness of no named part called usual",
    { "weakness.severity": "severe", "onset.weakness": "usual" },
    { weakness: { severity: "severe" }, onset: { weakness: "usual" } }],
  ["loss-to-confirm", "a few steps called gradual",
    { "walking.ability": "few-steps", "onset.walking": "gradual" },
    { walking: { ability: "few-steps" }, onset: { walking: "gradual" } }],
  ["bladder-change-new", "leaking",
    { bladder: "leaking" },
    { bladder: "leaking" }],
  ["thinking-or-mood-change", "both",
    { signs: ["personality-change", "mood-extreme"] },
    { signs: ["mood-extreme", "personality-change"] }],
  ["seizure-known", "a fit called usual",
    { signs: ["seizure"] },
    { signs: ["seizure"], onset: { signs: "usual" } }, { profile: { usual: { signs: ["seizure"] } } }],
  ["heat-pseudo-relapse", "worse in the heat",
    { "run.walking": "2026-03-10T20:00:00.000Z", "scores.walking": 5, "usual.walking": 2, "run.fatigue": "2026-03-10T20:00:00.000Z", "scores.fatigue": 8, "usual.fatigue": 4, "recent.heat": "yes" },
    { scores: { walking: 5, fatigue: 8 }, triggers: ["heat"] }, stable],
  ["watch-24h", "a jump of numbness",
    { "run.numbness": "2026-03-10T20:00:00.000Z", "scores.numbness": 6, "usual.numbness": 2 },
    { scores: { numbness: 6 } }, stable],
  ["fever-watch", "fever",
    { temperatureC: 38.3 },
    { temperatureC: 38.3 }],
  ["fatigue-only", "a week of fatigue",
    { "run.fatigue": "2026-03-03T20:00:00.000Z", "scores.fatigue": 8, "usual.fatigue": 4 },
    { scores: { fatigue: 8 } }, { history: [...daily(60, 8), ...daily(7, 1, { scores: { fatigue: 8 } })] }],
  ["slow-worsening", "two above the level of half a year ago",
    { "lately.walking": 4, "longAgo.walking": 2 },
    { scores: { walking: 4 } }, { history: [...daily(150, 120), ...daily(40, 1, { scores: { walking: 4 } })] }],
  ["new-sign-noted", "a new sign and a cold that is more than a cold",
    { signs: ["vomiting", "light-hurts"], infection: ["sore-throat"] },
    { signs: ["vomiting", "light-hurts"], infection: ["cold", "sore-throat"] }],
];

it.each(ROWS)("%s is raised by %s, and says so", (rule, _when, raisedBy, fields, context) => {
  const alert = judge(fields, context).alerts.find(({ ruleId }) => ruleId === rule);
  expect(alert?.evidence.map(({ field, value }) => [field, value])).toEqual(Object.entries(raisedBy));
});
