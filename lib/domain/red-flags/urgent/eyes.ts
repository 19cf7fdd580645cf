import type { Findings } from "@/lib/domain/red-flags/findings";
import { isFast, isSlow, reaches } from "@/lib/domain/red-flags/grades";
import { hasHeat } from "@/lib/domain/red-flags/infection";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, any, eyesEvidence, firesWhen, medicinesOf, type Clause } from "@/lib/domain/red-flags/verdict";
import { runEvidence } from "@/lib/domain/relapse/run-evidence";

/** A loss called gradual that is not known: only the eyes in which it is not. */
const gradualLoss = (f: Findings): Clause => {
  const eyes = f.onset.of("vision") === "gradual" ? f.vision.unknownLossEyes() : [];
  return eyes.length > 0 && [...answers(f, "vision.loss", "vision.eyePain", "onset.vision", "scores.vision"), ...eyesEvidence(f, eyes)];
};
const lossAnswers = (f: Findings) => answers(f, "vision.loss", "vision.eyes", "vision.eyePain", "onset.vision", "scores.vision");
const doubleAnswers = (f: Findings) => answers(f, "vision.doubleVision", "onset.vision");
const isOverDays = (f: Findings): boolean => f.vision.effectiveOnset() === "days" || f.vision.effectiveOnset() === "unknown";

export const opticNeuritisSuspected: Rule = {
  id: "optic-neuritis-suspected", tier: "URGENT", version: 1, sources: ["NG220", "HEY-ON", "WILLS"],
  judge: (f, above) => {
    const { vision } = f.checkIn;
    const score = f.checkIn.scores.vision;
    const newLossIs = (loss: string) => vision?.loss === loss && f.vision.hasNewLoss();
    /** Not answering whether it hurts is not "it does not hurt". */
    const isPainless = vision?.eyePain === "none";
    const isBlurOfHeat = () => isPainless && f.vision.effectiveOnset() !== "sudden" && hasHeat(f.checkIn) && !f.vision.hasNewDoubleVision();
    if (above.fires("vision-sudden-loss", "eye-pain-vision-drop")) return { kind: "clear" };
    return firesWhen(
      () => newLossIs("partial") && isOverDays(f) && lossAnswers(f),
      () => newLossIs("blurred") && isFast(f.vision.effectiveOnset()) && !isBlurOfHeat() && lossAnswers(f),
      () => newLossIs("blurred") && (vision?.eyePain === "mild" || vision?.eyePain === "severe") && isOverDays(f) && lossAnswers(f),
      () => vision?.loss === "complete" && gradualLoss(f),
      () => (vision?.loss === undefined || vision.loss === "none") && vision?.doubleVision !== true && !hasHeat(f.checkIn)
        && !isSlow(f.onset.of("vision")) && score >= 6 && f.comparison.isFarBeyond("vision", 3)
        && (reaches(f.comparison.rise("vision"), 4) || reaches(f.comparison.weekRise("vision"), 4)) && lossAnswers(f),
    );
  },
};

export const eyePainSevere: Rule = {
  id: "eye-pain-severe", tier: "URGENT", version: 1, sources: ["DURHAM-EYE", "MIMS-TYSABRI"],
  judge: (f, above) => firesWhen(() =>
    f.checkIn.vision?.eyePain === "severe" && !above.fires("eye-pain-vision-drop") && answers(f, "vision.eyePain", "vision.eyes")),
};

export const doubleVisionNew: Rule = {
  id: "double-vision-new", tier: "URGENT", version: 1, sources: ["NG220", "NHS-STROKE"],
  judge: (f) => firesWhen(() => f.vision.hasNewDoubleVision() && doubleAnswers(f)),
};

export const s1pVision: Rule = {
  id: "s1p-vision", tier: "URGENT", version: 1, sources: ["GILENYA-PI", "CIGNA-FING"],
  judge: (f) => {
    const onS1p = (danger: () => Clause) => (): Clause => {
      const medicines = medicinesOf(f.medicines.s1pModulators());
      return medicines && all(danger(), medicines);
    };
    return firesWhen(
      onS1p(() => !hasHeat(f.checkIn) && any(f.vision.hasNewLoss() && lossAnswers(f), f.vision.hasNewDoubleVision() && doubleAnswers(f))),
      onS1p(() => {
        const run = f.runs.of("vision");
        return run?.isDurationMet === true && runEvidence(f, [run]);
      }),
      onS1p(() => gradualLoss(f)),
    );
  },
};
