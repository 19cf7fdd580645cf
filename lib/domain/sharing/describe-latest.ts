import type { ImportedScores, JudgedCheckIn, Profile, RecordedRelapse, Scores } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { baselineOf, type Baseline } from "@/lib/domain/red-flags/baseline";
import type { Tier } from "@/lib/domain/red-flags/rule";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";

/** A score beside the person's own usual. `place` is "unknown" while there is no usual to compare with. */
export type ScoreReading = { score: ScoreName; value: number; usual: Baseline | null; place: "usual" | "above" | "below" | "unknown" };

/**
 * What to tell someone with whom a diary is shared, about its newest entry:
 * - `empty`: nothing was logged in the days that are open to them
 * - `quiet`: no entry for `days` days (two or more)
 * - `alert`: an alert was raised on that day, or an older one is still open; nothing reassuring may stand beside it
 * - `changed`: these scores stand well above the usual
 * - `new-sign`: something of the safety list was ticked
 * - `incomplete`: the safety question was not answered
 * - `no-usual`: there is nothing to compare with yet
 * - `usual`: close to the usual; `alertsKnown` says whether "no alert was raised" can be said at all
 */
export type LatestState =
  | { kind: "empty" }
  | { kind: "quiet"; days: number }
  | { kind: "alert"; tier: Tier }
  | { kind: "changed"; scores: ScoreName[] }
  | { kind: "new-sign" }
  | { kind: "incomplete" }
  | { kind: "no-usual" }
  | { kind: "usual"; alertsKnown: boolean };

export type LatestQuestion = {
  /** oldest first */
  checkIns: readonly JudgedCheckIn[];
  /** tiers of the alerts on the newest day and of older ones without an answer; null when alerts are not shared */
  alertTiers: readonly Tier[] | null;
  readings: readonly ScoreReading[];
  today: CalendarDay;
};

/** Two points over the usual stand out; one point is an ordinary wobble. Source: clinical thresholds, 0 to 10 scales. */
const STANDS_OUT_POINTS = 2;
const QUIET_FROM_DAYS = 2;
const HIGHEST_FIRST: readonly Tier[] = ["EMERGENCY", "URGENT", "SOON", "INFO"];

/** The state of a shared diary in one word; the first that applies, in the order given at `LatestState`, an alert before all. */
export function describeLatest({ checkIns, alertTiers, readings, today }: LatestQuestion): LatestState {
  const tier = HIGHEST_FIRST.find((each) => each !== "INFO" && alertTiers?.includes(each));
  if (tier) return { kind: "alert", tier };
  const latest = checkIns.at(-1);
  if (!latest) return { kind: "empty" };
  const quietDays = daysBetween(latest.day, today);
  if (quietDays >= QUIET_FROM_DAYS) return { kind: "quiet", days: quietDays };
  const above = readings.filter(({ place }) => place === "above").map(({ score }) => score);
  if (above.length > 0) return { kind: "changed", scores: above };
  if (latest.signs === undefined) return { kind: "incomplete" };
  if (latest.signs.length > 0) return { kind: "new-sign" };
  if (readings.some(({ place }) => place === "unknown")) return { kind: "no-usual" };
  return { kind: "usual", alertsKnown: alertTiers !== null };
}

/**
 * The four scores of a check-in beside the usual, as known at its time.
 * @param relapses empty when relapses are not shared: the usual then rests on those days too
 * @param usualScores stand in until the diary has a usual of its own
 * @param importedDays days out of other diaries, on which the usual rests too
 */
export function readScores(
  checkIn: JudgedCheckIn, history: readonly JudgedCheckIn[], relapses: readonly RecordedRelapse[], usualScores: Scores | null,
  importedDays: readonly ImportedScores[] = [],
): ScoreReading[] {
  const profile: Profile = usualScores ? { usual: { scores: usualScores } } : {};
  return SCORE_NAMES.map((score) => {
    const usual = baselineOf(score, checkIn.recordedAt, [...history], [...relapses], profile, importedDays);
    const value = checkIn.scores[score];
    return { score, value, usual, place: usual ? placeOf(value, usual) : "unknown" };
  });
}

function placeOf(value: number, { median, low, high }: Baseline): ScoreReading["place"] {
  if (value > high && value >= median + STANDS_OUT_POINTS) return "above";
  return value < low && value <= median - STANDS_OUT_POINTS ? "below" : "usual";
}
