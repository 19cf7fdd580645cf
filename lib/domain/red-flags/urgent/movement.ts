import { walkingAnswers, weaknessAnswers } from "@/lib/domain/red-flags/emergency/movement";
import { isFast, isSlow, reaches, WALKING_GRADE } from "@/lib/domain/red-flags/grades";
import { hasHeat } from "@/lib/domain/red-flags/infection";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { all, answers, any, firesWhen, signsOf } from "@/lib/domain/red-flags/verdict";

export const walkLostDays: Rule = {
  id: "walk-lost-days", tier: "URGENT", version: 1, sources: ["NG220", "MAYO-TM"],
  judge: (f, above) => {
    if (above.fires("walk-sudden-loss")) return { kind: "clear" };
    const score = f.checkIn.scores.walking;
    return firesWhen(
      () => f.walking.hasNewLoss() && walkingAnswers(f),
      () => isFast(f.onset.of("walking")) && reaches(f.walking.drop(), 2) && !hasHeat(f.checkIn) && !f.walking.isFullTimeWheelchair() && walkingAnswers(f),
      () => f.walking.isByScore() && !hasHeat(f.checkIn) && score >= 7 && f.comparison.isFarBeyond("walking", 3)
        && (reaches(f.comparison.rise("walking"), 5) || reaches(f.comparison.weekRise("walking"), 5)) && walkingAnswers(f),
    );
  },
};

export const suddenChange: Rule = {
  id: "sudden-change", tier: "URGENT", version: 1, sources: ["STROKE-WALES", "K"],
  judge: (f, above) => {
    if (above.fires("EMERGENCY")) return { kind: "clear" };
    const hardlyWalks = () => f.walking.isFullTimeWheelchair() || reaches(f.walking.usualGrade(), WALKING_GRADE["few-steps"]);
    return firesWhen(
      () => f.onset.of("numbness") === "sudden" && answers(f, "onset.numbness", "numbness.areas", "scores.numbness"),
      () => f.onset.of("vision") === "sudden" && answers(f, "onset.vision", "vision.loss", "vision.eyes", "scores.vision"),
      () => f.onset.of("walking") === "sudden" && walkingAnswers(f),
      () => f.onset.of("weakness") === "sudden" && weaknessAnswers(f),
      () => f.onset.of("walking") === "hours" && hardlyWalks() && walkingAnswers(f),
    );
  },
};

export const weaknessNewMarked: Rule = {
  id: "weakness-new-marked", tier: "URGENT", version: 1, sources: ["NG220", "NHSE-RELAPSE"],
  judge: (f, above) => {
    const { weakness } = f;
    if (above.fires("weakness-one-side", "spinal-cord-emergency", "stroke-signs")) return { kind: "clear" };
    return firesWhen(() => weakness.alarmingAreas().length > 0 && !isSlow(weakness.effectiveOnset())
      && (weakness.severityIsAtLeast("severe")
        || (weakness.severityIsAtLeast("moderate") && (isFast(weakness.effectiveOnset()) || weakness.isBothLegs()))
        || weakness.hasFace())
      && weaknessAnswers(f));
  },
};

export const saddleNumbnessNew: Rule = {
  id: "saddle-numbness-new", tier: "URGENT", version: 1, sources: ["NHS-CES", "BACKES"],
  judge: (f, above) => {
    if (above.fires("cauda-equina", "spinal-cord-emergency")) return { kind: "clear" };
    const isNumbLow = () => f.numbness.has("trunk") || (f.numbness.has("left-leg") && f.numbness.has("right-leg"));
    return firesWhen(
      () => f.numbness.has("saddle") && answers(f, "numbness.areas", "onset.numbness"),
      () => isNumbLow() && all(answers(f, "numbness.areas", "onset.numbness"), any(
        f.continence.hasNewBladderChange() && answers(f, "bladder"),
        f.continence.hasNewBowelLeak() && answers(f, "bowel"),
      )),
    );
  },
};

export const bowelLeakNew: Rule = {
  id: "bowel-leak-new", tier: "URGENT", version: 1, sources: ["NHS-CES"],
  judge: (f) => firesWhen(() => f.continence.hasNewBowelLeak() && answers(f, "bowel")),
};

export const catheterBlocked: Rule = {
  id: "catheter-blocked", tier: "URGENT", version: 1, sources: ["SCI-AD", "K"],
  judge: (f) => firesWhen(() => f.continence.catheterIsBlocked() && answers(f, "bladder")),
};

export const swallowWorse: Rule = {
  id: "swallow-worse", tier: "URGENT", version: 1, sources: ["MSSOC-SWALLOW", "ESHT-SWALLOW"],
  judge: (f) => firesWhen(() => signsOf(f, "trouble-swallowing")),
};
