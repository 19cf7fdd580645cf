import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { BASELINE_NEWEST_MS, BASELINE_OLDEST_MS, byDate, isUsable } from "@/lib/domain/red-flags/baseline";
import { RECENT_MS, WEEK_MS } from "@/lib/domain/red-flags/comparison";
import { isSlow, reaches, WALKING_GRADE, type EffectiveOnset } from "@/lib/domain/red-flags/grades";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import { walkingGrade, type OnsetFindings } from "@/lib/domain/red-flags/onset";
import type { RecurrenceFindings } from "@/lib/domain/red-flags/recurrence";
import { ABSENT_SCORE } from "@/lib/domain/red-flags/vision";

export const USUAL_MIN_DATES = 3;

export type WalkingFindings = {
  isFullTimeWheelchair: () => boolean;
  /** grade of the usual ability; undefined = unknown */
  usualGrade: () => number | undefined;
  /** grades lost against the usual or, where that is unknown, against the best of the last week; undefined = unknown */
  drop: () => number | undefined;
  /** `drop` ≥ k, or unknown */
  dropIsAtLeastOrUnknown: (k: number) => boolean;
  /** eff(walking) */
  effectiveOnset: () => EffectiveOnset;
  hasNewLoss: () => boolean;
  /** the ability of C is usual, or long-standing, at that grade or worse */
  isKnown: () => boolean;
  /** the ability was not given and the score may speak for it */
  isByScore: () => boolean;
};

export function walkingFindings(m: Moment, onset: OnsetFindings, recurrence: RecurrenceFindings): WalkingFindings {
  const c = m.checkIn;
  const grade = walkingGrade(c);
  const isFullTimeWheelchair = () => m.profile.mobility === "wheelchair-full-time";

  const usualGrade = lazy((): number | undefined => {
    const usual = m.profile.usual?.walking;
    if (usual !== undefined) return WALKING_GRADE[usual];
    return isFullTimeWheelchair() ? WALKING_GRADE.unable : commonestDailyGrade(m);
  });

  const drop = lazy((): number | undefined => {
    if (grade === undefined) return undefined;
    const usual = usualGrade();
    if (usual !== undefined) return grade - usual;
    const best = Math.min(...m.upToAge(WEEK_MS).flatMap((x) => {
      const recorded = walkingGrade(x);
      return recorded === undefined || (m.ageOf(x) <= RECENT_MS && recorded >= grade) ? [] : [recorded];
    }));
    return Number.isFinite(best) ? grade - best : undefined;
  });
  const dropIsAtLeastOrUnknown = (k: number) => {
    const lost = drop();
    return lost === undefined || lost >= k;
  };

  /** A lower ability grade or, where none is recorded, a score 3 lower. */
  const showsAbsent = (x: JudgedCheckIn): boolean => {
    const recorded = walkingGrade(x);
    if (recorded === undefined) return c.scores.walking - x.scores.walking >= ABSENT_SCORE;
    return grade !== undefined && recorded < grade;
  };
  const effectiveOnset = lazy(() => onset.effective("walking", showsAbsent));

  const holds = (x: JudgedCheckIn) => reaches(walkingGrade(x), grade!);

  return {
    isFullTimeWheelchair,
    usualGrade,
    drop,
    dropIsAtLeastOrUnknown,
    effectiveOnset,
    hasNewLoss: lazy(() => reaches(grade, WALKING_GRADE["few-steps"]) && !isFullTimeWheelchair() && !isSlow(effectiveOnset())
      && dropIsAtLeastOrUnknown(1) && !recurrence.isPersisting("walking", holds)),
    isKnown: () => {
      const usual = m.profile.usual?.walking;
      return (usual !== undefined && reaches(WALKING_GRADE[usual], grade!)) || recurrence.isLongStanding(`walking ${grade}`, holds);
    },
    isByScore: lazy(() => grade === undefined && !isFullTimeWheelchair() && !isSlow(onset.of("walking"))
      && !reaches(usualGrade(), WALKING_GRADE["few-steps"])),
  };
}

/**
 * The commonest daily (worst of the day) ability of usable check-ins of 7 to 60 days (tie: the worse), if recorded on at
 * least 3 dates and at least half of the dates of those check-ins.
 */
function commonestDailyGrade(m: Moment): number | undefined {
  const dates = byDate(m.withAge(BASELINE_NEWEST_MS, BASELINE_OLDEST_MS).filter((x) => isUsable(x, m.relapses(), m.profile)));
  const counts = new Map<number, number>();
  let recordedDates = 0;
  for (const date of dates) {
    const worst = Math.max(...date.map((x) => walkingGrade(x) ?? -1));
    if (worst < 0) continue;
    recordedDates += 1;
    counts.set(worst, (counts.get(worst) ?? 0) + 1);
  }
  if (recordedDates < USUAL_MIN_DATES || recordedDates * 2 < dates.length) return undefined;
  const most = Math.max(...counts.values());
  return Math.max(...[...counts].filter(([, count]) => count === most).map(([worst]) => worst));
}
