import type { ImportedScores, JudgedCheckIn, Medication, Profile, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import type { RuleContext } from "@/lib/domain/red-flags/context";
import { lazy } from "@/lib/domain/red-flags/lazy";
import { MINUTE_MS } from "@/lib/domain/time";

/** A device clock may run ahead by this much before its time is not believed. */
export const CLOCK_TOLERANCE_MS = 15 * MINUTE_MS;

/** The check-in judged (C), its moment (t) and what came before it. */
export type Moment = {
  checkIn: JudgedCheckIn;
  profile: Profile;
  medications: readonly Medication[];
  /** days out of other diaries, for the usual alone */
  importedDays: readonly ImportedScores[];
  /** the recorded relapses as they stand at t, in order of their start; one that ends later is still open, without an end */
  relapses: () => readonly RecordedRelapse[];
  /** t in milliseconds */
  t: () => number;
  /** check-ins before t, oldest first; later ones are never used */
  earlier: () => readonly JudgedCheckIn[];
  /** the last earlier check-in */
  last: () => JudgedCheckIn | undefined;
  /** t − `recordedAt`, in milliseconds */
  ageOf: (x: JudgedCheckIn) => number;
  /** earlier check-ins with age ≤ `max`, oldest first */
  upToAge: (max: number) => readonly JudgedCheckIn[];
  /** earlier check-ins with `over` < age ≤ `max`, oldest first */
  withAge: (over: number, max: number) => readonly JudgedCheckIn[];
};

/** Reads nothing until asked, so that unreadable history fails only the rules that need it. */
export function momentOf(checkIn: JudgedCheckIn, context: RuleContext): Moment {
  const t = lazy(() => judgedMoment(checkIn.recordedAt, context.now));
  const earlier = lazy(() => before(t(), context.history));
  const ageOf = (x: JudgedCheckIn) => t() - x.recordedAt.getTime();
  return {
    checkIn,
    profile: context.profile,
    medications: context.medications,
    importedDays: context.importedDays ?? [],
    relapses: lazy(() => asOf(t(), context.relapses)),
    t,
    earlier,
    last: () => earlier().at(-1),
    ageOf,
    upToAge: (max) => earlier().slice(countBefore(t() - max, earlier())),
    withAge: (over, max) => earlier().slice(countBefore(t() - max, earlier()), countBefore(t() - over, earlier())),
  };
}

/** Of two that start together the open one stands last. */
function asOf(t: number, relapses: readonly RecordedRelapse[]): RecordedRelapse[] {
  const known = relapses.map(({ startedAt, endedAt }) => (endedAt === undefined || endedAt.getTime() > t ? { startedAt } : { startedAt, endedAt }));
  const endOf = ({ endedAt }: RecordedRelapse) => endedAt?.getTime() ?? Infinity;
  return known.sort((one, other) => one.startedAt.getTime() - other.startedAt.getTime() || (endOf(one) < endOf(other) ? -1 : 1));
}

/** t is `recordedAt`, or `now` when that lies more than 15 minutes ahead of it. @throws RangeError for an unreadable date */
function judgedMoment(recordedAt: Date, now: Date): number {
  const recorded = instant(recordedAt);
  return recorded - instant(now) > CLOCK_TOLERANCE_MS ? now.getTime() : recorded;
}

/** The check-ins before `t`, oldest first, in a new list. @throws RangeError for an unreadable date */
export function before(t: number, history: readonly JudgedCheckIn[]): JudgedCheckIn[] {
  const earlier = history.filter((x) => instant(x.recordedAt) < t);
  return earlier.every((x, i) => i === 0 || inOrder(earlier[i - 1]!, x) < 0) ? earlier : earlier.sort(inOrder);
}

/** How many of these, oldest first, lie before an instant: by halving, since the rules ask for many windows of one diary. */
function countBefore(instant: number, sorted: readonly JudgedCheckIn[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.recordedAt.getTime() < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By time; two of the same instant by content, so that the order of the history never decides. */
function inOrder(a: JudgedCheckIn, b: JudgedCheckIn): number {
  const byTime = a.recordedAt.getTime() - b.recordedAt.getTime();
  if (byTime !== 0) return byTime;
  const [first, second] = [contentOf(a), contentOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

const contentOf = (x: JudgedCheckIn): string => JSON.stringify(x, (_key, value: unknown) => (isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function instant(date: Date): number {
  const ms = date.getTime();
  if (Number.isNaN(ms)) throw new RangeError("A check-in without a readable time cannot be placed in the diary");
  return ms;
}
