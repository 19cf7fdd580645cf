import type { FlowTexts } from "@/components/diary/flow-props";
import type { TimedWalk, WalkRun } from "@/lib/domain/measures/measure";
import type { WalkBand, WalkChange, WalkPoint } from "@/lib/domain/measures/walk-band";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** `alerts`: what an alert's card needs; `more`: the page above. */
export type WalkPageTexts = WalkTexts & { alerts: FlowTexts; more: string };
export type WalkTexts = { walk: Messages["walk"]; help: string };
type Words = Messages["walk"];

/** A run in words; one that was not done says so. */
export function wordRun(run: WalkRun | null, words: Words): string {
  if (!run) return words.review.notDone;
  if (run.kind === "timed") return `${fill(words.seconds, { seconds: run.seconds.toFixed(1) })}${run.by === "typed" ? `, ${words.review.typed}` : ""}`;
  return fill(words.table.notFinished, { reason: run.words ? `${words.unfinished.reasons[run.reason]} (${run.words})` : words.unfinished.reasons[run.reason] });
}

/** A calendar day with its year, "20 Nov 2026". */
export const wordDay = (day: CalendarDay): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));

/** What a walk is against the person's own. Within the band there is no word of better or worse. */
export function wordChange(change: WalkChange, band: WalkBand, words: Words["latest"]): string {
  if (band.kind === "too-few" || change.kind === "unknown") return band.kind === "too-few" ? fill(words.unknown, { walks: band.walks, needed: band.needed }) : "";
  return fill(words[change.kind], { usual: one(band.usual) });
}

export const one = (seconds: number): string => seconds.toFixed(1);

/** The chart in sentences. */
export function wordChart(points: readonly (WalkPoint & { day: CalendarDay })[], band: WalkBand, words: Words): string {
  const [first, newest] = [points[0], points.at(-1)];
  if (!first || !newest) return "";
  const label = fill(points.length === 1 ? words.chart.labelOne : words.chart.label, { count: points.length, from: wordDay(first.day), to: wordDay(newest.day), newest: one(newest.seconds) });
  const aid = words.aidIn[newest.aid];
  return `${label} ${band.kind === "band" ? fill(words.chart.band, { aid, usual: one(band.usual), low: one(band.low), high: one(band.high) }) : fill(words.chart.noBand, { aid })}`;
}

/** Finished walks as points, oldest first. */
export const pointsOf = (walks: readonly ListedWalk[]): (WalkPoint & { id: string; day: CalendarDay })[] =>
  walks.flatMap(({ id, day, recordedAt, value, details }) => (value === null ? [] : [{ id, day, recordedAt: new Date(recordedAt), aid: details.aid, seconds: value }]))
    .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());

/** A walk as the page has it: dates as text. */
export type ListedWalk = Pick<TimedWalk, "id" | "day" | "value" | "details"> & { recordedAt: string };
