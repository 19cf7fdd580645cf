import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { BASELINE_MIN_DATES, BASELINE_WIDEST_MS, byDate, isUsable, medianOf, medianOfDays } from "@/lib/domain/red-flags/baseline";
import { WEEK_MS } from "@/lib/domain/red-flags/comparison";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import { FOCAL_SCORES, type FocalScore } from "@/lib/domain/relapse/course";
import { DAY_MS } from "@/lib/domain/time";

/** Falls: this week against the eight weeks before. */
const FALL_WEEKS = 8;
const FALLS_ABOVE = 2;
const FALLS_TIMES = 3;

/** Timed walk: a fifth slower, twice. Source: HOBART, CMSC-T25. */
const PREVIOUS_WALK_MIN_MS = DAY_MS;
const PREVIOUS_WALK_MAX_MS = 14 * DAY_MS;
const USUAL_WALK_MIN_MS = 14 * DAY_MS;
const USUAL_WALK_MAX_MS = 365 * DAY_MS;
const USUAL_WALKS = 2;
const SLOWER_PERCENT = 120;

/** Slow worsening: the last 28 days against those aged 90 to 180 days. */
const LATELY_MS = 28 * DAY_MS;
const LONG_AGO_MS = 90 * DAY_MS;
const SLOW_RISE = 2;

export type SlowChangeFindings = {
  /** the falls of the last 7 days when they have clearly risen and C holds one; null = not, or not recorded */
  risenFalls: () => number | null;
  /** this walk and the usual of 14 to 365 days ago, in seconds, when this and the previous one are a fifth slower */
  slowerWalk: () => { seconds: number; usual: number } | null;
  /** the scores whose level of the last 28 days lies two above that of 90 to 180 days ago */
  slowlyWorse: () => readonly { score: FocalScore; now: number; before: number }[];
};

export function slowChangeFindings(m: Moment): SlowChangeFindings {
  const c = m.checkIn;
  const seconds = (x: JudgedCheckIn): number | undefined => x.walking?.timed25FootSeconds;
  const usableDates = (checkIns: readonly JudgedCheckIn[]) => byDate(checkIns.filter((x) => isUsable(x, m.relapses(), m.profile)));
  return {
    risenFalls: lazy(() => {
      const own = c.walking?.falls ?? 0;
      if (own < 1) return null;
      const lately = own + fallsOf(m.upToAge(WEEK_MS));
      const weekly = fallsOf(m.withAge(WEEK_MS, (1 + FALL_WEEKS) * WEEK_MS)) / FALL_WEEKS;
      return lately >= FALLS_ABOVE + FALLS_TIMES * weekly ? lately : null;
    }),
    slowerWalk: lazy(() => {
      const own = seconds(c);
      if (own === undefined) return null;
      const previous = m.upToAge(PREVIOUS_WALK_MAX_MS).findLast((x) => seconds(x) !== undefined && m.ageOf(x) >= PREVIOUS_WALK_MIN_MS);
      const before = m.upToAge(USUAL_WALK_MAX_MS).filter((x) => m.ageOf(x) >= USUAL_WALK_MIN_MS).flatMap((x) => seconds(x) ?? []);
      if (!previous || before.length < USUAL_WALKS) return null;
      const usual = medianOf(before);
      return isSlower(own, usual) && isSlower(seconds(previous)!, usual) ? { seconds: own, usual } : null;
    }),
    slowlyWorse: lazy(() => {
      const lately = usableDates([...m.upToAge(LATELY_MS), c]);
      const longAgo = usableDates(m.upToAge(BASELINE_WIDEST_MS).filter((x) => m.ageOf(x) >= LONG_AGO_MS));
      if (lately.length < BASELINE_MIN_DATES || longAgo.length < BASELINE_MIN_DATES) return [];
      return FOCAL_SCORES
        .map((score) => ({ score, now: medianOfDays(score, lately), before: medianOfDays(score, longAgo) }))
        .filter(({ now, before }) => now - before >= SLOW_RISE);
    }),
  };
}

/** What was recorded; a check-in that does not tell adds nothing. */
const fallsOf = (checkIns: readonly JudgedCheckIn[]): number => checkIns.reduce((total, x) => total + (x.walking?.falls ?? 0), 0);

/** In whole thousandths, so that exactly a fifth slower counts whatever the fractions. */
const isSlower = (seconds: number, usual: number): boolean => Math.round(seconds * 100_000) >= Math.round(usual * 1_000 * SLOWER_PERCENT);
