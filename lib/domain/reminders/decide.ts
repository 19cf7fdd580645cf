import { HOUR_MS } from "@/lib/domain/time";

/** A reminder that could not leave in time says nothing useful any more. */
export const LATE_MS = 2 * HOUR_MS;
/** So many reminders in a row that no entry followed, and the person is asked whether they still want them. */
export const MISSED_BEFORE_QUIET = 3;

export type ReminderFacts = {
  dueAt: Date;
  now: Date;
  /** something was logged on the person's day of this moment */
  loggedToday: boolean;
  /** something was logged on the day of the last reminder, or after it */
  loggedSinceLast: boolean;
  /** reminders in a row that no entry followed */
  missed: number;
  /** there is a mail address or a device to send to */
  canSend: boolean;
};

/** `question`: asked once whether to go on, and silent from then on until there is an answer. */
export type ReminderDecision = { send: "reminder" | "question" | null; missed: number };

/** What to do about a reminder that is due. Late by exactly two hours still leaves. */
export function decideReminder({ dueAt, now, loggedToday, loggedSinceLast, missed, canSend }: ReminderFacts): ReminderDecision {
  if (loggedToday) return { send: null, missed: 0 };
  const inARow = loggedSinceLast ? 0 : missed;
  if (!canSend || now.getTime() - dueAt.getTime() > LATE_MS) return { send: null, missed: inARow };
  if (inARow >= MISSED_BEFORE_QUIET) return { send: "question", missed: inARow };
  return { send: "reminder", missed: inARow + 1 };
}
