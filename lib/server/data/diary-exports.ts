import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { openDiary } from "@/lib/server/access";

/** Rows as they are stored, names in snake_case: whoever reads the file sees what the database holds. */
type Rows = Record<string, unknown>[];

/** Everything stored of a diary and its owner's account, but for what could be used to sign in. */
export type DiaryExport = {
  account: { email: string; name: string | null; created_at: string };
  consents: Rows;
  diary: Record<string, unknown>;
  check_ins: Rows;
  alerts: Rows;
  relapses: Rows;
  medicines: Rows;
  medicine_events: Rows;
  measures: Rows;
  visits: Rows;
  imports: Rows;
  imported_days: Rows;
  removed_check_ins: Rows;
  reminders: Rows;
  grants: Rows;
  access_events: Rows;
  people: Rows;
};

/**
 * The whole diary for its owner to take away: every revision of every entry, removed ones too, and who looked. Read in one statement,
 * so that its parts fit together. Owner only; that it was taken stands in the access log.
 * @throws NotFoundError when it is not the viewer's own.
 */
export function getDiaryExport(viewer: Viewer, diaryId: string): Promise<DiaryExport> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const [row] = await scope.db.$queryRawUnsafe<{ everything: DiaryExport }[]>(EVERYTHING, scope.diaryId, viewer.userId);
    return row!.everything;
  }, { writes: "export:write" });
}

const rowsOf = (table: string, order: string) =>
  `(select coalesce(jsonb_agg(to_jsonb(t) - 'diary_id' order by ${order}), '[]') from ${table} t where t.diary_id = $1::uuid)`;

/** $1 is the diary and $2 its owner. */
const EVERYTHING = `select jsonb_build_object(
  'account', (select jsonb_build_object('email', email, 'name', name, 'created_at', created_at) from users where id = $2::uuid),
  'consents', (select coalesce(jsonb_agg(jsonb_build_object('version', version, 'given_at', given_at, 'withdrawn_at', withdrawn_at) order by given_at), '[]')
    from consents where user_id = $2::uuid),
  'diary', (select to_jsonb(d) from diaries d where d.diary_id = $1::uuid),
  'check_ins', ${rowsOf("check_ins", "t.recorded_at, t.check_in_id, t.revision")},
  'alerts', ${rowsOf("alerts", "t.raised_at, t.check_in_id, t.rule_id")},
  'relapses', ${rowsOf("relapses", "t.started_at, t.relapse_id")},
  'medicines', ${rowsOf("medicines", "t.name, t.medicine_id")},
  'medicine_events', ${rowsOf("medicine_events", "t.day, t.event_id")},
  'measures', ${rowsOf("measures", "t.day, t.measure_id")},
  'visits', ${rowsOf("visits", "t.day, t.visit_id")},
  'imports', ${rowsOf("imports", "t.created_at, t.import_id")},
  'imported_days', ${rowsOf("imported_days", "t.day, t.imported_day_id")},
  'removed_check_ins', ${rowsOf("removed_check_ins", "t.removed_at, t.check_in_id")},
  'reminders', ${rowsOf("reminders", "t.diary_id")},
  'grants', ${rowsOf("grants", "t.created_at, t.grant_id")},
  'access_events', ${rowsOf("access_events", "t.at, t.event_id")},
  'people', (select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'email', email) order by id) from users where id in (
    select $2::uuid union select grantee_id from grants where diary_id = $1::uuid union select actor_id from access_events where diary_id = $1::uuid
    union select entered_by_id from check_ins where diary_id = $1::uuid union select responded_by_id from alerts where diary_id = $1::uuid)))
  as everything`;
