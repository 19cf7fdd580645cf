import { v7 as uuidv7 } from "uuid";
import { SCOPES, type Need, type Scope } from "@/lib/domain/sharing/policy";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { insertCourse } from "@/tests/integration/support/course";
import { makeDiary, makeGrant, makePerson, withOwner } from "@/tests/integration/support/people";

export const VIEWER_KINDS = [
  "nobody", "stranger", "owner", "caregiver without a scope", ...SCOPES.map((scope) => `caregiver with ${scope}` as const),
  "clinician", "clinician without a second factor", "revoked", "expired",
] as const;
export type ViewerKind = (typeof VIEWER_KINDS)[number];

export type Scene = {
  diaryId: string;
  viewers: Record<ViewerKind, Viewer>;
  checkInId: string;
  medicineId: string;
  measureId: string;
  /** a grant that no viewer here uses */
  spareGrantId: () => Promise<string>;
  /** a medicine with a missed dose, of which no other row of a table makes use */
  spareMedicine: () => Promise<{ id: string; eventId: string }>;
};

/** A diary with one row in each table, and every kind of viewer of it. */
export async function makeScene(): Promise<Scene> {
  const owner = await makePerson();
  const diaryId = await makeDiary(owner, { country: "GB", timeZone: "Europe/London" });
  const entries: [ViewerKind, Viewer][] = [["owner", owner], ["nobody", { ...await makePerson(), userId: uuidv7(), sessionId: uuidv7() }], ["stranger", await makePerson()]];
  const add = async (kind: ViewerKind, person: Viewer, options: Parameters<typeof makeGrant>[2]) => {
    await makeGrant(diaryId, person, options);
    entries.push([kind, person]);
  };
  await add("caregiver without a scope", await makePerson(), {});
  for (const scope of SCOPES) await add(`caregiver with ${scope}`, await makePerson(), { scopes: [scope] });
  await add("clinician", await makePerson({ hasSecondFactor: true }), { role: "clinician", scopes: CLINICIAN_SCOPES });
  await add("clinician without a second factor", await makePerson(), { role: "clinician", scopes: CLINICIAN_SCOPES });
  await add("revoked", await makePerson(), { scopes: SCOPES, state: "revoked" });
  await add("expired", await makePerson(), { scopes: SCOPES, state: "expired" });
  const checkInId = uuidv7();
  const medicineId = uuidv7();
  const measureId = uuidv7();
  await withOwner(async (client) => {
    await client.query(`insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness,
      vision, walking, details, note, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash)
      values ($1, $2, 1, now(), now(), now(), now()::date, 'UTC', 1, 2, 3, 4, '{}', 'a private note', '{}', $3, '1', '{}', 'x')`, [diaryId, checkInId, owner.userId]);
    await client.query(`insert into alerts (diary_id, check_in_id, check_in_revision, rule_id, rule_version, tier, evidence, found_by, raised_at)
      values ($1, $2, 1, 'vision-sudden-loss', 1, 'EMERGENCY', '[]', 'both', now())`, [diaryId, checkInId]);
    await client.query(`insert into relapses (diary_id, relapse_id, status, started_on, started_at, symptoms) values ($1, $2, 'confirmed-by-me', now()::date, now(), '{vision}')`, [diaryId, uuidv7()]);
    await client.query("insert into medicines (diary_id, medicine_id, name, updated_at) values ($1, $2, 'ocrelizumab', now())", [diaryId, medicineId]);
    await client.query("insert into access_events (diary_id, event_id, actor_id, role, action, at) values ($1, $2, $3, 'owner', 'diary:write', now())", [diaryId, uuidv7(), owner.userId]);
    await insertCourse(client, diaryId, owner, measureId);
  });
  const spare = await makePerson();
  return { diaryId, viewers: Object.fromEntries(entries) as Record<ViewerKind, Viewer>, checkInId, medicineId, measureId, spareGrantId: () => makeGrant(diaryId, spare), spareMedicine: () => makeMedicine(diaryId) };
}

async function makeMedicine(diaryId: string): Promise<{ id: string; eventId: string }> {
  const made = { id: uuidv7(), eventId: uuidv7() };
  await withOwner(async (client) => {
    await client.query("insert into medicines (diary_id, medicine_id, name, updated_at) values ($1, $2, 'teriflunomide', now())", [diaryId, made.id]);
    await client.query("insert into medicine_events (diary_id, event_id, medicine_id, kind, day, created_at) values ($1, $2, $3, 'missed', '2026-02-01', now())", [diaryId, made.eventId, made.id]);
  });
  return made;
}

const CLINICIAN_SCOPES: Scope[] = ["check-ins:read", "notes:read", "alerts:read", "relapses:read", "medicines:read", "summary:read"];

/** Who may, by the words of the architecture: the owner always; others by the scope alone; a clinician with a second factor. */
export function mayPass(kind: ViewerKind, need: Need): boolean {
  if (kind === "owner") return true;
  if (need === "owner") return false;
  return kind === `caregiver with ${need}` || (kind === "clinician" && CLINICIAN_SCOPES.includes(need));
}
