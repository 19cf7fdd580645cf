import type { Answers, JudgedCheckIn, Medication, Profile, RecordedRelapse, Scores } from "@/lib/domain/check-in/check-in";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { dayOf } from "@/lib/domain/time";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment of every enumerated check-in, and its zone; the half-year before it holds a change of the clocks. */
export const T = Date.parse("2026-03-10T20:00:00Z");
const ZONE = "Europe/London";

/** An earlier check-in; `part` names the dimensions that made it. Scores left out are those of C. */
export type Past = { part?: string; age: number; answers: Answers; scores?: Partial<Scores> };

/** One case while its choices are being made. */
export type Draft = {
  answers: Answers;
  scores: Scores;
  past: Past[];
  profile: Profile;
  medications: Medication[];
  relapses: { startedAgo: number; endedAgo?: number }[];
  /** how long after the check-in it is judged; negative when the device's clock ran ahead */
  judgedAfter: number;
};

export type Case = { checkIn: JudgedCheckIn; context: RuleContext };

export const emptyDraft = (): Draft => ({
  answers: {}, scores: { fatigue: 0, numbness: 0, vision: 0, walking: 0 }, past: [], profile: {}, medications: [], relapses: [], judgedAfter: 0,
});

export function finish({ answers, scores, past, profile, medications, relapses, judgedAfter }: Draft): Case {
  const ago = (ms: number) => new Date(T - ms);
  const placed = ({ age, answers: given, scores: others }: Past): JudgedCheckIn => at(ago(age), given, { ...scores, ...others });
  return {
    checkIn: at(new Date(T), answers, scores),
    context: {
      now: new Date(T + judgedAfter),
      history: past.map(placed),
      profile, medications,
      relapses: relapses.map(({ startedAgo, endedAgo }): RecordedRelapse =>
        ({ startedAt: ago(startedAgo), ...(endedAgo !== undefined && { endedAt: ago(endedAgo) }) })),
    },
  };
}

const days = new Map<number, string>();
/** The formatter is by far the slowest part, and the same few moments come again and again. */
function at(recordedAt: Date, answers: Answers, scores: Scores): JudgedCheckIn {
  const key = recordedAt.getTime();
  if (!days.has(key)) days.set(key, dayOf(recordedAt, ZONE));
  return { ...answers, scores, recordedAt, timeZone: ZONE, day: days.get(key)! };
}

/** The calendar date that is `count` whole days before t. */
export const dateAgo = (count: number): string => new Date(T - count * DAY).toISOString().slice(0, 10);

/** Sets one answer of a group that has several. */
export function put<K extends "onset" | "vision" | "numbness" | "weakness" | "walking">(draft: Draft, group: K, values: Answers[K]): void {
  draft.answers[group] = { ...draft.answers[group], ...values } as Answers[K];
}

export const usual = (draft: Draft, values: NonNullable<Profile["usual"]>): void => {
  draft.profile.usual = { ...draft.profile.usual, ...values };
};
