import { NEVER_DISCOUNTED_SIGNS } from "@/lib/domain/check-in/vocabulary";
import {
  BASELINE_MIN_DATES, BASELINE_NEWEST_MS, BASELINE_OLDEST_MS, BASELINE_WIDEST_MS, TOP_PERCENT,
} from "@/lib/domain/red-flags/baseline";
import { ELEVATED_RISE, ELEVATED_RISE_OF_FATIGUE, TOLD_RISE, TOLD_WITHOUT_BASELINE } from "@/lib/domain/red-flags/change";
import { RECENT_MS, SETTLED_MS, WEEK_MS } from "@/lib/domain/red-flags/comparison";
import { RAPID_RISE } from "@/lib/domain/red-flags/emergency/infection";
import { CAPPED_AFTER_MS } from "@/lib/domain/red-flags/evaluate";
import { VISION_GRADE, WALKING_GRADE, WEAKNESS_GRADE } from "@/lib/domain/red-flags/grades";
import {
  FEVER, FEVER_CARRIES_MS, LOW_TEMPERATURE, RECENT_INFECTION_MS, RELATIVE_FEVER, RELATIVE_FEVER_RISE,
} from "@/lib/domain/red-flags/infection";
import { CONTRADICTING_GRADES, CONTRADICTING_SCORE } from "@/lib/domain/red-flags/onset";
import { OPEN_RELAPSE_MAX_MS, RECURRENT_DATES } from "@/lib/domain/red-flags/recurrence";
import { POOR_SIGHT_MEDIAN, POOR_SIGHT_MEDIAN_FOR_COMPLETE } from "@/lib/domain/red-flags/vision";
import { USUAL_MIN_DATES } from "@/lib/domain/red-flags/walking";
import { FIRM_ABOVE_TOP, FIRM_RISE, FIRM_RISE_OF_FATIGUE } from "@/lib/domain/relapse/groups";
import { NEW_RELAPSE_AFTER_MS } from "@/lib/domain/relapse/recorded";
import {
  ANY_LASTS_MS, FIRM_LASTS_MS, IN_HEAT_LASTS_MS, LONGEST_GAP_MS, SUSTAINED_MIN_DATES, SUSTAINED_MS, SUSTAINED_RISE,
} from "@/lib/domain/relapse/runs";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

const days = (ms: number) => ms / DAY_MS;
const hours = (ms: number) => ms / HOUR_MS;
/** The code compares whole tenths of a degree. */
const degrees = (tenths: number) => (tenths / 10).toFixed(1);

/** The limits of the definitions, as the rules read them. */
const LIMITS = {
  recentHours: hours(RECENT_MS), weekDays: days(WEEK_MS), settledHours: hours(SETTLED_MS), infectionHours: hours(RECENT_INFECTION_MS),
  newestDays: days(BASELINE_NEWEST_MS), oldestDays: days(BASELINE_OLDEST_MS), widestDays: days(BASELINE_WIDEST_MS), dates: BASELINE_MIN_DATES,
  topPercent: TOP_PERCENT, contradictingScore: CONTRADICTING_SCORE, contradictingGrades: CONTRADICTING_GRADES,
  fever: degrees(FEVER), relativeFever: degrees(RELATIVE_FEVER), relativeFeverRise: degrees(RELATIVE_FEVER_RISE),
  lowTemperature: degrees(LOW_TEMPERATURE), feverHours: hours(FEVER_CARRIES_MS), rapidRise: RAPID_RISE,
  recurrentDates: RECURRENT_DATES, openRelapseDays: days(OPEN_RELAPSE_MAX_MS), usualMinDates: USUAL_MIN_DATES,
  poorSight: POOR_SIGHT_MEDIAN, poorSightComplete: POOR_SIGHT_MEDIAN_FOR_COMPLETE,
  elevatedRise: ELEVATED_RISE, elevatedFatigue: ELEVATED_RISE_OF_FATIGUE, toldRise: TOLD_RISE, toldWithoutUsual: TOLD_WITHOUT_BASELINE,
  firmRise: FIRM_RISE, firmFatigue: FIRM_RISE_OF_FATIGUE, firmAboveTop: FIRM_ABOVE_TOP,
  gapDays: days(LONGEST_GAP_MS), sustainedDays: days(SUSTAINED_MS), sustainedRise: SUSTAINED_RISE, sustainedDates: SUSTAINED_MIN_DATES,
  firmHours: hours(FIRM_LASTS_MS), anyHours: hours(ANY_LASTS_MS), heatHours: hours(IN_HEAT_LASTS_MS),
  newRelapseDays: days(NEW_RELAPSE_AFTER_MS), cappedDays: days(CAPPED_AFTER_MS),
};

/** The words the triggers use in an exact sense. Their limits are read from the rules, so that the page cannot differ from them. */
export function Definitions({ texts: { safety, checkIn } }: { texts: Messages }) {
  const { lead, ...terms } = safety.words;
  const values = {
    ...LIMITS,
    signs: NEVER_DISCOUNTED_SIGNS.map((sign) => checkIn.signs[sign]).join("; "),
    vision: grades(VISION_GRADE, checkIn.answers["vision.loss"]),
    weakness: grades(WEAKNESS_GRADE, checkIn.answers["weakness.severity"]),
    walking: grades(WALKING_GRADE, checkIn.answers["walking.ability"]),
  };
  return (
    <>
      <p>{lead}</p>
      <dl className="mt-3 grid gap-3">
        {Object.entries(terms).map(([key, { term, text }]) => (
          <div key={key} id={`word-${key}`} className="break-inside-avoid"><dt className="b">{term}</dt><dd>{fill(text, values)}</dd></div>
        ))}
      </dl>
    </>
  );
}

/** The answers by their grade, worst last, in the words of the question: "As usual 0, Blurred 1". */
function grades<Answer extends string>(grade: Record<Answer, number>, words: Record<Answer, string>): string {
  return (Object.keys(grade) as Answer[]).sort((a, b) => grade[a] - grade[b]).map((answer) => `“${words[answer]}” ${grade[answer]}`).join(", ");
}
