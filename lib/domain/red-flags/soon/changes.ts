import type { Findings } from "@/lib/domain/red-flags/findings";
import { isSlow, UNNAMED, WALKING_GRADE } from "@/lib/domain/red-flags/grades";
import { walkingGrade } from "@/lib/domain/red-flags/onset";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { answers, eyesEvidence, firesWhen, medicinesOf, signsOf } from "@/lib/domain/red-flags/verdict";

/** An ability of few steps or none, worse than the usual or with no usual known, of somebody who walks. */
const isMarkedWalkingLoss = (f: Findings): boolean => {
  const grade = walkingGrade(f.checkIn);
  const usual = f.walking.usualGrade();
  return grade !== undefined && grade >= WALKING_GRADE["few-steps"] && !f.walking.isFullTimeWheelchair() && (usual === undefined || grade > usual);
};

export const lossToConfirm: Rule = {
  id: "loss-to-confirm", tier: "SOON", version: 1, sources: ["K"],
  judge: (f, above) => {
    const isCalledSlow = (key: "vision" | "weakness" | "walking") => isSlow(f.onset.of(key));
    const loss = f.checkIn.vision?.loss;
    const unknownAreas = () => f.weakness.unknownAreas().filter((area) => area !== UNNAMED);
    return firesWhen(
      () => isCalledSlow("vision") && (loss === "partial" || loss === "complete") && f.vision.unknownLossEyes().length > 0
        && !above.fires("optic-neuritis-suspected") && [...answers(f, "vision.loss", "onset.vision"), ...eyesEvidence(f, f.vision.unknownLossEyes())],
      () => isCalledSlow("weakness") && f.weakness.severityIsAtLeast("severe") && f.weakness.unknownAreas().length > 0 && [
        ...answers(f, "weakness.severity", "onset.weakness"),
        ...(unknownAreas().length > 0 ? [{ field: "weakness.areas", value: unknownAreas() }] : []),
      ],
      () => isCalledSlow("walking") && isMarkedWalkingLoss(f) && !f.walking.isKnown() && answers(f, "walking.ability", "onset.walking"),
    );
  },
};

export const bladderChangeNew: Rule = {
  id: "bladder-change-new", tier: "SOON", version: 1, sources: ["NHSE-RELAPSE", "GENULF"],
  judge: (f) => firesWhen(() => f.continence.hasNewLeakOrHardStart() && answers(f, "bladder")),
};

export const fallsRising: Rule = {
  id: "falls-rising", tier: "SOON", version: 1, sources: ["K"],
  judge: (f) => firesWhen(() => {
    const falls = f.slowChange.risenFalls();
    return falls !== null && [{ field: "walking.falls", value: falls }];
  }),
};

export const walkTestSlower: Rule = {
  id: "walk-test-slower", tier: "SOON", version: 1, sources: ["HOBART", "CMSC-T25"],
  judge: (f) => firesWhen(() => {
    const walk = f.slowChange.slowerWalk();
    return walk !== null && [
      { field: "walking.timed25FootSeconds", value: walk.seconds },
      { field: "usual.timed25FootSeconds", value: walk.usual },
    ];
  }),
};

export const thinkingOrMoodChange: Rule = {
  id: "thinking-or-mood-change", tier: "SOON", version: 1, sources: ["KALB"],
  judge: (f) => firesWhen(
    () => f.signs.has("personality-change") && !medicinesOf(f.medicines.pmlRisks()) && signsOf(f, "personality-change"),
    () => f.signs.has("mood-extreme") && !medicinesOf(f.medicines.steroidsMovingMood()) && signsOf(f, "mood-extreme"),
  ),
};

export const seizureKnown: Rule = {
  id: "seizure-known", tier: "SOON", version: 1, sources: ["EPI-999"],
  judge: (f) => firesWhen(() => f.signs.isDiscounted("seizure") && [{ field: "signs", value: ["seizure"] }]),
};
