import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { ChangeFindings } from "@/lib/domain/red-flags/change";
import type { ComparisonFindings } from "@/lib/domain/red-flags/comparison";
import { isSlow, reaches } from "@/lib/domain/red-flags/grades";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { NumbnessFindings } from "@/lib/domain/red-flags/numbness";
import { walkingGrade, weaknessGrade, type OnsetFindings } from "@/lib/domain/red-flags/onset";
import type { RecurrenceFindings } from "@/lib/domain/red-flags/recurrence";
import type { VisionFindings } from "@/lib/domain/red-flags/vision";
import type { WalkingFindings } from "@/lib/domain/red-flags/walking";
import type { WeaknessFindings } from "@/lib/domain/red-flags/weakness";

/** The groups of section 5: one run each. Fatigue alone is never a relapse. */
export const FOCAL_GROUPS = ["numbness", "vision", "walking", "weakness"] as const;
export const GROUPS = [...FOCAL_GROUPS, "fatigue"] as const;
export type Group = (typeof GROUPS)[number];

/** Three steps above the median (fatigue: four) and two above the usual range is more than a blip. */
export const FIRM_RISE = 3;
export const FIRM_RISE_OF_FATIGUE = 4;
export const FIRM_ABOVE_TOP = 2;

export type GroupFindings = {
  /** **Finding(group, x)**: something named that is new or worse, not a score alone */
  hasFinding: (group: Group, x?: JudgedCheckIn) => boolean;
  /** **Changed(group, x)**: elevated or finding; undefined when x does not tell (weakness was not recorded) */
  isChanged: (group: Group, x?: JudgedCheckIn) => boolean | undefined;
  /** told, or a finding: one such check-in makes a run firm */
  isToldOrFound: (group: Group, x?: JudgedCheckIn) => boolean;
  /** **Firm(group, x)** */
  isFirm: (group: Group, x?: JudgedCheckIn) => boolean;
};

type Parts = {
  moment: Moment;
  comparison: ComparisonFindings;
  onset: OnsetFindings;
  recurrence: RecurrenceFindings;
  vision: VisionFindings;
  weakness: WeaknessFindings;
  numbness: NumbnessFindings;
  walking: WalkingFindings;
  change: ChangeFindings;
};

/** The tests of section 5 on C (when x is not given) or on an earlier check-in, with usual and baseline as they are at C. */
export function groupFindings({ moment, comparison, onset, recurrence, vision, weakness, numbness, walking, change }: Parts): GroupFindings {
  /** Usual ability known, at least one grade worse, that grade not recurrent, not called usual or gradual. */
  const hasWalkingFinding = (x: JudgedCheckIn): boolean => {
    const grade = walkingGrade(x);
    const usual = walking.usualGrade();
    return grade !== undefined && usual !== undefined && grade > usual && !walking.isFullTimeWheelchair() && !isSlow(onset.of("walking", x))
      && !recurrence.isRecurrent(`walking ${grade}`, (other) => reaches(walkingGrade(other), grade));
  };
  const hasFinding = (group: Group, x: JudgedCheckIn = moment.checkIn): boolean => {
    switch (group) {
      case "numbness": return numbness.newAreas(x).length > 0;
      case "vision": return vision.newLossEyes(x).length > 0 || vision.hasNewDoubleVision(x);
      case "walking": return hasWalkingFinding(x);
      case "weakness": return weakness.newAreas(x).length > 0;
      case "fatigue": return false;
    }
  };
  const isToldOrFound = (group: Group, x: JudgedCheckIn = moment.checkIn): boolean =>
    (isScore(group) && change.isTold(group, x)) || hasFinding(group, x);

  return {
    hasFinding,
    isToldOrFound,
    isChanged: (group, x = moment.checkIn) => {
      if (group === "weakness" && x.weakness === undefined) return undefined;
      if ((isScore(group) && change.isElevated(group, x)) || hasFinding(group, x)) return true;
      return group === "weakness" && weaknessGrade(x) === undefined ? undefined : false;
    },
    isFirm: (group, x = moment.checkIn) => {
      if (isToldOrFound(group, x)) return true;
      const usual = isScore(group) ? comparison.baseline(group) : null;
      if (!isScore(group) || !usual) return false;
      const value = x.scores[group];
      return value >= usual.median + (group === "fatigue" ? FIRM_RISE_OF_FATIGUE : FIRM_RISE) && value >= change.topFor(group, x) + FIRM_ABOVE_TOP;
    },
  };
}

/** Weakness has no score of its own. */
export const isScore = (group: Group): group is Exclude<Group, "weakness"> & ScoreName => group !== "weakness";
