import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type Infection, type MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { ageOf, type Context, DAY, datesOf, type Diary, hasHeat, isInfectionSign, isUsable, openDiary, temperatureNow, within } from "./diary";
import { isLossUnknown, isNewBladderChange, isNewBowelLeak, isWeaknessUnknown } from "./findings";
import { BRUISING, counts, HARMFUL_IN_PREGNANCY, HEADACHE, isOnAny, PML_RISK } from "./medicines";
import { belongsToRelapse, FOCAL, FOCAL_SCORES, isInfectionRecent, isRelapseWorsening, isVisionChanged, latestOpenRelapse, runOf, usualBefore, type Run } from "./relapse";
import { emergenciesOf, factsOf, type Facts } from "./rules";
import { dayValues, isFarBeyond, isRiseAtLeast, middle, rise, weekRise } from "./scores";
import { isLongStanding, isRecurrent, isSuddenOrHours, isUsualOrGradual, onsetOf } from "./time-course";
import { drop, mayGoByScore, usualAbility } from "./walking";
import { walkingGradeIn } from "./grades";

/** The other three tiers, more briefly: what the rows see, and whether a rule or tier above has fired. */
type Below = Facts & { runs: Run[]; focal: Run[]; infectionRecent: boolean; heat: boolean; infection: (...items: Infection[]) => boolean; fired: (...ids: string[]) => boolean };
type Row = (below: Below) => boolean;

const isRise = (diary: Diary, score: "vision" | "walking", limit: number): boolean =>
  (rise(diary, score) ?? -99) >= limit || (weekRise(diary, score) ?? -99) >= limit;
const steroid14 = (diary: Diary): boolean => counts(diary, "steroid-course" satisfies MedicineClass, 14);
const isFeverImmunosuppressed: Row = ({ immunosuppressed, fever, infection, diary, c }) => (immunosuppressed
  && (fever || (infection("chills") && temperatureNow(diary) === undefined)))
  || (counts(diary, "steroid-course", 30) && Math.round((temperatureNow(diary) ?? 0) * 10) >= 375 && (c.infection ?? []).length > 0);

const URGENT: Record<string, Row> = {
  "optic-neuritis-suspected": ({ fired, newLoss, newDouble, c, effVision, heat, diary }) => {
    if (fired("vision-sudden-loss", "eye-pain-vision-drop")) return false;
    const [loss, pain, slow] = [c.vision?.loss, c.vision?.eyePain, effVision === "days" || effVision === "unknown"];
    if (newLoss && loss === "partial" && slow) return true;
    const isExcused = pain === "none" && effVision !== "sudden" && heat && !newDouble;
    if (newLoss && loss === "blurred" && (effVision === "sudden" || effVision === "hours") && !isExcused) return true;
    if (newLoss && loss === "blurred" && (pain === "mild" || pain === "severe") && slow) return true;
    if (loss === "complete" && onsetOf(diary, "vision") === "gradual" && isLossUnknown(diary)) return true;
    return (loss === undefined || loss === "none") && c.vision?.doubleVision !== true && !heat && !isUsualOrGradual(onsetOf(diary, "vision"))
      && c.scores.vision >= 6 && isFarBeyond(diary, "vision", 3) && isRise(diary, "vision", 4);
  },
  "eye-pain-severe": ({ c, fired }) => c.vision?.eyePain === "severe" && !fired("eye-pain-vision-drop"),
  "double-vision-new": ({ newDouble }) => newDouble,
  "walk-lost-days": ({ fired, newWalkingLoss, diary, c, heat }) => !fired("walk-sudden-loss") && (newWalkingLoss
    || (isSuddenOrHours(onsetOf(diary, "walking")) && (drop(diary) ?? 0) >= 2 && !heat && diary.profile.mobility !== "wheelchair-full-time")
    || (mayGoByScore(diary) && !heat && c.scores.walking >= 7 && isFarBeyond(diary, "walking", 3) && isRise(diary, "walking", 5))),
  "sudden-change": ({ fired, stated, diary }) => !fired("EMERGENCY") && (FOCAL.some((key) => stated(key, "sudden"))
    || (stated("walking", "hours") && (diary.profile.mobility === "wheelchair-full-time" || (usualAbility(diary) ?? 0) >= 3))),
  "weakness-new-marked": ({ weak, severity, effWeakness, fired }) => weak.length > 0 && effWeakness !== "usual" && effWeakness !== "gradual"
    && !fired("weakness-one-side", "spinal-cord-emergency", "stroke-signs")
    && (severity === "severe" || (severity === "moderate" && (effWeakness === "sudden" || effWeakness === "hours"))
      || (severity === "moderate" && weak.includes("left-leg") && weak.includes("right-leg")) || weak.some((area) => area.endsWith("-face"))),
  "saddle-numbness-new": ({ fired, numb, diary }) => !fired("cauda-equina", "spinal-cord-emergency") && (numb.includes("saddle")
    || ((isNewBladderChange(diary) || isNewBowelLeak(diary)) && (numb.includes("trunk") || (numb.includes("left-leg") && numb.includes("right-leg"))))),
  "bowel-leak-new": ({ diary }) => isNewBowelLeak(diary),
  "catheter-blocked": ({ c, diary }) => c.bladder === "catheter-blocked"
    || (diary.profile.usual?.bladder === "catheter" && c.bladder === "cannot-pass-urine" && !isRecurrent(diary, (x) => x.bladder === "cannot-pass-urine")),
  "swallow-worse": ({ has }) => has("trouble-swallowing"),
  "fever-rapid-worsening": ({ fever, fired, rapid, diary }) => fever && !fired("fever-rapid-worsening-high")
    && (rapid || isRiseAtLeast(diary, "fatigue", 3) || Math.round((temperatureNow(diary) ?? 0) * 10) >= 400),
  "fever-immunosuppressed": isFeverImmunosuppressed,
  "kidney-infection-signs": ({ c, fever, has }) => (c.infection ?? []).some((item) => item === "burning-urine" || item === "cloudy-urine") && (fever || has("shaking-chills")),
  "shingles-immunosuppressed": ({ infection, immunosuppressed }) => infection("shingles-rash") && immunosuppressed,
  "shaking-chills": ({ has }) => has("shaking-chills"),
  "pml-warning": ({ diary, focal, has, runs }) => (counts(diary, "natalizumab", 180) && focal.some((run) => run.isMet && (run.isFirm || run.lasts >= 3 * DAY)
    && (!belongsToRelapse(diary, run) || (isRelapseWorsening(diary, runs) && !isPossibleRelapse(diary, focal))))) || (isOnAny(diary, PML_RISK) && has("personality-change")),
  "s1p-vision": ({ diary, newLoss, newDouble, heat, focal }) => counts(diary, "S1P-modulator", 60) && (((newLoss || newDouble) && !heat)
    || focal.some(({ group, isMet }) => group === "vision" && isMet) || (onsetOf(diary, "vision") === "gradual" && isLossUnknown(diary))),
  "heart-or-faint": ({ has, fired }) => has("faint", "heart-odd") && !fired("s1p-first-dose-heart"),
  "headache-immune-drug": ({ has, diary, fired }) => has("lasting-headache") && isOnAny(diary, HEADACHE) && !fired("meningitis-signs", "alemtuzumab-infusion-danger"),
  "bruising-immune-drug": ({ has, diary }) => has("bruising-bleeding") && isOnAny(diary, BRUISING),
  "liver-signs": ({ has }) => has("yellow-skin"),
  "steroid-mood": ({ has, diary }) => has("mood-extreme") && steroid14(diary),
  "self-harm-thoughts": ({ has }) => has("self-harm-thoughts") && !has("self-harm-danger"),
  "head-injury": ({ has, fired }) => has("head-injury") && !fired("head-injury-danger"),
  "dizzy-severe": ({ has, fired }) => has("sudden-dizzy") && !fired("stroke-signs"),
  "leg-clot": ({ has }) => has("swollen-leg"),
  "pump-alarm": ({ has, fired }) => has("pump-alarm") && !fired("baclofen-pump-withdrawal"),
  "pregnancy-warning": ({ diary, fired, headache, fever, has }) => (diary.profile.pregnant === true || diary.profile.postpartum === true)
    && !fired("pregnancy-danger") && (headache || isVisionChanged(diary) || fever || has("vomiting")),
  "pregnancy-medicine": ({ diary }) => diary.profile.pregnant === true && isOnAny(diary, HARMFUL_IN_PREGNANCY) && diary.profile.pregnancyMedicineReviewed !== true,
};

function isPossibleRelapse(diary: Diary, focal: readonly Run[]): boolean {
  return !isInfectionRecent(diary) && focal.some((run) => run.isMet && !belongsToRelapse(diary, run));
}

const fallsIn = (checkIns: readonly JudgedCheckIn[]): number => checkIns.reduce((sum, x) => sum + (x.walking?.falls ?? 0), 0);
const bladderKinds = (x: JudgedCheckIn): boolean => x.bladder === "leaking" || x.bladder === "hard-to-start";

const SOON: Record<string, Row> = {
  "possible-relapse": ({ diary, focal }) => isPossibleRelapse(diary, focal),
  "relapse-worsening": ({ fired, diary, runs }) => !fired("possible-relapse") && isRelapseWorsening(diary, runs),
  "relapse-not-recovering": ({ diary, c }) => {
    const latest = latestOpenRelapse(diary);
    if (!latest) return false;
    const age = diary.t - latest.startedAt.getTime();
    return age >= 90 * DAY && age <= 180 * DAY && FOCAL_SCORES.some((score) => {
      const before = usualBefore(diary, latest, score);
      return before !== undefined && c.scores[score] >= before.median + 2;
    });
  },
  "pseudo-relapse-infection": ({ infectionRecent, runs }) => infectionRecent && runs.length > 0,
  "possible-uti": ({ infection }) => infection("burning-urine", "cloudy-urine"),
  "infection-immunosuppressed": (below) => below.immunosuppressed && (below.c.infection ?? []).some((item) => isInfectionSign(below.diary, item)) && !isFeverImmunosuppressed(below),
  "shingles": ({ infection, immunosuppressed }) => infection("shingles-rash") && !immunosuppressed,
  "loss-to-confirm": ({ diary, c, fired, severity }) => {
    const grade = walkingGradeIn(c);
    const usual = usualAbility(diary);
    const isWalkingKnown = grade !== undefined && isLongStanding(diary, (x) => (walkingGradeIn(x) ?? -1) >= grade);
    return ((c.vision?.loss === "partial" || c.vision?.loss === "complete") && isUsualOrGradual(onsetOf(diary, "vision")) && isLossUnknown(diary) && !fired("optic-neuritis-suspected"))
      || (severity === "severe" && isUsualOrGradual(onsetOf(diary, "weakness")) && isWeaknessUnknown(diary))
      || (grade !== undefined && grade >= 3 && isUsualOrGradual(onsetOf(diary, "walking")) && diary.profile.mobility !== "wheelchair-full-time"
        && (usual === undefined || grade > usual) && !isWalkingKnown);
  },
  "bladder-change-new": ({ diary, c }) => bladderKinds(c) && c.bladder !== diary.profile.usual?.bladder && !isRecurrent(diary, bladderKinds),
  "falls-rising": ({ c, diary }) => {
    const week = within(diary, 7 * DAY);
    const eightWeeks = within(diary, 63 * DAY).filter((x) => !week.includes(x));
    return (c.walking?.falls ?? 0) >= 1 && fallsIn([c, ...week]) >= 2 + (3 * fallsIn(eightWeeks)) / 8;
  },
  "walk-test-slower": ({ c, diary }) => {
    const tests = diary.earlier.flatMap((x) => (x.walking?.timed25FootSeconds === undefined ? [] : [{ age: ageOf(diary, x), seconds: x.walking.timed25FootSeconds }]));
    const previous = tests.filter(({ age }) => age >= DAY && age <= 14 * DAY);
    const usual = tests.filter(({ age }) => age >= 14 * DAY && age <= 365 * DAY).map(({ seconds }) => seconds);
    const own = c.walking?.timed25FootSeconds;
    if (own === undefined || previous.length === 0 || usual.length < 2) return false;
    const limit = Math.round(1.2 * middle(usual) * 1_000);
    return Math.round(own * 1_000) >= limit && Math.round(previous[previous.length - 1]!.seconds * 1_000) >= limit;
  },
  "thinking-or-mood-change": ({ has, diary }) => (has("personality-change") && !isOnAny(diary, PML_RISK)) || (has("mood-extreme") && !steroid14(diary)),
  "seizure-known": ({ c, has }) => (c.signs ?? []).includes("seizure") && !has("seizure"),
};

const INFO: Record<string, Row> = {
  "heat-pseudo-relapse": ({ heat, runs, focal, infectionRecent, fired }) => heat && runs.length > 0 && !focal.some(({ isMet }) => isMet) && !infectionRecent
    && !fired("EMERGENCY", "URGENT", "possible-relapse", "relapse-worsening", "pseudo-relapse-infection"),
  "watch-24h": ({ heat, focal, infectionRecent, fired, diary }) => focal.some((run) => run.holdsFirm && !belongsToRelapse(diary, run)) && !focal.some(({ isMet }) => isMet)
    && !heat && !infectionRecent && !fired("EMERGENCY", "URGENT", "possible-relapse", "relapse-worsening", "pseudo-relapse-infection"),
  "fever-watch": ({ fever, fired }) => fever && !fired("EMERGENCY", "URGENT"),
  "fatigue-only": ({ runs, focal, infectionRecent, fired }) => runs.some(({ group, lasts }) => group === "fatigue" && lasts >= 7 * DAY) && focal.length === 0
    && !infectionRecent && !fired("EMERGENCY", "URGENT"),
  "slow-worsening": ({ diary, fired }) => {
    const lately = [...within(diary, 28 * DAY), diary.c].filter((x) => isUsable(diary, x));
    const long = within(diary, 180 * DAY).filter((x) => ageOf(diary, x) >= 90 * DAY && isUsable(diary, x));
    return datesOf(lately).size >= 5 && datesOf(long).size >= 5
      && FOCAL_SCORES.some((score) => middle(dayValues(lately, score)) >= middle(dayValues(long, score)) + 2)
      && !fired("EMERGENCY", "URGENT", "possible-relapse", "relapse-worsening", "pseudo-relapse-infection");
  },
  "relapse-recovered": ({ diary, fired }) => {
    const latest = latestOpenRelapse(diary);
    if (!latest || diary.t - latest.startedAt.getTime() < 7 * DAY || fired("EMERGENCY", "URGENT")) return false;
    const week = [diary.c, ...within(diary, 7 * DAY)];
    const before = new Map(SCORE_NAMES.map((score) => [score, usualBefore(diary, latest, score)?.median]));
    const isNear = SCORE_NAMES.every((score) => middle(dayValues(week, score)) <= (before.get(score) ?? Number.NEGATIVE_INFINITY) + 1);
    const wasAbove = diary.earlier.some((x) => x.recordedAt >= latest.startedAt && ageOf(diary, x) >= 7 * DAY
      && FOCAL_SCORES.some((score) => x.scores[score] >= (before.get(score) ?? Number.POSITIVE_INFINITY) + 2));
    return datesOf(week).size >= 3 && isNear && wasAbove;
  },
  "new-sign-noted": ({ c, diary, signs, fired }) => (signs.length > 0 || (c.infection ?? []).some((item) => isInfectionSign(diary, item)))
    && !fired("EMERGENCY", "URGENT", "SOON"),
};

const TIERS_BELOW = { URGENT, SOON, INFO };
export const LOWER_IDS: readonly string[] = Object.values(TIERS_BELOW).flatMap((rows) => Object.keys(rows));

/** All 77 rules that fire, in table order. */
export function allByTheBook(checkIn: JudgedCheckIn, context: Context): string[] {
  const diary = openDiary(checkIn, context);
  const facts = factsOf(diary);
  const found = new Map<string, string>(emergenciesOf(facts).map((id) => [id, "EMERGENCY"]));
  const runs = [...FOCAL, "fatigue" as const].flatMap((group) => runOf(diary, group) ?? []);
  const below: Below = {
    ...facts, runs, focal: runs.filter(({ group }) => group !== "fatigue"), infectionRecent: isInfectionRecent(diary), heat: hasHeat(checkIn),
    infection: (...items) => items.some((item) => (checkIn.infection ?? []).includes(item) && isInfectionSign(diary, item)),
    fired: (...asked) => [...found].some(([id, tier]) => asked.includes(id) || asked.includes(tier)),
  };
  for (const [tier, rows] of Object.entries(TIERS_BELOW)) {
    for (const [id, row] of Object.entries(rows)) if (row(below)) found.set(id, tier);
  }
  return [...found.keys()];
}
