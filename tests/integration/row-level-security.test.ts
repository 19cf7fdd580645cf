import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { asViewer, asWorker } from "@/lib/server/access";
import { db, disconnect, type Transaction } from "@/lib/server/db";
import { makeDiary, makeGrant, makePerson, useTestSettings } from "@/tests/integration/support/people";
import { makeScene, type Scene, type ViewerKind } from "@/tests/integration/support/viewers";

// The gate is left out on purpose: `asViewer` sets who is asking and checks nothing, so only row-level security stands here.
const TABLES = [
  "diaries", "check_ins", "alerts", "relapses", "medicines", "grants", "access_events",
  "medicine_events", "measures", "visits", "imports", "imported_days", "removed_check_ins", "reminders",
] as const;
type Table = (typeof TABLES)[number];

let scene: Scene;
beforeAll(async () => {
  useTestSettings();
  scene = await makeScene();
});
afterAll(() => disconnect());

const countIn = async (tx: Transaction, table: Table) => {
  const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(`select count(*)::int as count from ${table} where diary_id = $1::uuid`, scene.diaryId);
  return row?.count ?? 0;
};

/** What each kind of viewer sees of the scene's diary, by the policies alone. Tables that are not named show nothing. */
const SEEN: Partial<Record<ViewerKind, readonly Table[]>> = {
  owner: TABLES,
  "caregiver without a scope": ["diaries", "grants"],
  "caregiver with check-ins:read": ["diaries", "grants", "check_ins", "measures", "imported_days"],
  "caregiver with alerts:read": ["diaries", "grants", "alerts"],
  "caregiver with relapses:read": ["diaries", "grants", "relapses"],
  "caregiver with medicines:read": ["diaries", "grants", "medicines", "medicine_events"],
  "caregiver with check-ins:write": ["diaries", "grants", "alerts"],
  clinician: ["diaries", "grants", "check_ins", "alerts", "relapses", "medicines", "medicine_events", "measures", "imported_days", "visits"],
  nobody: [], stranger: [], revoked: ["grants"], expired: ["grants"],
};

describe("with the gate's check switched off", () => {
  it.each(Object.entries(SEEN) as [ViewerKind, readonly Table[]][])("%s sees in %j and nowhere else", async (kind, tables) => {
    const counts = await asViewer(scene.viewers[kind], async (tx) => {
      const seen: Table[] = [];
      for (const table of TABLES) if (await countIn(tx, table) > 0) seen.push(table);
      return seen;
    });
    expect(counts).toEqual(TABLES.filter((table) => tables.includes(table)));
  });

  it("lets nobody but the app's role ask for what decides about possible relapses", async () => {
    const [row] = await db().$queryRaw`select has_function_privilege('public', 'daymark_relapse_findings(uuid)', 'execute') as public,
      has_function_privilege('daymark_app', 'daymark_relapse_findings(uuid)', 'execute') as app` as unknown[];
    expect(row).toEqual({ public: false, app: true });
  });

  it("shows a grantee their own grant only", async () => {
    await asViewer(scene.viewers["caregiver with check-ins:read"], async (tx) => expect(await countIn(tx, "grants")).toBe(1));
  });

  it("shows nothing before anyone said who is asking, nor after the transaction ended", async () => {
    await asViewer(scene.viewers.owner, async (tx) => expect(await countIn(tx, "check_ins")).toBe(1));
    for (const table of TABLES) expect(await countIn(db(), table), table).toBe(0);
  });

  it("ends a grantee's view at its first day", async () => {
    const late = await makePerson();
    await makeGrant(scene.diaryId, late, { scopes: ["check-ins:read", "alerts:read", "medicines:read", "summary:read"], historyFrom: "2100-01-01" });
    await asViewer(late, async (tx) => {
      for (const table of ["check_ins", "alerts", "medicine_events", "measures", "visits", "imported_days"] as const) expect(await countIn(tx, table), table).toBe(0);
    });
  });

  it("lets nobody act as the worker by being one's viewer, and the worker see one diary only", async () => {
    const other = await makeDiary(await makePerson());
    await asWorker(other, async (tx) => {
      for (const table of TABLES) expect(await countIn(tx, table), table).toBe(0);
    });
    await asWorker(scene.diaryId, async (tx) => {
      const seen: Table[] = [];
      for (const table of TABLES) if (await countIn(tx, table) > 0) seen.push(table);
      expect(seen).toEqual(["check_ins", "alerts", "relapses", "reminders"]);
    });
  });
});

describe("writing with the gate's check switched off", () => {
  const WRITES: Record<string, (tx: Transaction, viewer: Viewer) => Promise<number>> = {
    "insert a diary for someone else": (tx) => tx.$executeRaw`
      insert into diaries (diary_id, owner_id, display_name, profile, set_up_done, is_demo, created_at, updated_at)
      values (${uuidv7()}::uuid, ${scene.viewers.expired.userId}::uuid, 'x', '{}', true, false, now(), now())`,
    "insert a check-in": (tx, viewer) => tx.$executeRaw`
      insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness, vision, walking,
        details, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash)
      values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, 1, now(), now(), now(), now()::date, 'UTC', 1, 1, 1, 1, '{}', '{}', ${viewer.userId}::uuid, '1', '{}', 'x')`,
    "insert an alert": (tx) => tx.$executeRaw`
      insert into alerts (diary_id, check_in_id, check_in_revision, rule_id, rule_version, tier, evidence, found_by, raised_at)
      values (${scene.diaryId}::uuid, ${scene.checkInId}::uuid, 1, 'x', 1, 'INFO', '[]', 'server', now())`,
    "insert a medicine": (tx) => tx.$executeRaw`
      insert into medicines (diary_id, medicine_id, name, updated_at) values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, 'x', now())`,
    "insert an access event": (tx, viewer) => tx.$executeRaw`
      insert into access_events (diary_id, event_id, actor_id, role, action, at)
      values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, ${viewer.userId}::uuid, 'owner', 'diary:write', now())`,
    "change the diary": (tx) => tx.$executeRaw`update diaries set display_name = 'x' where diary_id = ${scene.diaryId}::uuid`,
    "supersede check-ins": (tx) => tx.$executeRaw`update check_ins set superseded_at = now() where diary_id = ${scene.diaryId}::uuid`,
    "insert a relapse": (tx) => tx.$executeRaw`
      insert into relapses (diary_id, relapse_id, status, started_on, started_at, symptoms) values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, 'possible', now()::date, now(), '{}')`,
    "insert a medicine event": (tx) => tx.$executeRaw`
      insert into medicine_events (diary_id, event_id, medicine_id, kind, day, created_at) values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, ${uuidv7()}::uuid, 'missed', now()::date, now())`,
    "insert a measure": (tx, viewer) => tx.$executeRaw`
      insert into measures (diary_id, measure_id, kind, day, recorded_at, time_zone, value, details, entered_by_id, created_at, updated_at)
      values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, 'edss', now()::date, now(), 'UTC', 1, '{}', ${viewer.userId}::uuid, now(), now())`,
    "insert a visit": (tx) => tx.$executeRaw`
      insert into visits (diary_id, visit_id, day, created_at, updated_at) values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, now()::date, now(), now())`,
    "insert an import": (tx) => tx.$executeRaw`
      insert into imports (diary_id, import_id, kind, file_hash, counts, created_at) values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, 'daylio', 'x', '{}', now())`,
    "insert an imported day": (tx) => tx.$executeRaw`
      insert into imported_days (diary_id, imported_day_id, import_id, source, day, created_at)
      values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, ${uuidv7()}::uuid, 'daylio', now()::date, now())`,
    "insert a deleted entry": (tx) => tx.$executeRaw`insert into removed_check_ins (diary_id, check_in_id, removed_at) values (${scene.diaryId}::uuid, ${uuidv7()}::uuid, now())`,
    "change relapses": (tx) => tx.$executeRaw`update relapses set status = 'possible' where diary_id = ${scene.diaryId}::uuid`,
    "change measures": (tx) => tx.$executeRaw`update measures set value = 2 where diary_id = ${scene.diaryId}::uuid`,
    "change visits": (tx) => tx.$executeRaw`update visits set agreed = 'x' where diary_id = ${scene.diaryId}::uuid`,
    "change reminders": (tx) => tx.$executeRaw`update reminders set is_on = true where diary_id = ${scene.diaryId}::uuid`,
    "delete imported days": (tx) => tx.$executeRaw`delete from imported_days where diary_id = ${scene.diaryId}::uuid`,
    "answer alerts": (tx) => tx.$executeRaw`update alerts set shown_at = now() where diary_id = ${scene.diaryId}::uuid`,
    "change medicines": (tx) => tx.$executeRaw`update medicines set name = 'x' where diary_id = ${scene.diaryId}::uuid`,
    "revoke grants": (tx) => tx.$executeRaw`update grants set revoked_at = now() where diary_id = ${scene.diaryId}::uuid`,
  };
  it.each(Object.keys(WRITES))("a stranger cannot %s", async (name) => expect(await attempt(name, "stranger")).toBe(0));
  it.each(Object.keys(WRITES))("someone whose grant was revoked cannot %s", async (name) => expect(await attempt(name, "revoked")).toBe(0));
  it.each(Object.keys(WRITES).filter((name) => name !== "insert an access event"))("a caregiver who only reads cannot %s", async (name) =>
    expect(await attempt(name, "caregiver with check-ins:read")).toBe(0));

  /** Rows changed; a refusal by a policy counts as none. What was changed is rolled back. */
  async function attempt(name: string, kind: ViewerKind): Promise<number> {
    let changed = 0;
    await asViewer(scene.viewers[kind], async (tx) => {
      changed = await WRITES[name]!(tx, scene.viewers[kind]);
      throw new Error("rolled back");
    }).catch((error: unknown) => {
      if (!/rolled back|row-level security/.test(String(error))) throw error;
    });
    return changed;
  }
});

describe("the app's role", () => {
  it("owns no table, bypasses nothing, and every diary table forces its policies", async () => {
    const [role] = await db().$queryRaw<object[]>`
      select current_user::text as name, rolsuper, rolbypassrls, rolcanlogin,
        (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`;
    expect(role).toEqual({ name: "daymark_app", rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0 });
    const forced = await db().$queryRaw<{ name: string }[]>`
      select c.relname::text as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and relforcerowsecurity order by 1`;
    expect(forced.map(({ name }) => name)).toEqual([...TABLES].sort());
    const withDiary = await db().$queryRaw<{ name: string }[]>`
      select distinct table_name::text as name from information_schema.columns where table_schema = 'public' and column_name = 'diary_id' order by 1`;
    expect(withDiary.map(({ name }) => name)).toEqual([...TABLES].sort());
  });

  it.each(["update access_events set action = 'x'", "delete from access_events", "truncate access_events", "alter table diaries disable row level security",
    "delete from check_ins", "update check_ins set fatigue = 0", "update alerts set tier = 'INFO'", "update diaries set owner_id = owner_id",
    "select * from graphile_worker._private_jobs", "insert into grants select * from grants", "select daymark_add_jobs('drop-everything', array['{}'::json])",
    "create table mine (id int)"])(
    "is refused: %s", async (statement) => {
      await expect(asViewer(scene.viewers.owner, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(/permission denied|must be owner|may not add/);
    });
});
