import type { ReminderInput } from "@/lib/schemas/reminder";
import { saveReminder } from "@/lib/server/data/reminders";
import { makeDiary, makePerson, withOwner } from "@/tests/integration/support/people";

export const EVERY_DAY: ReminderInput = { isOn: true, time: "19:30", weekdays: [1, 2, 3, 4, 5, 6, 7], byMail: true, byPush: false, pausedUntil: null, timeZone: "Europe/Berlin", updatedAt: null };

export async function makeReminded(input: Partial<ReminderInput> = {}) {
  const person = await makePerson();
  const diaryId = await makeDiary(person);
  await saveReminder(person, diaryId, { ...EVERY_DAY, ...input });
  return { person, diaryId };
}

export const rowOf = (diaryId: string) => withOwner(async (client) => (await client.query<Record<string, unknown> & { next_at: Date; missed: number }>("select * from reminders where diary_id = $1", [diaryId])).rows[0]!);
export const jobsOf = (diaryId: string) => withOwner(async (client) => (await client.query<{ payload: { kind: string; by: string } }>(`select p.payload from graphile_worker._private_jobs p
  join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = 'send-reminder' and p.payload->>'diaryId' = $1 order by p.id`, [diaryId])).rows.map(({ payload }) => payload));
