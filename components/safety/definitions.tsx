import { NEVER_DISCOUNTED_SIGNS } from "@/lib/domain/check-in/vocabulary";
import { BASELINE_MIN_DATES, BASELINE_NEWEST_MS, BASELINE_OLDEST_MS, BASELINE_WIDEST_MS } from "@/lib/domain/red-flags/baseline";
import { RECENT_MS, WEEK_MS } from "@/lib/domain/red-flags/comparison";
import { VISION_GRADE, WALKING_GRADE, WEAKNESS_GRADE } from "@/lib/domain/red-flags/grades";
import { RECENT_INFECTION_MS } from "@/lib/domain/red-flags/infection";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** The words the triggers use in an exact sense. Numbers that the code exports are read from it. */
export function Definitions({ texts: { safety, checkIn } }: { texts: Messages }) {
  const { lead, ...terms } = safety.words;
  const values = {
    recentHours: RECENT_MS / HOUR_MS, weekDays: WEEK_MS / DAY_MS, infectionHours: RECENT_INFECTION_MS / HOUR_MS,
    newestDays: BASELINE_NEWEST_MS / DAY_MS, oldestDays: BASELINE_OLDEST_MS / DAY_MS, widestDays: BASELINE_WIDEST_MS / DAY_MS, dates: BASELINE_MIN_DATES,
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
