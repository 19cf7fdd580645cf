import "server-only";
import { nextReminder, timeOfDay, WEEKDAYS, type Weekday } from "@/lib/domain/reminders/reminder";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { CalendarDay } from "@/lib/domain/time";
import type { ReminderInput } from "@/lib/schemas/reminder";
import { asViewer, asWorker, openDiary } from "@/lib/server/access";
import { fromDayOrNull, toDayOrNull } from "@/lib/server/days";
import { ConflictError } from "@/lib/server/errors";
import type { Reminder as Row } from "@/lib/server/generated/client";

/** How someone is reminded, as the page shows it. */
export type ReminderSettings = {
  isOn: boolean;
  /** "19:30", by the clock where the person is */
  time: string;
  weekdays: Weekday[];
  byMail: boolean;
  byPush: boolean;
  /** the first day with reminders again; null without a pause */
  pausedUntil: CalendarDay | null;
  /** null before it was ever saved */
  timeZone: string | null;
  /** three days were missed and the question was asked: silent until it is answered */
  isQuiet: boolean;
  nextAt: Date | null;
  updatedAt: Date | null;
};

const NEVER_SAVED: ReminderSettings = {
  isOn: false, time: "19:00", weekdays: [...WEEKDAYS], byMail: true, byPush: false, pausedUntil: null, timeZone: null, isQuiet: false, nextAt: null, updatedAt: null,
};

/** The reminders of the viewer's own diary; off until they are switched on. */
export function getReminder(viewer: Viewer, diaryId: string): Promise<ReminderSettings> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const row = await scope.db.reminder.findUnique({ where: { diaryId: scope.diaryId } });
    return row ? toSettings(row) : NEVER_SAVED;
  });
}

/**
 * Saves how the viewer is reminded. It also answers the question after three missed days: whoever saves with reminders on goes on.
 * Sending the same again changes nothing but the moment.
 * @throws ConflictError when it was changed since the form was filled, for example by a mail's link.
 */
export function saveReminder(viewer: Viewer, diaryId: string, { time, updatedAt, pausedUntil, timeZone, ...input }: ReminderInput): Promise<ReminderSettings> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const stored = await scope.db.reminder.findUnique({ where: { diaryId: scope.diaryId } });
    if ((stored?.updatedAt.toISOString() ?? null) !== (updatedAt && new Date(updatedAt).toISOString())) throw new ConflictError("The reminders were changed meanwhile");
    const now = new Date();
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    const plan = { minuteOfDay: hours * 60 + minutes, weekdays: [...input.weekdays].sort(), pausedUntil, timeZone };
    const nextAt = input.isOn ? nextReminder(plan, now, toDayOrNull(stored?.lastSentOn ?? null)) : null;
    const data = { ...input, ...plan, pausedUntil: fromDayOrNull(pausedUntil), nextAt, quietSince: null, askedAt: null, missed: 0, zoneAt: now, updatedAt: now };
    return toSettings(await scope.db.reminder.upsert({ where: { diaryId: scope.diaryId }, create: { diaryId: scope.diaryId, ...data }, update: data }));
  }, { writes: "reminders:write" });
}

/** Switches reminders off by the link of a mail, which names the diary and was made by this server. Doing it again changes nothing. */
export async function switchOffReminder(diaryId: string): Promise<void> {
  await asWorker(diaryId, (tx) => tx.reminder.updateMany({
    where: { diaryId, isOn: true }, data: { isOn: false, nextAt: null, quietSince: null, askedAt: null, missed: 0, updatedAt: new Date() },
  }));
}

/** At a sign-in: reminders go by the clock where the person is now. The worker finds the next moment anew. */
export async function followTimeZone(viewer: Pick<Viewer, "userId">, timeZone: string): Promise<void> {
  const now = new Date();
  await asViewer(viewer, (tx) => tx.reminder.updateMany({
    where: { diary: { ownerId: viewer.userId }, timeZone: { not: timeZone }, zoneAt: { lt: now } }, data: { timeZone, zoneAt: now, nextAt: null },
  }));
}

function toSettings(row: Row): ReminderSettings {
  return {
    isOn: row.isOn, time: timeOfDay(row.minuteOfDay), weekdays: row.weekdays as Weekday[], byMail: row.byMail, byPush: row.byPush,
    pausedUntil: toDayOrNull(row.pausedUntil), timeZone: row.timeZone, isQuiet: row.quietSince !== null, nextAt: row.nextAt, updatedAt: row.updatedAt,
  };
}
