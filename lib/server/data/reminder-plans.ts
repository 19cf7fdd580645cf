import "server-only";
import { decideReminder, LATE_MS, type ReminderDecision } from "@/lib/domain/reminders/decide";
import { nextReminder, type ReminderPlan } from "@/lib/domain/reminders/reminder";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { asWorker } from "@/lib/server/access";
import { fromDay, toDayOrNull } from "@/lib/server/days";
import { pool, type Transaction } from "@/lib/server/db";
import type { Reminder } from "@/lib/server/generated/client";

export type ReminderKind = NonNullable<ReminderDecision["send"]>;

/** What the worker sends: ids, a day and a moment, and nothing of the diary. */
export type ReminderJob = { diaryId: string; kind: ReminderKind; day: CalendarDay; dueAt: string } & ({ by: "mail" } | { by: "push"; subscriptionId: string });

/**
 * Looks at every reminder that is due, decides, and finds the next moment of each. What is to be sent becomes a job in the same
 * transaction, so that it leaves exactly when that was decided. Two workers at once never take the same one.
 * @param now the worker's clock; tests shift it
 */
export async function planReminders(now = new Date()): Promise<void> {
  const { rows } = await pool().query<{ diary_id: string }>("select diary_id from daymark_due_reminders($1)", [now]);
  for (const { diary_id: diaryId } of rows) await asWorker(diaryId, (tx) => planOne(tx, diaryId, now));
}

async function planOne(tx: Transaction, diaryId: string, now: Date): Promise<void> {
  // Held by another worker, it is theirs; changed since, it is looked at again in a minute.
  const held = await tx.$queryRaw<unknown[]>`select from reminders where diary_id = ${diaryId}::uuid for update skip locked`;
  const row = held.length === 1 ? await tx.reminder.findUnique({ where: { diaryId } }) : null;
  if (!row || !row.isOn || row.quietSince || (row.nextAt && row.nextAt > now)) return;
  const plan = { ...row, weekdays: row.weekdays, pausedUntil: toDayOrNull(row.pausedUntil) } as ReminderPlan;
  const lastSentOn = toDayOrNull(row.lastSentOn);
  if (!row.nextAt) {
    await tx.reminder.updateMany({ where: { diaryId }, data: { nextAt: nextReminder(plan, now, lastSentOn) } });
    return;
  }
  const day = dayOf(row.nextAt, row.timeZone);
  const jobs = await waysOf(tx, row);
  const { send, missed } = decideReminder({
    dueAt: row.nextAt, now, missed: row.missed, canSend: jobs.length > 0,
    loggedToday: await hasEntry(tx, diaryId, dayOf(now, row.timeZone)),
    loggedSinceLast: lastSentOn !== null && await hasEntry(tx, diaryId, lastSentOn, "and later"),
  });
  await tx.reminder.updateMany({ where: { diaryId }, data: {
    missed, ...(send && { lastSentOn: fromDay(day) }),
    ...(send === "question" ? { quietSince: now, askedAt: now, nextAt: null } : { nextAt: nextReminder(plan, now, send ? day : lastSentOn) }),
  } });
  if (!send) return;
  for (const way of jobs) {
    const job: ReminderJob = { diaryId, kind: send, day, dueAt: row.nextAt.toISOString(), ...way };
    const key = [diaryId, day, way.by === "push" ? way.subscriptionId : way.by].join(":");
    await tx.$executeRaw`select daymark_add_job_at('send-reminder', ${JSON.stringify(job)}::json, now(), ${key})`;
  }
}

type Way = { by: "mail" } | { by: "push"; subscriptionId: string };

async function waysOf(tx: Transaction, { byMail, byPush }: Reminder): Promise<Way[]> {
  const owner = await whomToRemind(tx);
  if (!owner) return [];
  const devices = byPush ? await tx.pushSubscription.findMany({ where: { userId: owner.id, session: { expiresAt: { gt: new Date() } } }, select: { id: true }, orderBy: { id: "asc" } }) : [];
  return [...(byMail ? [{ by: "mail" } as const] : []), ...devices.map(({ id }) => ({ by: "push", subscriptionId: id }) as const)];
}

async function whomToRemind(tx: Transaction): Promise<{ id: string; email: string } | null> {
  const [owner] = await tx.$queryRaw<{ id: string; email: string }[]>`select id, email from daymark_whom_to_remind()`;
  return owner ?? null;
}

async function hasEntry(tx: Transaction, diaryId: string, day: CalendarDay, later?: "and later"): Promise<boolean> {
  const date = fromDay(day);
  return (await tx.checkIn.findFirst({ where: { diaryId, supersededAt: null, removedAt: null, day: later ? { gte: date } : date }, select: { id: true } })) !== null;
}

/**
 * Whether a job may still be sent: not two hours late, not switched off or paused, and nothing logged meanwhile. The address is that of this moment.
 * A mail is marked as sent before it leaves, so that it never leaves twice; `releaseMail` takes the mark back when it did not.
 */
export function takeReminder({ diaryId, kind, day, dueAt, by }: ReminderJob, now = new Date()): Promise<{ email: string } | null> {
  return asWorker(diaryId, async (tx) => {
    if (now.getTime() - Date.parse(dueAt) > LATE_MS) return null;
    const row = await tx.reminder.findUnique({ where: { diaryId } });
    const owner = await whomToRemind(tx);
    const pausedUntil = toDayOrNull(row?.pausedUntil ?? null);
    if (!row?.isOn || !owner || (pausedUntil && day < pausedUntil) || (kind === "reminder" && await hasEntry(tx, diaryId, day))) return null;
    if (by === "mail") {
      const { count } = await tx.reminder.updateMany({ where: { diaryId, OR: [{ mailedOn: null }, { mailedOn: { not: fromDay(day) } }] }, data: { mailedOn: fromDay(day) } });
      if (count === 0) return null;
    }
    return { email: owner.email };
  });
}

/** The mail server did not take it: the queue tries again. */
export async function releaseMail({ diaryId, day }: ReminderJob): Promise<void> {
  await asWorker(diaryId, (tx) => tx.reminder.updateMany({ where: { diaryId, mailedOn: fromDay(day) }, data: { mailedOn: null } }));
}
