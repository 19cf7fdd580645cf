import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { changeFindings, type ChangeFindings } from "@/lib/domain/red-flags/change";
import { comparisonFindings, type ComparisonFindings } from "@/lib/domain/red-flags/comparison";
import type { RuleContext } from "@/lib/domain/red-flags/context";
import { continenceFindings, type ContinenceFindings } from "@/lib/domain/red-flags/continence";
import { infectionFindings, type InfectionFindings } from "@/lib/domain/red-flags/infection";
import { medicineFindings, type MedicineFindings } from "@/lib/domain/red-flags/medicines";
import { momentOf, type Moment } from "@/lib/domain/red-flags/moment";
import { numbnessFindings, type NumbnessFindings } from "@/lib/domain/red-flags/numbness";
import { onsetFindings, type OnsetFindings } from "@/lib/domain/red-flags/onset";
import { recurrenceFindings } from "@/lib/domain/red-flags/recurrence";
import { slowChangeFindings, type SlowChangeFindings } from "@/lib/domain/red-flags/slow-change";
import { signFindings, type SignFindings } from "@/lib/domain/red-flags/signs";
import { visionFindings, type VisionFindings } from "@/lib/domain/red-flags/vision";
import { walkingFindings, type WalkingFindings } from "@/lib/domain/red-flags/walking";
import { weaknessFindings, type WeaknessFindings } from "@/lib/domain/red-flags/weakness";
import { courseFindings, type CourseFindings } from "@/lib/domain/relapse/course";
import { groupFindings, type GroupFindings } from "@/lib/domain/relapse/groups";
import { recordedFindings, type RecordedFindings } from "@/lib/domain/relapse/recorded";
import { recoveryFindings, type RecoveryFindings } from "@/lib/domain/relapse/recovery";
import { runFindings, type RunFindings } from "@/lib/domain/relapse/runs";

/**
 * Everything the rules read of one check-in: the definitions of section 3 to 5 under their names, each worked out once and
 * only when a rule asks. Rules combine findings; they compute nothing.
 */
export type Findings = {
  checkIn: JudgedCheckIn;
  moment: Moment;
  infection: InfectionFindings;
  signs: SignFindings;
  comparison: ComparisonFindings;
  onset: OnsetFindings;
  vision: VisionFindings;
  weakness: WeaknessFindings;
  numbness: NumbnessFindings;
  walking: WalkingFindings;
  continence: ContinenceFindings;
  medicines: MedicineFindings;
  change: ChangeFindings;
  groups: GroupFindings;
  runs: RunFindings;
  recorded: RecordedFindings;
  course: CourseFindings;
  recovery: RecoveryFindings;
  slowChange: SlowChangeFindings;
};

/** Prepares the findings of one check-in. Reads nothing yet and changes nothing. */
export function prepare(checkIn: JudgedCheckIn, context: RuleContext): Findings {
  const moment = momentOf(checkIn, context);
  const infection = infectionFindings(moment);
  const comparison = comparisonFindings(moment);
  const onset = onsetFindings(moment, comparison);
  const recurrence = recurrenceFindings(moment, onset);
  const vision = visionFindings(moment, comparison, onset, recurrence);
  const weakness = weaknessFindings(moment, onset, recurrence);
  const numbness = numbnessFindings(moment, onset, recurrence);
  const walking = walkingFindings(moment, onset, recurrence);
  const change = changeFindings(moment, comparison, onset, vision);
  const groups = groupFindings({ moment, comparison, onset, recurrence, vision, weakness, numbness, walking, change });
  const runs = runFindings(moment, comparison, onset, groups);
  const recorded = recordedFindings(moment, groups);
  return {
    checkIn,
    moment,
    infection,
    signs: signFindings(moment, infection),
    comparison,
    onset,
    vision,
    weakness,
    numbness,
    walking,
    continence: continenceFindings(moment, recurrence),
    medicines: medicineFindings(moment),
    change,
    groups,
    runs,
    recorded,
    course: courseFindings(moment, comparison, onset, infection, runs, recorded),
    recovery: recoveryFindings(moment, recorded),
    slowChange: slowChangeFindings(moment),
  };
}
