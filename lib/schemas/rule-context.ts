import type { ToldAlert } from "@/lib/domain/alerts/alert";
import type { Answers, ImportedScores, Medication, Profile, Scores } from "@/lib/domain/check-in/check-in";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";

/** What GET /api/diaries/:id/context answers: all that the device needs to run the rules and show "your usual". */
export type RuleContextWire = {
  diaryId: string;
  ownerId: string;
  profile: Profile;
  medications: Medication[];
  /** confirmed relapses only; instants as ISO strings */
  relapses: { startedAt: string; endedAt?: string }[];
  /** the last 400 days at their newest revision, oldest first, without notes */
  history: CheckInWire[];
  /** the last revision that removed an entry, by its id: a device's own copy up to there is no history any more */
  removed?: Record<string, number>;
  /** days out of other diaries, for the usual; absent when there is none, and in an older copy of a device */
  importedDays?: ImportedScores[];
  /** the newest finished timed walk of each of the last days, which a check-in of that day carries; an older copy of a device has none */
  walks?: DayWalk[];
  /** what was told of these check-ins, so that it is not told again; an older copy of a device has none */
  alerts?: ToldAlertWire[];
};

/** The mean of a finished timed walk in seconds. `recordedAt` is an ISO string. */
export type DayWalk = { id: string; day: string; recordedAt: string; seconds: number };

/** An alert as it stands. Instants are ISO strings. */
export type ToldAlertWire = Omit<ToldAlert, "recordedAt" | "raisedAt" | "shownAt" | "respondedAt"> & {
  recordedAt: string;
  raisedAt: string;
  shownAt: string | null;
  respondedAt: string | null;
};

export function fromWire(alert: ToldAlertWire): ToldAlert {
  const { recordedAt, raisedAt, shownAt, respondedAt } = alert;
  return { ...alert, recordedAt: new Date(recordedAt), raisedAt: new Date(raisedAt), shownAt: shownAt ? new Date(shownAt) : null, respondedAt: respondedAt ? new Date(respondedAt) : null };
}

export type CheckInWire = {
  id: string;
  revision: number;
  recordedAt: string;
  timeZone: string;
  day: string;
  scores: Scores;
  confirmedUnchanged: ScoreName[];
  answers: Answers;
  /** shown beside the next ones, read by no rule; absent when none was answered, and in an older copy of a device */
  trackers?: Trackers;
};
