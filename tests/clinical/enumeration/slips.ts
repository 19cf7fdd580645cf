import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { type Case, DAY, MINUTE } from "./draft";

/** A slip somebody could make in a rule, put as what such a rule would see instead of the case. */
export type Slip = (drawn: Case) => Case;

const asked = (change: (checkIn: JudgedCheckIn) => Partial<JudgedCheckIn>): Slip => ({ checkIn, context }) =>
  ({ checkIn: { ...checkIn, ...change(checkIn) } as JudgedCheckIn, context });
const known = (change: (context: RuleContext) => Partial<RuleContext>): Slip => ({ checkIn, context }) => ({ checkIn, context: { ...context, ...change(context) } });

function without<T extends object, K extends keyof T>(value: T, ...keys: K[]): T {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
}
const forgets = (...keys: (keyof JudgedCheckIn)[]): Slip => ({ checkIn, context }) => ({ checkIn: without(checkIn, ...keys), context });

const scoresBy = (by: number): Slip => asked(({ scores }) => ({
  scores: { fatigue: scores.fatigue + by, numbness: scores.numbness + by, vision: scores.vision + by, walking: scores.walking + by },
}));
const temperatureBy = (by: number): Slip => asked(({ temperatureC }) => (temperatureC === undefined ? {} : { temperatureC: temperatureC + by }));
const historyOlderBy = (ms: number): Slip => known(({ history }) =>
  ({ history: history.map((x) => ({ ...x, recordedAt: new Date(x.recordedAt.getTime() - ms) })) }));
const dayLater = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);
const medicinesBy = (days: number): Slip => known(({ medications }) => ({
  medications: medications.map(({ lastDoseOn, stoppedOn, startedOn, ...medicine }) => ({
    ...medicine, ...(startedOn && { startedOn: dayLater(startedOn, days) }),
    ...(lastDoseOn && { lastDoseOn: dayLater(lastDoseOn, days) }), ...(stoppedOn && { stoppedOn: dayLater(stoppedOn, days) }),
  })),
}));

export const SLIPS = {
  "does not read when it started": forgets("onset"),
  "does not read the diary": known(() => ({ history: [] })),
  "does not read the profile": known(() => ({ profile: {} })),
  "does not read the medicines": known(() => ({ medications: [] })),
  "does not read the relapses": known(() => ({ relapses: [] })),
  "does not read the temperature": forgets("temperatureC"),
  "does not read signs of infection": forgets("infection"),
  "does not read heat": forgets("triggers"),
  "does not read bladder and bowel": forgets("bladder", "bowel"),
  "does not read numbness": forgets("numbness"),
  "does not read weakness": forgets("weakness"),
  "does not read sight": forgets("vision"),
  "does not read signs": forgets("signs"),
  "has a limit of a score one too low": scoresBy(1),
  "has a limit of a score one too high": scoresBy(-1),
  "has a limit of temperature a tenth too low": temperatureBy(0.1),
  "has a limit of temperature a tenth too high": temperatureBy(-0.1),
  "has a window a minute too short": historyOlderBy(MINUTE),
  "has a window a minute too long": historyOlderBy(-MINUTE),
  "has a medicine window a day too short": medicinesBy(-1),
  "has a medicine window a day too long": medicinesBy(1),
  "takes any eye for the same eye": asked(({ vision }) => (vision ? { vision: without(vision, "eyes") } : {})),
  "takes any area for the same area": asked(({ weakness }) => (weakness ? { weakness: without(weakness, "areas") } : {})),
  "never takes a sign for usual": asked(({ onset }) => (onset ? { onset: without(onset, "signs") } : {})),
  "takes every sign called usual for usual": ({ checkIn, context }) => ({
    checkIn: checkIn.onset?.signs === "usual" && checkIn.signs
      ? { ...checkIn, signs: checkIn.signs.filter((sign) => !(context.profile.usual?.signs ?? []).includes(sign)) } : checkIn,
    context,
  }),
} satisfies Record<string, Slip>;

type SlipName = keyof typeof SLIPS;

const ONSET_AND_PAST: SlipName[] = ["does not read when it started", "does not read the diary", "does not read the profile"];
const USUAL_SIGN: SlipName[] = ["does not read signs", "never takes a sign for usual", "does not read the temperature"];
const NEVER_USUAL: SlipName[] = ["does not read signs", "takes every sign called usual for usual"];
const WINDOW: SlipName[] = ["does not read the medicines", "has a medicine window a day too short", "has a medicine window a day too long"];
const SCORE_LIMITS: SlipName[] = ["has a limit of a score one too low", "has a limit of a score one too high"];
const HEAT_LIMITS: SlipName[] = ["has a limit of temperature a tenth too low", "has a limit of temperature a tenth too high"];
const AGE_LIMITS: SlipName[] = ["has a window a minute too short", "has a window a minute too long"];

/** What each rule rests on by the document: a slip in it has to show. */
export const RESTS_ON: Record<string, readonly SlipName[]> = {
  "vision-sudden-loss": [...ONSET_AND_PAST, ...SCORE_LIMITS, ...AGE_LIMITS, "does not read the relapses", "does not read sight", "takes any eye for the same eye"],
  "eye-pain-vision-drop": [...ONSET_AND_PAST, ...SCORE_LIMITS, ...AGE_LIMITS, "does not read the relapses", "does not read sight", "takes any eye for the same eye"],
  "walk-sudden-loss": [...ONSET_AND_PAST, ...SCORE_LIMITS, ...AGE_LIMITS, "does not read the relapses"],
  "weakness-one-side": [...ONSET_AND_PAST, ...AGE_LIMITS, "does not read the relapses", "does not read weakness", "does not read heat", "takes any area for the same area"],
  "spinal-cord-emergency": [...ONSET_AND_PAST, ...AGE_LIMITS, "does not read the relapses", "does not read weakness", "does not read numbness", "does not read bladder and bowel", "takes any area for the same area"],
  "cauda-equina": [...ONSET_AND_PAST, "does not read weakness", "does not read numbness", "does not read bladder and bowel", "does not read signs", "takes any area for the same area"],
  "stroke-signs": [...ONSET_AND_PAST, "does not read the relapses", "does not read numbness", "does not read weakness", "does not read sight", "does not read signs", "does not read heat"],
  "confusion-acute": USUAL_SIGN, "breathing-trouble": USUAL_SIGN, "chest-pain": USUAL_SIGN, "seizure-new": USUAL_SIGN, "autonomic-dysreflexia": USUAL_SIGN,
  "hard-to-wake": NEVER_USUAL, "swallow-none": NEVER_USUAL, "headache-worst": NEVER_USUAL, "self-harm-danger": NEVER_USUAL, "severe-allergy": NEVER_USUAL,
  "bleeding-heavy": NEVER_USUAL,
  "meningitis-signs": [...WINDOW, ...HEAT_LIMITS, "does not read signs", "does not read the diary", "does not read the profile", "never takes a sign for usual"],
  "sepsis-signs": [...HEAT_LIMITS, ...AGE_LIMITS, ...NEVER_USUAL, "does not read signs of infection", "does not read bladder and bowel", "does not read the profile"],
  "fever-rapid-worsening-high": [...WINDOW, ...HEAT_LIMITS, ...SCORE_LIMITS, ...AGE_LIMITS, ...ONSET_AND_PAST],
  "infection-severe-immunosuppressed": [...WINDOW, ...HEAT_LIMITS, ...AGE_LIMITS, ...NEVER_USUAL, "does not read signs of infection"],
  "urine-retention": ["does not read bladder and bowel", "does not read the profile", "does not read the diary"],
  "baclofen-pump-withdrawal": [...WINDOW, ...HEAT_LIMITS, ...NEVER_USUAL, "never takes a sign for usual"],
  "head-injury-danger": [...WINDOW, ...NEVER_USUAL, "does not read sight", "does not read weakness", "does not read the diary"],
  "s1p-first-dose-heart": [...WINDOW, ...USUAL_SIGN],
  "alemtuzumab-infusion-danger": [...WINDOW, ...USUAL_SIGN],
  "pregnancy-danger": [...ONSET_AND_PAST, ...SCORE_LIMITS, "does not read heat", "does not read sight", "does not read signs", "takes any eye for the same eye"],
};
