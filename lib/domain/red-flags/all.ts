import { headInjuryDanger, meningitisSigns, strokeSigns } from "@/lib/domain/red-flags/emergency/brain";
import { eyePainVisionDrop, visionSuddenLoss } from "@/lib/domain/red-flags/emergency/eyes";
import { feverRapidWorseningHigh, infectionSevereImmunosuppressed, sepsisSigns } from "@/lib/domain/red-flags/emergency/infection";
import { alemtuzumabInfusionDanger, baclofenPumpWithdrawal, pregnancyDanger, s1pFirstDoseHeart } from "@/lib/domain/red-flags/emergency/medicines";
import { caudaEquina, spinalCordEmergency, urineRetention, walkSuddenLoss, weaknessOneSide } from "@/lib/domain/red-flags/emergency/movement";
import {
  autonomicDysreflexia, bleedingHeavy, breathingTrouble, chestPain, confusionAcute, hardToWake, headacheWorst, seizureNew,
  selfHarmDanger, severeAllergy, swallowNone,
} from "@/lib/domain/red-flags/emergency/single-signs";
import { fatigueOnly, feverWatch, heatPseudoRelapse, newSignNoted, relapseRecovered, slowWorsening, watch24h } from "@/lib/domain/red-flags/info/watch";
import type { Rule } from "@/lib/domain/red-flags/rule";
import {
  bladderChangeNew, fallsRising, lossToConfirm, seizureKnown, thinkingOrMoodChange, walkTestSlower,
} from "@/lib/domain/red-flags/soon/changes";
import { infectionImmunosuppressed, possibleUti, shingles } from "@/lib/domain/red-flags/soon/infection";
import { possibleRelapse, pseudoRelapseInfection, relapseNotRecovering, relapseWorsening } from "@/lib/domain/red-flags/soon/relapse";
import { doubleVisionNew, eyePainSevere, opticNeuritisSuspected, s1pVision } from "@/lib/domain/red-flags/urgent/eyes";
import {
  feverImmunosuppressed, feverRapidWorsening, kidneyInfectionSigns, shakingChills, shinglesImmunosuppressed,
} from "@/lib/domain/red-flags/urgent/infection";
import {
  bruisingImmuneDrug, headacheImmuneDrug, heartOrFaint, liverSigns, pmlWarning, pregnancyMedicine, pregnancyWarning, pumpAlarm, steroidMood,
} from "@/lib/domain/red-flags/urgent/medicines";
import {
  bowelLeakNew, catheterBlocked, saddleNumbnessNew, suddenChange, swallowWorse, walkLostDays, weaknessNewMarked,
} from "@/lib/domain/red-flags/urgent/movement";
import { dizzySevere, headInjury, legClot, selfHarmThoughts } from "@/lib/domain/red-flags/urgent/signs";

/** Every rule, in the table order of the specification: the order of judging and of showing. */
export const ALL_RULES: readonly Rule[] = [
  visionSuddenLoss,
  eyePainVisionDrop,
  walkSuddenLoss,
  weaknessOneSide,
  spinalCordEmergency,
  caudaEquina,
  strokeSigns,
  confusionAcute,
  hardToWake,
  breathingTrouble,
  chestPain,
  swallowNone,
  seizureNew,
  headacheWorst,
  meningitisSigns,
  sepsisSigns,
  feverRapidWorseningHigh,
  infectionSevereImmunosuppressed,
  selfHarmDanger,
  urineRetention,
  autonomicDysreflexia,
  baclofenPumpWithdrawal,
  severeAllergy,
  bleedingHeavy,
  headInjuryDanger,
  s1pFirstDoseHeart,
  alemtuzumabInfusionDanger,
  pregnancyDanger,

  opticNeuritisSuspected,
  eyePainSevere,
  doubleVisionNew,
  walkLostDays,
  suddenChange,
  weaknessNewMarked,
  saddleNumbnessNew,
  bowelLeakNew,
  catheterBlocked,
  swallowWorse,
  feverRapidWorsening,
  feverImmunosuppressed,
  kidneyInfectionSigns,
  shinglesImmunosuppressed,
  shakingChills,
  pmlWarning,
  s1pVision,
  heartOrFaint,
  headacheImmuneDrug,
  bruisingImmuneDrug,
  liverSigns,
  steroidMood,
  selfHarmThoughts,
  headInjury,
  dizzySevere,
  legClot,
  pumpAlarm,
  pregnancyWarning,
  pregnancyMedicine,

  possibleRelapse,
  relapseWorsening,
  relapseNotRecovering,
  pseudoRelapseInfection,
  possibleUti,
  infectionImmunosuppressed,
  shingles,
  lossToConfirm,
  bladderChangeNew,
  fallsRising,
  walkTestSlower,
  thinkingOrMoodChange,
  seizureKnown,

  heatPseudoRelapse,
  watch24h,
  feverWatch,
  fatigueOnly,
  slowWorsening,
  relapseRecovered,
  newSignNoted,
];

/**
 * Names exactly this set of rules at these versions, and is stored with each check-in. It is worked out from ids and
 * versions, so that it cannot be forgotten when a rule changes its version.
 */
export const RULES_VERSION: string = versionOf(ALL_RULES);

/** The rule of an id; undefined for one this version does not know. */
export function findRule(id: string): Rule | undefined {
  return ALL_RULES.find((rule) => rule.id === id);
}

/** Number of rules and a 32-bit FNV-1a of ids and versions: "28-1a2b3c4d". */
function versionOf(rules: readonly Rule[]): string {
  let hash = 0x811c9dc5;
  for (const letter of rules.map(({ id, version }) => `${id}@${version}`).join(" ")) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  }
  return `${rules.length}-${hash.toString(16).padStart(8, "0")}`;
}
