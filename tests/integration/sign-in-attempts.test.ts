import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmByCode, listConfirmMethods, requestConfirmCode } from "@/lib/server/data/confirmations";
import { findSessionViewer, isFresh, requireFresh } from "@/lib/server/data/sessions";
import { issueMailCode } from "@/lib/server/data/mail-codes";
import {
  findAttempt, finishSignIn, passFirstStep, passSecondStep, startAttempt, takeSecondTry, type FirstStep, type SecondStep,
} from "@/lib/server/data/sign-in-attempts";
import { db, disconnect } from "@/lib/server/db";
import { ConfirmFirstError } from "@/lib/server/errors";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { signInByMail, wrong } from "@/tests/integration/support/sign-in";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

type Has = { totp?: boolean; passkey?: boolean };

async function makeAccount({ totp, passkey }: Has = {}) {
  const person = await makePerson();
  await withOwner(async (client) => {
    if (totp) await client.query("insert into totp_secrets (id, user_id, secret_sealed, created_at, confirmed_at) values ($1, $2, 'x', now(), now())", [uuidv7(), person.userId]);
    if (passkey) await client.query(
      "insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at) values ($1, $2, $1::uuid::text, '\\x00', 0, '{}', 'Phone', false, now())", [uuidv7(), person.userId]);
  });
  return person;
}

/** Goes through the steps that are named and finishes. */
async function signIn(userId: string, first: FirstStep, second?: SecondStep) {
  const { id, cookie } = await startAttempt({});
  await passFirstStep(id, { userId, step: first });
  if (second) await passSecondStep(id, second);
  const finished = await finishSignIn(cookie);
  const viewer = finished && await findSessionViewer(finished.sessionId);
  return viewer && { hasSecondFactor: viewer.hasSecondFactor, mayChange: await isFresh(viewer) };
}

describe("the steps of signing in", () => {
  it.each<[string, Has, FirstStep, SecondStep | undefined, Awaited<ReturnType<typeof signIn>>]>([
    ["a mailed code, where there is nothing stronger", {}, "mail-code", undefined, { hasSecondFactor: false, mayChange: true }],
    ["a mailed code alone, where there is a passkey", { passkey: true }, "mail-code", undefined, { hasSecondFactor: false, mayChange: false }],
    ["a mailed code alone, where there is an authenticator", { totp: true }, "mail-code", undefined, null],
    ["a mailed code and the authenticator", { totp: true }, "mail-code", "totp", { hasSecondFactor: true, mayChange: true }],
    ["a mailed code and a recovery code", { totp: true }, "mail-code", "recovery-code", { hasSecondFactor: false, mayChange: true }],
    ["a recovery code, where there is no authenticator", {}, "recovery-code", undefined, { hasSecondFactor: false, mayChange: true }],
    ["a recovery code alone, where there is a passkey", { passkey: true }, "recovery-code", undefined, { hasSecondFactor: false, mayChange: false }],
    ["a recovery code alone, where there is an authenticator", { totp: true }, "recovery-code", undefined, null],
    ["a recovery code and the authenticator", { totp: true }, "recovery-code", "totp", { hasSecondFactor: true, mayChange: true }],
    ["a passkey, which is both in one", { totp: true, passkey: true }, "passkey", undefined, { hasSecondFactor: true, mayChange: true }],
  ])("%s", async (_name, has, first, second, expected) => {
    const { userId } = await makeAccount(has);
    expect(await signIn(userId, first, second)).toEqual(expected);
  });

  it("never take a recovery code for both: the database refuses that too", async () => {
    const { userId } = await makeAccount({ totp: true });
    const { id, cookie } = await startAttempt({});
    expect(await passFirstStep(id, { userId, step: "recovery-code" })).toBe("second-step");
    await expect(passSecondStep(id, "recovery-code")).rejects.toThrow(/one_recovery/);
    expect(await finishSignIn(cookie)).toBeNull();
  });

  it("are passed once each: another account cannot take an attempt over", async () => {
    const [mine, theirs] = [await makeAccount(), await makeAccount()];
    const { id, cookie } = await startAttempt({});
    expect(await passFirstStep(id, { userId: mine.userId, step: "mail-code" })).toBe("done");
    expect(await passFirstStep(id, { userId: theirs.userId, step: "passkey" })).toBe("expired");
    expect((await finishSignIn(cookie))?.userId).toBe(mine.userId);
  });

  it("give five tries for the second, whoever counts along", async () => {
    const { userId } = await makeAccount({ totp: true });
    const { id } = await startAttempt({});
    expect(await takeSecondTry(id)).toBeNull(); // nothing to try before the first step
    await passFirstStep(id, { userId, step: "mail-code" });
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeSecondTry(id)));
    expect(taken.map((each) => each?.triesLeft ?? null).sort()).toEqual([0, 1, 2, 3, 4, null, null, null]);
  });
});

describe("an attempt", () => {
  it("becomes one session, however many ask at once", async () => {
    const { userId } = await makeAccount();
    const { id, cookie } = await startAttempt({ isShared: true, timeZone: "Europe/Berlin" });
    await passFirstStep(id, { userId, step: "mail-code" });
    const finished = (await Promise.all(Array.from({ length: 20 }, () => finishSignIn(cookie)))).filter((each) => each !== null);
    expect(finished).toMatchObject([{ userId, isShared: true }]);
    expect(await db().session.findUnique({ where: { id: finished[0]!.sessionId } })).toMatchObject({ place: "Europe/Berlin", isShared: true });
  });

  it("opens nothing before its steps are passed, for another browser, or for a closed account", async () => {
    const { userId } = await makeAccount();
    const { id, cookie } = await startAttempt({});
    expect(await finishSignIn(cookie)).toBeNull();
    await passFirstStep(id, { userId, step: "mail-code" });
    for (const other of [undefined, "", id, `${id}.`, `${id}.guess`, `not-an-id.${cookie.split(".")[1]}`]) {
      expect(await findAttempt(other)).toBeNull();
      expect(await finishSignIn(other)).toBeNull();
    }
    await withOwner((client) => client.query("update users set disabled_at = now() where id = $1", [userId]));
    expect(await finishSignIn(cookie)).toBeNull();
  });

  it.each([[-1, true], [1, false]])("lives 20 minutes: at %i s past them", async (seconds, opens) => {
    const { userId } = await makeAccount();
    const { id, cookie } = await startAttempt({});
    await passFirstStep(id, { userId, step: "mail-code" });
    await withOwner((client) => client.query(
      "update sign_in_attempts set created_at = created_at - interval '1 day', expires_at = expires_at - interval '20 minutes' - make_interval(secs => $2) where id = $1", [id, seconds]));
    expect((await finishSignIn(cookie)) !== null).toBe(opens);
  });
});

describe("confirming who one is", () => {
  it.each([[-5, true], [5, false]])("counts for 15 minutes: at %i s past them", async (seconds, fresh) => {
    const person = await makeAccount();
    await withOwner((client) => client.query("update sessions set confirmed_at = now() - interval '15 minutes' - make_interval(secs => $2) where id = $1", [person.sessionId, seconds]));
    expect(await isFresh(person)).toBe(fresh);
    if (fresh) await requireFresh(person);
    else await expect(requireFresh(person)).rejects.toBeInstanceOf(ConfirmFirstError);
  });

  it("takes a mailed code where there is nothing stronger, once, and in this session only", async () => {
    const person = await makeAccount();
    const sessionId = (await signInByMail(person.userId))!;
    await db().session.update({ where: { id: sessionId }, data: { confirmedAt: null } });
    const viewer = (await findSessionViewer(sessionId))!;
    expect(await listConfirmMethods(viewer)).toEqual(["mail-code"]);
    await requestConfirmCode(viewer);
    const token = await db().verificationToken.findFirstOrThrow({ where: { sessionId } });
    const { code } = (await issueMailCode(token.id))!;
    expect(await confirmByCode(viewer, { method: "mail-code", code: wrong(code) })).toEqual({ kind: "refused", triesLeft: 4 });
    expect(await confirmByCode(person, { method: "mail-code", code })).toEqual({ kind: "expired" });
    expect(await confirmByCode(viewer, { method: "mail-code", code })).toEqual({ kind: "done" });
    expect([await isFresh(viewer), (await findSessionViewer(sessionId))?.hasSecondFactor]).toEqual([true, false]);
    expect(await confirmByCode(viewer, { method: "mail-code", code })).toEqual({ kind: "expired" });
  });

  it.each<[FirstStep, string[]]>([["mail-code", ["passkey", "recovery-code"]], ["recovery-code", ["passkey"]]])("takes a recovery code besides a sign-in by %s", async (firstStep, methods) => {
    const person = await makeAccount({ passkey: true });
    await withOwner(async (client) => {
      await client.query("insert into recovery_codes (id, user_id, code_hash, created_at) values ($1, $2, $1::uuid::text, now())", [uuidv7(), person.userId]);
      await client.query("update sessions set first_step = $2 where id = $1", [person.sessionId, firstStep]);
    });
    expect(await listConfirmMethods(person)).toEqual(methods); // two codes of one sheet are one thing that a thief needs
  });

  it.each<[Has, string[]]>([[{ passkey: true }, ["passkey"]], [{ totp: true }, ["totp"]], [{ passkey: true, totp: true }, ["passkey", "totp"]]])("never takes a mailed code where there is %j", async (has, methods) => {
    const person = await makeAccount(has);
    expect(await listConfirmMethods(person)).toEqual(methods);
    await requestConfirmCode(person);
    expect(await db().verificationToken.count({ where: { sessionId: person.sessionId } })).toBe(0);
    expect(await confirmByCode(person, { method: "mail-code", code: "123456" })).toEqual({ kind: "refused" });
  });
});
