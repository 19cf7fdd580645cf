import type { Findings } from "@/lib/domain/red-flags/findings";
import { isFast, isSlow, reaches } from "@/lib/domain/red-flags/grades";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, any, firesWhen, signsOf, type Clause } from "@/lib/domain/red-flags/verdict";

export const walkingAnswers = (f: Findings) => answers(f, "walking.ability", "onset.walking", "scores.walking");
export const weaknessAnswers = (f: Findings) => answers(f, "weakness.severity", "weakness.areas", "onset.weakness");

/** Ability unable, or two grades lost, or not known how many. */
const isGreatWalkingLoss = (f: Findings): boolean =>
  f.walking.hasNewLoss() && (f.checkIn.walking?.ability === "unable" || f.walking.dropIsAtLeastOrUnknown(2));

export const walkSuddenLoss: Rule = {
  id: "walk-sudden-loss", tier: "EMERGENCY", version: 1, sources: ["MISSION", "MAYO-TM"],
  judge: (f) => {
    const score = f.checkIn.scores.walking;
    const rise = () => f.comparison.rise("walking");
    return firesWhen(
      () => isGreatWalkingLoss(f) && isFast(f.walking.effectiveOnset()) && walkingAnswers(f),
      () => score >= 9 && f.walking.isByScore() && reaches(rise(), 5) && f.comparison.isFarBeyond("walking", 2) && walkingAnswers(f),
      () => score >= 8 && f.walking.isByScore() && isFast(f.onset.of("walking")) && (rise() === undefined || reaches(rise(), 3)) && walkingAnswers(f),
    );
  },
};

export const weaknessOneSide: Rule = {
  id: "weakness-one-side", tier: "EMERGENCY", version: 1, sources: ["MISSION", "NHS-STROKE"],
  judge: (f) => firesWhen(() => {
    const areas = f.weakness.oneSide().length;
    if (areas === 0) return false;
    const onset = f.weakness.effectiveOnset();
    const severe = f.weakness.severityIsAtLeast("severe");
    const moderate = f.weakness.severityIsAtLeast("moderate");
    return ((severe && areas >= 2 && !isSlow(onset))
      || (severe && isFast(onset))
      || (moderate && onset === "sudden")
      || (moderate && areas >= 2 && onset === "hours")) && weaknessAnswers(f);
  }),
};

/** **Cord sign**: new bladder change, new bowel leak, new numb trunk or new numb saddle. */
const cordSign = (f: Findings): Clause => any(
  f.continence.hasNewBladderChange() && answers(f, "bladder"),
  f.continence.hasNewBowelLeak() && answers(f, "bowel"),
  (f.numbness.has("trunk") || f.numbness.has("saddle")) && answers(f, "numbness.areas"),
);

export const spinalCordEmergency: Rule = {
  id: "spinal-cord-emergency", tier: "EMERGENCY", version: 1, sources: ["MAYO-TM", "NHS-CES"],
  judge: (f) => {
    const { weakness } = f;
    return firesWhen(
      () => weakness.isTwoSided() && ((weakness.severityIsAtLeast("severe") && isFast(weakness.effectiveOnset()))
        || (weakness.severityIsAtLeast("moderate") && weakness.effectiveOnset() === "sudden")) && weaknessAnswers(f),
      () => weakness.isBothLegs() && weakness.severityIsAtLeast("moderate") && all(weaknessAnswers(f), cordSign(f)),
      () => isGreatWalkingLoss(f) && all(walkingAnswers(f), cordSign(f)),
    );
  },
};

export const caudaEquina: Rule = {
  id: "cauda-equina", tier: "EMERGENCY", version: 1, sources: ["NHS-CES", "BACKES", "AJEM-CES"],
  judge: (f) => {
    const withSaddle = (sign: () => Clause) => (): Clause => f.numbness.has("saddle") && all(answers(f, "numbness.areas"), sign());
    return firesWhen(
      withSaddle(() => f.continence.hasNewBladderChange() && answers(f, "bladder")),
      withSaddle(() => f.continence.hasNewBowelLeak() && answers(f, "bowel")),
      withSaddle(() => f.weakness.hasLeg() && weaknessAnswers(f)),
      withSaddle(() => signsOf(f, "back-pain")),
    );
  },
};

export const urineRetention: Rule = {
  id: "urine-retention", tier: "EMERGENCY", version: 1, sources: ["BNF-AUR", "MEDVELLUM"],
  judge: (f) => firesWhen(() => f.continence.cannotPassUrineIsNew() && answers(f, "bladder")),
};
