import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { OnsetKey, Sign } from "@/lib/domain/check-in/vocabulary";
import { type Context, DAY, type Diary, isBelow36, isFeverNow, isInfectionNow, openDiary, temperatureNow } from "./diary";
import {
  countedSigns, effDoubleVision, effVision, effWeakness, isNewBladderChange, isNewBowelLeak, isNewDoubleVision, isOneSide,
  isSuddenNumbSide, isTwoSides, isUnableToPassUrine, newlyLostEyes, newlyNumbAreas, newlyWeakAreas, withoutTrunk,
} from "./findings";
import { counts, isImmunosuppressed, isInFirstWeekOfS1p, isInWeekAfterAlemtuzumab } from "./medicines";
import { isFarBeyond, isRiseAtLeast, rise } from "./scores";
import { isSuddenOrHours, isUsualOrGradual, onsetOf } from "./time-course";
import { isVisionChanged } from "./relapse";
import { effWalking, isDropTwoOrUnknown, isNewWalkingLoss, isUnable, mayGoByScore } from "./walking";

/** What the rows below are made of, worked out once a check-in. */
export function factsOf(diary: Diary) {
  const { c } = diary;
  const signs = countedSigns(diary);
  const has = (...wanted: Sign[]) => wanted.some((sign) => signs.includes(sign));
  const stated = (key: OnsetKey, onset: string) => c.onset?.[key] === onset;
  const weak = newlyWeakAreas(diary);
  const weakCount = withoutTrunk(weak).length;
  const weakOneSide = isOneSide(weak);
  const headache = has("lasting-headache", "worst-headache");
  const fever = isFeverNow(diary);
  const temperature = temperatureNow(diary);
  const numb = newlyNumbAreas(diary);
  const rapid = (["numbness", "vision", "walking"] as const).some((score) => isRiseAtLeast(diary, score, 3))
    || (["numbness", "vision", "walking", "weakness"] as const).some((key) => isSuddenOrHours(c.onset?.[key]));
  const cordSign = isNewBladderChange(diary) || isNewBowelLeak(diary) || numb.includes("trunk") || numb.includes("saddle");
  const partner = headache || isSuddenNumbSide(diary) || (weakOneSide && stated("weakness", "sudden"));
  return {
    diary, c, signs, has, stated, weak, weakCount, weakOneSide, headache, fever, rapid, numb, cordSign, partner,
    is39: temperature !== undefined && Math.round(temperature * 10) >= 390,
    immunosuppressed: isImmunosuppressed(diary),
    severity: c.weakness?.severity,
    effWeakness: effWeakness(diary), effVision: effVision(diary), effWalking: effWalking(diary),
    newLoss: newlyLostEyes(diary).length > 0, newDouble: isNewDoubleVision(diary), newWalkingLoss: isNewWalkingLoss(diary),
  };
}
export type Facts = ReturnType<typeof factsOf>;

/** The EMERGENCY part of section 7, in its order: a row is a rule, each line of a row one of its "any of". */
const TABLE: Record<string, ((facts: Facts) => boolean)[]> = {
  "vision-sudden-loss": [
    ({ newLoss, c, effVision }) => newLoss && c.vision?.loss === "complete" && effVision !== "usual" && effVision !== "gradual",
    ({ newLoss, c, effVision }) => newLoss && c.vision?.loss === "partial" && (effVision === "sudden" || effVision === "hours"),
    ({ diary, c }) => (c.vision?.loss === undefined || c.vision.loss === "blurred") && c.scores.vision >= 8
      && isRiseAtLeast(diary, "vision", 5) && isFarBeyond(diary, "vision", 2) && !isUsualOrGradual(onsetOf(diary, "vision")),
    ({ diary, c }) => c.vision?.loss === undefined && isSuddenOrHours(onsetOf(diary, "vision")) && c.scores.vision >= 7,
  ],
  "eye-pain-vision-drop": [
    ({ c, effVision, newLoss }) => c.vision?.eyePain === "severe" && ["sudden", "hours", "unknown"].includes(effVision) && newLoss,
    ({ diary, c, effVision }) => c.vision?.eyePain === "severe" && ["sudden", "hours", "unknown"].includes(effVision) && c.vision.loss === undefined
      && (isRiseAtLeast(diary, "vision", 3) || (rise(diary, "vision") === undefined && c.scores.vision >= 6)),
  ],
  "walk-sudden-loss": [
    ({ newWalkingLoss, effWalking, diary }) => newWalkingLoss && (effWalking === "sudden" || effWalking === "hours") && (isUnable(diary) || isDropTwoOrUnknown(diary)),
    ({ diary, c }) => mayGoByScore(diary) && c.scores.walking >= 9 && isRiseAtLeast(diary, "walking", 5) && isFarBeyond(diary, "walking", 2),
    ({ diary, c }) => mayGoByScore(diary) && isSuddenOrHours(onsetOf(diary, "walking")) && c.scores.walking >= 8
      && (isRiseAtLeast(diary, "walking", 3) || rise(diary, "walking") === undefined),
  ],
  "weakness-one-side": [
    ({ weakOneSide, severity, weakCount, effWeakness }) => weakOneSide && severity === "severe" && weakCount >= 2 && effWeakness !== "usual" && effWeakness !== "gradual",
    ({ weakOneSide, severity, effWeakness }) => weakOneSide && severity === "severe" && (effWeakness === "sudden" || effWeakness === "hours"),
    ({ weakOneSide, severity, effWeakness }) => weakOneSide && severity === "moderate" && effWeakness === "sudden",
    ({ weakOneSide, severity, weakCount, effWeakness }) => weakOneSide && severity === "moderate" && weakCount >= 2 && effWeakness === "hours",
  ],
  "spinal-cord-emergency": [
    ({ weak, severity, effWeakness }) => isTwoSides(weak) && severity === "severe" && (effWeakness === "sudden" || effWeakness === "hours"),
    ({ weak, severity, effWeakness }) => isTwoSides(weak) && severity === "moderate" && effWeakness === "sudden",
    ({ weak, severity, cordSign }) => weak.includes("left-leg") && weak.includes("right-leg") && (severity === "moderate" || severity === "severe") && cordSign,
    ({ newWalkingLoss, diary, cordSign }) => newWalkingLoss && (isUnable(diary) || isDropTwoOrUnknown(diary)) && cordSign,
  ],
  "cauda-equina": [
    ({ numb, diary }) => numb.includes("saddle") && isNewBladderChange(diary),
    ({ numb, diary }) => numb.includes("saddle") && isNewBowelLeak(diary),
    ({ numb, weak }) => numb.includes("saddle") && weak.some((area) => ["left-leg", "right-leg", "unnamed"].includes(area)),
    ({ numb, has }) => numb.includes("saddle") && has("back-pain"),
  ],
  "stroke-signs": [
    ({ has }) => has("face-droop", "slurred-speech"),
    ({ diary }) => isSuddenNumbSide(diary),
    ({ weak, effWeakness }) => weak.some((area) => area === "left-face" || area === "right-face") && ["sudden", "hours", "unknown"].includes(effWeakness),
    ({ weakOneSide, weakCount, stated }) => weakOneSide && weakCount >= 2 && stated("weakness", "sudden"),
    ({ newDouble, diary, has, partner }) => newDouble && ["sudden", "hours"].includes(effDoubleVision(diary)) && (has("sudden-dizzy") || partner),
    ({ has, newDouble, partner }) => has("sudden-dizzy") && (newDouble || has("stiff-neck") || partner),
  ],
  "confusion-acute": [({ has }) => has("confusion")],
  "hard-to-wake": [({ has }) => has("hard-to-wake")],
  "breathing-trouble": [({ has }) => has("trouble-breathing")],
  "chest-pain": [({ has }) => has("chest-pain")],
  "swallow-none": [({ has }) => has("cannot-swallow")],
  "seizure-new": [({ has }) => has("seizure")],
  "headache-worst": [({ has }) => has("worst-headache")],
  "meningitis-signs": [
    ({ has, fever, headache }) => has("stiff-neck") && (fever || headache || has("light-hurts", "confusion", "rash-no-fade")),
    ({ has, fever, headache }) => has("light-hurts") && headache && fever,
    ({ has, fever, headache, immunosuppressed }) => immunosuppressed && headache && (fever || has("confusion")),
  ],
  "sepsis-signs": [
    ({ has }) => has("mottled-skin", "rash-no-fade"),
    ({ has, diary }) => isInfectionNow(diary)
      && (has("confusion", "slurred-speech", "trouble-breathing", "shaking-chills", "hard-to-wake") || isUnableToPassUrine(diary)),
  ],
  "fever-rapid-worsening-high": [
    ({ fever, is39, rapid, diary }) => fever && is39 && (rapid || isRiseAtLeast(diary, "fatigue", 3)),
    ({ fever, immunosuppressed, rapid }) => fever && immunosuppressed && rapid,
  ],
  "infection-severe-immunosuppressed": [
    ({ immunosuppressed, is39 }) => immunosuppressed && is39,
    ({ immunosuppressed, has }) => immunosuppressed && has("shaking-chills"),
    ({ immunosuppressed, fever, has }) => immunosuppressed && fever && has("faint", "heart-odd", "vomiting"),
    ({ immunosuppressed, diary, c }) => immunosuppressed && isBelow36(diary) && (c.infection ?? []).length > 0,
  ],
  "self-harm-danger": [({ has }) => has("self-harm-danger")],
  "urine-retention": [({ diary }) => isUnableToPassUrine(diary)],
  "autonomic-dysreflexia": [({ has }) => has("pounding-headache-flush")],
  "baclofen-pump-withdrawal": [
    ({ diary, has }) => counts(diary, "baclofen-pump", 30) && has("sudden-stiffness", "new-itch"),
    ({ diary, has, fever }) => counts(diary, "baclofen-pump", 30) && has("pump-alarm") && (fever || has("confusion", "vomiting", "hard-to-wake", "seizure")),
  ],
  "severe-allergy": [({ has }) => has("face-swelling")],
  "bleeding-heavy": [({ has }) => has("heavy-bleeding")],
  "head-injury-danger": [
    ({ has }) => has("head-injury") && has("confusion", "hard-to-wake", "seizure", "worst-headache", "lasting-headache", "vomiting", "faint", "slurred-speech"),
    ({ has, newLoss, newDouble, weak }) => has("head-injury") && (newLoss || newDouble || weak.length > 0),
    ({ has, diary }) => has("head-injury") && counts(diary, "anticoagulant", 7),
  ],
  "s1p-first-dose-heart": [({ diary, has }) => isInFirstWeekOfS1p(diary) && has("faint", "heart-odd")],
  "alemtuzumab-infusion-danger": [
    ({ diary, has }) => isInWeekAfterAlemtuzumab(diary)
      && has("lasting-headache", "worst-headache", "stiff-neck", "chest-pain", "trouble-breathing", "bruising-bleeding", "heavy-bleeding"),
  ],
  "pregnancy-danger": [
    ({ diary, headache }) => (diary.profile.pregnant === true || diary.profile.postpartum === true) && headache && isVisionChanged(diary),
  ],
};

export const EMERGENCY_IDS: readonly string[] = Object.keys(TABLE);

/** The EMERGENCY rules that fire, in table order, whatever becomes of their tier on an old entry. */
export function emergenciesByTheBook(checkIn: JudgedCheckIn, context: Context): string[] {
  return emergenciesOf(factsOf(openDiary(checkIn, context)));
}

export function emergenciesOf(facts: Facts): string[] {
  return EMERGENCY_IDS.filter((id) => TABLE[id]!.some((line) => line(facts)));
}

/** Section 5, "Late entries": the tier these rules show with. Exactly seven days is not yet late. */
export function tierByTheBook(id: string, checkIn: JudgedCheckIn, { now }: Context): "EMERGENCY" | "SOON" {
  return now.getTime() - checkIn.recordedAt.getTime() > 7 * DAY && !id.startsWith("self-harm-") ? "SOON" : "EMERGENCY";
}
