import { isFast, isSlow, reaches } from "@/lib/domain/red-flags/grades";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { answers, firesWhen } from "@/lib/domain/red-flags/verdict";

export const visionSuddenLoss: Rule = {
  id: "vision-sudden-loss", tier: "EMERGENCY", version: 1, sources: ["MISSION", "NHS-STROKE", "HEY-ON", "GPN-ON"],
  judge: (f) => {
    const loss = f.checkIn.vision?.loss;
    const score = f.checkIn.scores.vision;
    const lossAnswers = () => answers(f, "vision.loss", "vision.eyes", "onset.vision", "scores.vision");
    return firesWhen(
      () => loss === "complete" && f.vision.hasNewLoss() && !isSlow(f.vision.effectiveOnset()) && lossAnswers(),
      () => loss === "partial" && f.vision.hasNewLoss() && isFast(f.vision.effectiveOnset()) && lossAnswers(),
      () => (loss === undefined || loss === "blurred") && score >= 8 && reaches(f.comparison.rise("vision"), 5)
        && f.comparison.isFarBeyond("vision", 2) && !isSlow(f.onset.of("vision")) && lossAnswers(),
      () => loss === undefined && isFast(f.onset.of("vision")) && score >= 7 && lossAnswers(),
    );
  },
};

export const eyePainVisionDrop: Rule = {
  id: "eye-pain-vision-drop", tier: "EMERGENCY", version: 1, sources: ["MISSION", "DURHAM-EYE", "HEY-ON"],
  judge: (f) => firesWhen(() => {
    if (f.checkIn.vision?.eyePain !== "severe") return false;
    const onset = f.vision.effectiveOnset();
    if (!isFast(onset) && onset !== "unknown") return false;
    const rise = f.comparison.rise("vision");
    const dropByScore = f.checkIn.vision.loss === undefined && (rise === undefined ? f.checkIn.scores.vision >= 6 : rise >= 3);
    return (f.vision.hasNewLoss() || dropByScore) && answers(f, "vision.eyePain", "vision.loss", "vision.eyes", "onset.vision", "scores.vision");
  }),
};
