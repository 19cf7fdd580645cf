import { expect } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import type { Answers, Profile, Scores } from "@/lib/domain/check-in/check-in";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import type { Scope } from "@/lib/domain/sharing/policy";
import { addDays, dayOf } from "@/lib/domain/time";
import { createPerson, type Person } from "./person";
import { inTransaction, query } from "./world";

const DAY_MS = 86_400_000;
/** The zone of the tests' browser. */
export const TIME_ZONE = "Europe/Berlin";
const NO_SYMPTOM: Scores = { fatigue: 0, numbness: 0, vision: 0, walking: 0 };

type CheckInWords = Partial<Scores> & { note?: string; at?: Date; answers?: Answers; trackers?: Trackers };

export type Owner = Person & {
  diaryId: string;
  /** Sends a check-in to the write route. Scores that are not named are 0; nothing was ticked at the safety question. */
  checksIn: (words: CheckInWords) => Promise<{ id: string; alerts: { ruleId: string }[] }>;
  /** Puts one quiet check-in a day, ending yesterday, straight into the database. */
  hasHistory: (days: number, scores?: Partial<Scores>) => Promise<void>;
  sharesWith: (grantee: Person, scopes: Scope[], role?: "caregiver" | "clinician") => Promise<string>;
  revokes: (grantId: string) => Promise<void>;
};

/** An owner with a diary whose set-up is done; `profile: {}` is someone who skipped every question. */
export async function createOwner(profile: Profile = { country: "DE", timeZone: TIME_ZONE }, { setUpDone = true } = {}): Promise<Owner> {
  const person = await createPerson("Test owner");
  const diaryId = uuidv7();
  await query(
    "insert into diaries (diary_id, owner_id, display_name, profile, set_up_done, is_demo, created_at, updated_at) values ($1, $2, $3, $4, $5, false, now(), now())",
    [diaryId, person.userId, person.name, profile, setUpDone]);
  return {
    ...person,
    diaryId,
    checksIn: async ({ note, at = new Date(), answers = { signs: [] }, trackers, ...scores }) => {
      const moment = at.toISOString();
      const response = await person.send("POST", `/api/diaries/${diaryId}/check-ins`, {
        checkIns: [{
          id: uuidv7(), revision: 1, recordedAt: moment, enteredAt: moment, timeZone: TIME_ZONE, scores: { ...NO_SYMPTOM, ...scores },
          confirmedUnchanged: [], answers, rulesVersion: "test", deviceAlerts: [], deviceCouldNotCheck: [], ...(trackers && { trackers }), ...(note !== undefined && { note }),
        }],
      });
      expect(response.status, await response.clone().text()).toBe(200);
      const { results } = await response.json() as { results: { status: string; id: string; alerts: { ruleId: string }[] }[] };
      expect(results[0]).toMatchObject({ status: "stored" });
      return results[0]!;
    },
    hasHistory: (days, scores = {}) => insertHistory(person.userId, diaryId, days, { ...NO_SYMPTOM, ...scores }),
    sharesWith: async (grantee, scopes, role = "caregiver") => {
      const grantId = uuidv7();
      await query(
        "insert into grants (diary_id, grant_id, grantee_id, role, scopes, created_at, expires_at) values ($1, $2, $3, $4, $5, now(), $6)",
        [diaryId, grantId, grantee.userId, role, scopes, new Date(Date.now() + 90 * DAY_MS)]);
      return grantId;
    },
    revokes: async (grantId) => {
      await query("update grants set revoked_at = now() where diary_id = $1 and grant_id = $2", [diaryId, grantId]);
    },
  };
}

async function insertHistory(userId: string, diaryId: string, days: number, scores: Scores): Promise<void> {
  const today = dayOf(new Date(), TIME_ZONE);
  await inTransaction(async (client) => {
    for (let back = days; back >= 1; back -= 1) {
      const day = addDays(today, -back);
      const at = new Date(`${day}T18:00:00Z`);
      await client.query(
        `insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness, vision, walking,
           details, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash)
         values ($1, $2::uuid, 1, $3, $3, $3, $4, $5, $6, $7, $8, $9, '{"signs":[]}', '{}', $10, 'test', '{}', $2::uuid::text)`,
        [diaryId, uuidv7({ msecs: at.getTime() }), at, day, TIME_ZONE, scores.fatigue, scores.numbness, scores.vision, scores.walking, userId]);
    }
  });
}
