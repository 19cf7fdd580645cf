import type { Sign } from "@/lib/domain/check-in/vocabulary";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { firesWhen, signsOf } from "@/lib/domain/red-flags/verdict";
import type { SourceKey } from "@/lib/domain/sources";

/** A rule that one counted sign raises by itself. */
const whenTicked = (id: string, sign: Sign, sources: readonly SourceKey[]): Rule =>
  ({ id, tier: "EMERGENCY", version: 1, sources, judge: (f) => firesWhen(() => signsOf(f, sign)) });

export const confusionAcute = whenTicked("confusion-acute", "confusion", ["MISSION", "SEPSIS-TRUST"]);
export const hardToWake = whenTicked("hard-to-wake", "hard-to-wake", ["SEPSIS-TRUST", "HF-ITB"]);
export const breathingTrouble = whenTicked("breathing-trouble", "trouble-breathing", ["MISSION", "JNNP-RESP"]);
export const chestPain = whenTicked("chest-pain", "chest-pain", ["EMA-LEMTRADA", "K"]);
export const swallowNone = whenTicked("swallow-none", "cannot-swallow", ["MISSION", "ESHT-SWALLOW"]);
/** Known epilepsy called usual is a discounted sign and stays clear here. */
export const seizureNew = whenTicked("seizure-new", "seizure", ["EPI-999", "JNNP-HSE"]);
export const headacheWorst = whenTicked("headache-worst", "worst-headache", ["FDA-LEMTRADA", "K"]);
export const selfHarmDanger = whenTicked("self-harm-danger", "self-harm-danger", ["KALB", "MSTRUST-SUICIDE"]);
export const autonomicDysreflexia = whenTicked("autonomic-dysreflexia", "pounding-headache-flush", ["BATEMAN", "SCI-AD"]);
export const severeAllergy = whenTicked("severe-allergy", "face-swelling", ["OCREVUS-NZ", "K"]);
export const bleedingHeavy = whenTicked("bleeding-heavy", "heavy-bleeding", ["MIMS-LEMTRADA", "VM-STEROID"]);
