import { weaknessAnswers } from "@/lib/domain/red-flags/emergency/movement";
import type { Findings } from "@/lib/domain/red-flags/findings";
import { isFast } from "@/lib/domain/red-flags/grades";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, any, feverOf, firesWhen, medicinesOf, signsOf, type Clause } from "@/lib/domain/red-flags/verdict";

const suddenNumbSide = (f: Findings): Clause => f.numbness.suddenSide().length > 0 && answers(f, "numbness.areas", "onset.numbness");
const suddenOneSidedWeakness = (f: Findings, minAreas: number): Clause =>
  f.weakness.oneSide().length >= minAreas && f.weakness.effectiveOnset() === "sudden" && weaknessAnswers(f);
const newDoubleVision = (f: Findings): Clause => f.vision.hasNewDoubleVision() && answers(f, "vision.doubleVision", "onset.vision");

/** **Partner**: a headache, a sudden numb side, or sudden new weakness on one side. */
const partner = (f: Findings): Clause =>
  any(signsOf(f, "worst-headache", "lasting-headache"), suddenNumbSide(f), suddenOneSidedWeakness(f, 1));

export const strokeSigns: Rule = {
  id: "stroke-signs", tier: "EMERGENCY", version: 1, sources: ["NHS-STROKE", "STROKE-WALES", "FDA-LEMTRADA"],
  judge: (f) => firesWhen(
    () => signsOf(f, "face-droop", "slurred-speech"),
    () => suddenNumbSide(f),
    () => {
      if (!f.weakness.hasFace()) return false;
      const onset = f.weakness.effectiveOnset();
      return (isFast(onset) || onset === "unknown") && weaknessAnswers(f);
    },
    () => suddenOneSidedWeakness(f, 2),
    () => f.vision.hasNewDoubleVision() && isFast(f.vision.doubleVisionOnset()) && all(newDoubleVision(f), any(signsOf(f, "sudden-dizzy"), partner(f))),
    () => all(signsOf(f, "sudden-dizzy"), any(newDoubleVision(f), signsOf(f, "stiff-neck"), partner(f))),
  ),
};

const HEADACHES = ["lasting-headache", "worst-headache"] as const;

export const meningitisSigns: Rule = {
  id: "meningitis-signs", tier: "EMERGENCY", version: 1, sources: ["CATHS-MEN", "NOVARTIS-CM", "JNNP-HSE"],
  judge: (f) => firesWhen(
    () => all(signsOf(f, "stiff-neck"), signsOf(f, ...HEADACHES, "light-hurts", "confusion", "rash-no-fade")),
    () => f.signs.has("stiff-neck") && all(signsOf(f, "stiff-neck"), feverOf(f)),
    () => f.signs.has("light-hurts") && f.signs.has(...HEADACHES) && all(signsOf(f, "light-hurts", ...HEADACHES), feverOf(f)),
    () => f.signs.has(...HEADACHES) && all(medicinesOf(f.medicines.immunosuppressants()), signsOf(f, ...HEADACHES), signsOf(f, "confusion")),
    () => f.signs.has(...HEADACHES) && all(medicinesOf(f.medicines.immunosuppressants()), signsOf(f, ...HEADACHES), feverOf(f)),
  ),
};

export const headInjuryDanger: Rule = {
  id: "head-injury-danger", tier: "EMERGENCY", version: 1, sources: ["NICE-HEAD"],
  judge: (f) => {
    const injury = signsOf(f, "head-injury");
    const withInjury = (danger: () => Clause) => (): Clause => injury && all(injury, danger());
    return firesWhen(
      withInjury(() => signsOf(f, "confusion", "hard-to-wake", "seizure", ...HEADACHES, "vomiting", "faint", "slurred-speech")),
      withInjury(() => f.vision.hasNewLoss() && answers(f, "vision.loss", "vision.eyes", "onset.vision")),
      withInjury(() => newDoubleVision(f)),
      withInjury(() => f.weakness.alarmingAreas().length > 0 && weaknessAnswers(f)),
      withInjury(() => medicinesOf(f.medicines.anticoagulants())),
    );
  },
};
