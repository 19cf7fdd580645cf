import type { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";

/** A row in every table of the course over time; a diary with one medicine is given. */
export async function insertCourse(client: Client, diaryId: string, owner: Viewer, measureId = uuidv7()): Promise<void> {
  const importId = uuidv7();
  await client.query("insert into medicine_events (diary_id, event_id, medicine_id, kind, day, created_at) select diary_id, $2, medicine_id, 'missed', now()::date, now() from medicines where diary_id = $1", [diaryId, uuidv7()]);
  await client.query("insert into measures (diary_id, measure_id, kind, day, recorded_at, time_zone, value, details, entered_by_id, created_at, updated_at) values ($1, $2, 'edss', now()::date, now(), 'UTC', 3.5, '{}', $3, now(), now())", [diaryId, measureId, owner.userId]);
  await client.query("insert into visits (diary_id, visit_id, day, with_whom, questions, created_at, updated_at) values ($1, $2, now()::date, 'the nurse', '{a private question}', now(), now())", [diaryId, uuidv7()]);
  await client.query("insert into imports (diary_id, import_id, kind, file_hash, counts, created_at) values ($1, $2, 'daylio', 'x', '{}', now())", [diaryId, importId]);
  await client.query("insert into imported_days (diary_id, imported_day_id, import_id, source, day, trackers, created_at) values ($1, $2, $3, 'daylio', now()::date, $4, now())", [diaryId, uuidv7(), importId, { mood: 4 }]);
  await client.query("insert into removed_check_ins (diary_id, check_in_id, removed_at) values ($1, $2, now())", [diaryId, uuidv7()]);
  await client.query("insert into reminders (diary_id, is_on, minute_of_day, weekdays, by_push, by_mail, time_zone, updated_at) values ($1, false, 1140, '{1,2,3}', false, true, 'UTC', now())", [diaryId]);
  await client.query("insert into push_subscriptions (id, user_id, session_id, endpoint, p256dh, auth, created_at) values ($1, $2, $4, $3, 'a', 'b', now())", [uuidv7(), owner.userId, `https://push.example.org/${owner.userId}`, owner.sessionId]);
}
