import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { clearNotices } from "@/lib/server/data/account-notices";
import { clearLocalMails, createLocalMail } from "@/lib/server/data/local-mails";
import { clearCodes } from "@/lib/server/data/old-codes";
import { clearSessions, findSessionViewer } from "@/lib/server/data/sessions";
import { db, disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());
afterEach(() => vi.restoreAllMocks());

/** The settings of another operator; everything else stays. */
const keep = (days: Partial<Pick<ReturnType<typeof settings.env>, "DAYMARK_KEEP_SESSION_DAYS" | "DAYMARK_KEEP_CODE_DAYS" | "DAYMARK_KEEP_MAIL_DAYS">>) =>
  vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), ...days });
const sql = (text: string, values: unknown[]) => withOwner((client) => client.query(text, values));

describe("the days that the operator keeps what ended", () => {
  it("sessions that ran out stay so long, open nothing meanwhile, and then go", async () => {
    keep({ DAYMARK_KEEP_SESSION_DAYS: 10 });
    const [old, young, live] = [await makePerson(), await makePerson(), await makePerson()];
    const ranOut = (id: string, ago: string) => sql(`update sessions set created_at = now() - interval '60 days', expires_at = now() - $2::interval where id = $1`, [id, ago]);
    await ranOut(old.sessionId, "10 days 1 second");
    await ranOut(young.sessionId, "9 days 23 hours 59 minutes");
    expect(await findSessionViewer(young.sessionId)).toBeNull();
    await clearSessions();
    const left = await db().session.findMany({ where: { id: { in: [old.sessionId, young.sessionId, live.sessionId] } }, select: { id: true }, orderBy: { id: "asc" } });
    expect(left.map(({ id }) => id)).toEqual([young.sessionId, live.sessionId]);
  });

  it("codes, challenges and attempts to sign in stay so long, and then go", async () => {
    keep({ DAYMARK_KEEP_CODE_DAYS: 3 });
    const { email, sessionId } = await makePerson();
    const [old, young] = [uuidv7(), uuidv7()];
    for (const [id, ago] of [[old, "3 days 1 second"], [young, "2 days 23 hours 59 minutes"]] as const) {
      await sql("insert into sign_in_attempts (id, browser_hash, email, tries_left, created_at, expires_at) values ($1, 'x', $2, 5, now() - $3::interval, now() - $3::interval + interval '20 minutes')", [id, email, ago]);
      await sql("insert into verification_tokens (id, email, attempts_left, created_at, expires_at, purpose, attempt_id) values ($1, $2, 5, now() - $3::interval, now() - $3::interval + interval '10 minutes', 'sign-in', $1)", [id, email, ago]);
      await sql("insert into passkey_challenges (id, purpose, session_id, challenge, created_at, expires_at) values ($1, 'add', $2, 'x', now() - $3::interval, now() - $3::interval + interval '5 minutes')", [id, sessionId, ago]);
    }
    await clearCodes();
    const where = { where: { id: { in: [old, young] } }, select: { id: true } };
    for (const left of [await db().signInAttempt.findMany(where), await db().verificationToken.findMany(where), await db().passkeyChallenge.findMany(where)]) expect(left).toEqual([{ id: young }]);
  });

  it("mails stay so long, and then go", async () => {
    keep({ DAYMARK_KEEP_MAIL_DAYS: 2 });
    const { userId, email } = await makePerson();
    const [old, young] = [uuidv7(), uuidv7()];
    for (const [id, ago] of [[old, "2 days 1 second"], [young, "1 day 23 hours 59 minutes"]] as const) {
      await sql("insert into account_notices (id, user_id, email, kind, details, created_at, sent_at) values ($1, $2, $3, 'new-device', '{}', now() - $4::interval, now())", [id, userId, email, ago]);
      await createLocalMail({ to: email, subject: id, text: "x" });
      await sql("update local_mails set created_at = now() - $2::interval where subject = $1", [id, ago]);
    }
    await clearNotices();
    await clearLocalMails();
    expect(await db().accountNotice.findMany({ where: { userId }, select: { id: true } })).toEqual([{ id: young }]);
    expect(await db().localMail.findMany({ where: { to: email }, select: { subject: true } })).toEqual([{ subject: young }]);
  });
});
