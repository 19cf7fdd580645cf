import type { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { insertCourse } from "@/tests/integration/support/course";
import { makeDiary, makeGrant, makePerson, withOwner } from "@/tests/integration/support/people";

const IN_A_WEEK = "now() + interval '7 days'";

/** Someone with a row in every table that can hold one of them, who also cares for someone else and wrote in that diary. */
export async function makeFullAccount() {
  const person = await makePerson();
  const caregiver = await makePerson();
  const other = await makePerson();
  const diaryId = await makeDiary(person, { country: "GB", timeZone: "Europe/London" });
  const otherDiaryId = await makeDiary(other);
  await makeGrant(diaryId, caregiver, { scopes: ["check-ins:read"] });
  const grantOnOther = await makeGrant(otherDiaryId, person, { scopes: ["check-ins:read", "check-ins:write"] });
  const checkInId = uuidv7();
  await withOwner(async (client) => {
    await insertEntry(client, { diaryId, checkInId, enteredBy: person, note: "first words" });
    await client.query("update check_ins set superseded_at = now() where diary_id = $1", [diaryId]);
    await insertEntry(client, { diaryId, checkInId, revision: 2, enteredBy: person, note: "a private note" });
    await insertEntry(client, { diaryId: otherDiaryId, checkInId: uuidv7(), enteredBy: person, note: "written for someone else" });
    await client.query("insert into relapses (diary_id, relapse_id, status, started_on, started_at, symptoms) values ($1, $2, 'confirmed-by-me', now()::date, now(), '{vision}')", [diaryId, uuidv7()]);
    await client.query("insert into medicines (diary_id, medicine_id, name, updated_at) values ($1, $2, 'ocrelizumab', now())", [diaryId, uuidv7()]);
    await client.query("insert into access_events (diary_id, event_id, actor_id, role, action, at) values ($1, $2, $3, 'caregiver', 'check-ins:read', now())", [diaryId, uuidv7(), caregiver.userId]);
    await client.query("insert into access_events (diary_id, event_id, actor_id, role, action, grant_id, at) values ($1, $2, $3, 'caregiver', 'check-ins:read', $4, now())", [otherDiaryId, uuidv7(), person.userId, grantOnOther]);
    await insertCourse(client, diaryId, person);
    await insertSignIn(client, person);
  });
  return { person, caregiver, other, diaryId, otherDiaryId };
}

type Entry = { diaryId: string; checkInId: string; revision?: number; enteredBy: Viewer; note: string };

async function insertEntry(client: Client, { diaryId, checkInId, revision = 1, enteredBy, note }: Entry): Promise<void> {
  await client.query(`insert into check_ins (diary_id, check_in_id, revision, recorded_at, entered_at, received_at, day, time_zone, fatigue, numbness,
    vision, walking, details, note, confirmed_unchanged, entered_by_id, rules_version, could_not_check, content_hash)
    values ($1, $2, $3, now(), now(), now(), now()::date, 'UTC', 1, 2, 3, 4, '{"signs":[]}', $4, '{}', $5, '1', '{}', 'x')`, [diaryId, checkInId, revision, note, enteredBy.userId]);
  await client.query(`insert into alerts (diary_id, check_in_id, check_in_revision, rule_id, rule_version, tier, evidence, found_by, raised_at, response, responded_at, responded_by_id)
    values ($1, $2, $3, 'vision-sudden-loss', 1, 'EMERGENCY', '[]', 'both', now(), 'called', now(), $4)`, [diaryId, checkInId, revision, enteredBy.userId]);
}

/** What signing in leaves behind and nobody may read again. Each is stored with the account's id after it, so that it can be found. */
export const SECRETS = ["a-public-key-handle", "a-sealed-secret", "a-recovery-hash", "a-code-hash", "an-undo-hash", "an-invitation-hash", "a-browser-hash", "a-device-hash", "a-challenge"] as const;

async function insertSignIn(client: Client, { userId, sessionId, email }: Viewer): Promise<void> {
  const attemptId = uuidv7();
  const old = `old-${email}`;
  const secret = (name: (typeof SECRETS)[number]) => `${name}-${userId}`;
  await client.query("insert into consents (id, user_id, version, given_at, withdrawn_at) values ($1, $2, '2020-01-01', now() - interval '1 year', now() - interval '1 day')", [uuidv7(), userId]);
  await client.query("insert into sessions (id, user_id, created_at, last_used_at, expires_at, ends_at, device, place) values ($1, $2, now(), now(), " + IN_A_WEEK + ", " + IN_A_WEEK + ", 'Firefox on Linux', 'Europe/London')", [uuidv7(), userId]);
  await client.query("insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at) values ($1, $2, $3, '\\x01', 0, '{}', 'My phone', true, now())", [uuidv7(), userId, secret("a-public-key-handle")]);
  await client.query("insert into totp_secrets (id, user_id, secret_sealed, created_at, confirmed_at) values ($1, $2, $3, now(), now())", [uuidv7(), userId, secret("a-sealed-secret")]);
  await client.query("insert into recovery_codes (id, user_id, code_hash, created_at) values ($1, $2, $3, now())", [uuidv7(), userId, secret("a-recovery-hash")]);
  await client.query(`insert into email_changes (id, user_id, old_email, new_email, undo_hash, created_at, undo_until) values ($1, $2, $3, $4, $5, now(), ${IN_A_WEEK})`, [uuidv7(), userId, old, email, secret("an-undo-hash")]);
  await client.query("insert into known_devices (user_id, device_hash, created_at, last_seen_at) values ($1, $2, now(), now())", [userId, secret("a-device-hash")]);
  await client.query("insert into account_notices (id, user_id, email, kind, details, created_at) values ($1, $2, $3, 'email-changed', '{}', now()), ($4, null, $5, 'new-device', '{}', now())", [uuidv7(), userId, old, uuidv7(), email]);
  await client.query(`insert into sign_up_invitations (id, email, code_hash, created_at, expires_at, used_at, used_by_id) values ($1, $2, $3, now(), ${IN_A_WEEK}, now(), $4)`, [uuidv7(), `invited-${email}`, secret("an-invitation-hash"), userId]);
  await client.query(`insert into sign_in_attempts (id, browser_hash, email, user_id, first_step, tries_left, created_at, expires_at, finished_at) values ($1, $2, $3, $4, 'mail-code', 5, now(), ${IN_A_WEEK}, now())`, [attemptId, secret("a-browser-hash"), email, userId]);
  await client.query(`insert into passkey_challenges (id, purpose, attempt_id, session_id, challenge, created_at, expires_at) values ($1, 'sign-in', $2, null, $5, now(), ${IN_A_WEEK}), ($3, 'add', null, $4, $5, now(), ${IN_A_WEEK})`, [uuidv7(), attemptId, uuidv7(), sessionId, secret("a-challenge")]);
  await client.query(`insert into verification_tokens (id, email, code_hash, attempts_left, created_at, expires_at, purpose, attempt_id, session_id) values
    ($1, $2, $7, 5, now(), ${IN_A_WEEK}, 'sign-in', $3, null), ($4, $5, $7, 5, now(), ${IN_A_WEEK}, 'change-email', null, $6)`, [uuidv7(), email, attemptId, uuidv7(), `next-${email}`, sessionId, secret("a-code-hash")]);
  await client.query(`insert into local_mails (id, "to", subject, text, created_at) values ($1, $2, 's', 't', now()), ($3, $4, 's', 't', now())`, [uuidv7(), email, uuidv7(), old]);
}

/** Tables that hold nothing of a person. */
export const WITHOUT_PEOPLE = ["rate_limits", "worker_heartbeats"];
