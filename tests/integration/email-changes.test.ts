import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { changeEmail, requestEmailChange, undoEmailChange } from "@/lib/server/data/email-changes";
import { noteFactorChange } from "@/lib/server/data/factors";
import { finishSignIn, passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { findSessionViewer, lockAccount } from "@/lib/server/data/sessions";
import { findOrCreateUser } from "@/lib/server/data/users";
import { db, disconnect } from "@/lib/server/db";
import { ConfirmFirstError, SessionEndedError } from "@/lib/server/errors";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";
import { makeSession } from "@/tests/integration/support/account";
import { codesIn, mailNotices, mailsTo, waitingNotices } from "@/tests/integration/support/mailbox";
import { cookieOf, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { askForCode, requestSignInCode, wrong } from "@/tests/integration/support/sign-in";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const someone = () => `${uuidv7()}@people.example`;
const CHANGE = "app/api/account/email/route.ts";
const UNDO = "POST app/api/email-undo/route.ts";

const emailOf = ({ userId }: Viewer) => db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } }).then(({ email }) => email);
const digitsIn = (text: string) => /^(\d{6})$/m.exec(text)?.[1] ?? "";
const ago = (viewer: Viewer, interval: string) => withOwner((client) => client.query(
  "update email_changes set created_at = created_at - $2::interval, undo_until = undo_until - $2::interval where user_id = $1", [viewer.userId, interval]));
const viewerNow = async (viewer: Viewer): Promise<Viewer> => (await findSessionViewer(viewer.sessionId))!;

/** Asks for a code to the new address and mails it as the worker does. Returns the code, empty when the mail holds none. */
async function ask(viewer: Viewer, newEmail: string): Promise<string> {
  await requestEmailChange(viewer, newEmail);
  const { id: tokenId } = await db().verificationToken.findFirstOrThrow({ where: { sessionId: viewer.sessionId }, orderBy: { createdAt: "desc" } });
  await sendSignInCode({ tokenId });
  return digitsIn((await mailsTo(newEmail))[0]?.text ?? "");
}

/** Someone whose address was just changed, with the code that undoes it. */
async function makeChanged(newEmail = someone()): Promise<{ viewer: Viewer; oldEmail: string; newEmail: string; undo: string }> {
  const before = await makePerson();
  expect(await changeEmail(before, await ask(before, newEmail))).toEqual({ kind: "done", email: newEmail });
  return { viewer: await viewerNow(before), oldEmail: before.email, newEmail, undo: await readUndo(before) };
}

async function readUndo({ userId, email }: Viewer): Promise<string> {
  await mailNotices(userId);
  return codesIn((await mailsTo(email))[0]!.text).typed.replaceAll("-", "");
}

describe("changing the address", () => {
  it("takes the code from the new address, ends the other sessions, and writes to the old one how to undo it", async () => {
    const person = await makePerson();
    const [newEmail, otherSession, cookie] = [someone(), await makeSession(person.userId), await cookieOf(person)];
    expect(await (await callRoute(`POST ${CHANGE}`, { cookie, body: { email: ` ${newEmail.toUpperCase()} ` } })).json()).toEqual({ status: "accepted" });
    const { id: tokenId } = await db().verificationToken.findFirstOrThrow({ where: { sessionId: person.sessionId } });
    await sendSignInCode({ tokenId });
    const [mail] = await mailsTo(newEmail);
    expect(mail!.subject).toBe("Your code for Daymark");
    expect(await (await callRoute(`PUT ${CHANGE}`, { cookie, body: { code: digitsIn(mail!.text) } })).json()).toEqual({ kind: "done", email: newEmail });

    expect(await emailOf(person)).toBe(newEmail);
    expect(await findSessionViewer(otherSession)).toBeNull();
    expect((await viewerNow(person)).email).toBe(newEmail);
    expect(await waitingNotices(person.userId)).toMatchObject([{ kind: "email-changed", email: person.email }]);
    await mailNotices(person.userId);
    const { subject, text } = (await mailsTo(person.email))[0]!;
    const { typed, linked } = codesIn(text);
    expect(typed).toMatch(/^.{19}$/);
    expect(linked).toBe(typed);
    expect(text).toContain(`http://localhost:3000/undo-email#${typed}`);
    expect(`${subject} ${text}`, "whoever reads the old address does not learn the new one").not.toContain(newEmail);
    expect(await mailsTo(newEmail)).toHaveLength(1);
  });

  it("stores no code: only its keyed hash, and the job holds an id only", async () => {
    const { viewer, undo } = await makeChanged();
    const rows = await withOwner(async (client) => JSON.stringify([
      (await client.query("select * from email_changes where user_id = $1", [viewer.userId])).rows,
      (await client.query("select * from account_notices where user_id = $1", [viewer.userId])).rows,
      (await client.query("select payload from graphile_worker._private_jobs")).rows,
    ]));
    expect(rows).not.toContain(undo);
    expect(rows).not.toContain(undo.match(/.{4}/g)!.join("-"));
  });

  it("needs someone who has just shown who they are", async () => {
    const person = await makePerson();
    const confirmed = (interval: string) => withOwner((client) => client.query("update sessions set confirmed_at = now() - $2::interval where id = $1", [person.sessionId, interval]));
    await confirmed("15 minutes 2 seconds");
    await expect(requestEmailChange(person, someone())).rejects.toBeInstanceOf(ConfirmFirstError);
    expect((await callRoute(`POST ${CHANGE}`, { cookie: await cookieOf(person), body: { email: someone() } })).status).toBe(403);
    await confirmed("14 minutes 50 seconds");
    await expect(requestEmailChange(person, someone())).resolves.toBeUndefined();
  });

  it("counts tries down, and the code works in its session alone, once", async () => {
    const person = await makePerson();
    const other = { ...person, sessionId: await makeSession(person.userId) };
    const code = await ask(person, someone());
    expect(await changeEmail(other, code)).toEqual({ kind: "expired" });
    expect(await changeEmail(person, wrong(code))).toEqual({ kind: "refused", triesLeft: 4 });
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => changeEmail(person, code)));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect(await db().emailChange.count({ where: { userId: person.userId } })).toBe(1);
  });

  it.each(["their own", "no"])("refuses %s address beside the field", async (whose) => {
    const person = await makePerson();
    const email = whose === "no" ? "ada at example" : person.email.toUpperCase();
    const response = await callRoute(`POST ${CHANGE}`, { cookie: await cookieOf(person), body: { email } });
    expect([response.status, await response.json()]).toEqual([400, { error: { code: "invalid", fields: { email: whose === "no" ? "email.invalid" : "email.same" } } }]);
  });

  it("leaves demo accounts as they are", async () => {
    const demo = await makePerson({ demoRole: "owner" });
    expect((await callRoute(`POST ${CHANGE}`, { cookie: await cookieOf(demo), body: { email: someone() } })).status).toBe(400);
  });
});

describe("an address that has an account", () => {
  it("gets a mail that says why, and the person who asks is answered as for any other", async () => {
    const [person, owner] = [await makePerson(), await makePerson()];
    const answers = [];
    for (const email of [owner.email, someone()]) {
      const asked = await callRoute(`POST ${CHANGE}`, { cookie: await cookieOf(person), body: { email } });
      const { id: tokenId } = await db().verificationToken.findFirstOrThrow({ where: { sessionId: person.sessionId }, orderBy: { createdAt: "desc" } });
      await sendSignInCode({ tokenId });
      const code = digitsIn((await mailsTo(email))[0]!.text);
      const tried = await callRoute(`PUT ${CHANGE}`, { cookie: await cookieOf(person), body: { code: code ? wrong(code) : "123456" } });
      answers.push([asked.status, await asked.json(), tried.status, await tried.json()]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual([200, { status: "accepted" }, 200, { kind: "refused", triesLeft: 4 }]);
    const [mail] = await mailsTo(owner.email);
    expect(mail).toMatchObject({ subject: "This address cannot be used twice", text: expect.stringContaining("No code was sent") });
    expect(mail!.text).not.toMatch(/\d{6}/);
    expect(mail!.text).not.toContain(person.email);
  });

  it("that it got meanwhile is not taken from it", async () => {
    const [person, newEmail] = [await makePerson(), someone()];
    const code = await ask(person, newEmail);
    const other = await findOrCreateUser(newEmail);
    expect(await changeEmail(person, code)).toEqual({ kind: "taken" });
    expect([await emailOf(person), await findOrCreateUser(newEmail)]).toEqual([person.email, other]);
    expect(await waitingNotices(person.userId)).toEqual([]);
  });
});

describe("undoing a change", () => {
  it("puts the old address back, ends every session, and takes away what was added since, no more", async () => {
    const person = await makePerson();
    const add = (name: string) => withOwner(async (client) => {
      await client.query("insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at) values ($1, $2, $3, '', 0, '{}', $4, true, now())", [uuidv7(), person.userId, uuidv7(), name]);
      await client.query("insert into recovery_codes (id, user_id, code_hash, created_at) values ($1, $2, $3, now())", [uuidv7(), person.userId, `${name} ${uuidv7()}`]);
    });
    await add("before");
    const newEmail = someone();
    await changeEmail(person, await ask(person, newEmail));
    const undo = await readUndo(person);
    await add("after");
    await withOwner((client) => client.query("insert into totp_secrets (id, user_id, secret_sealed, created_at, confirmed_at) values ($1, $2, 'x', now() - interval '1 day', now())", [uuidv7(), person.userId]));
    const sessions = [person.sessionId, await makeSession(person.userId)];
    const response = await callRoute(UNDO, { body: { code: undo.toLowerCase() }, headers: { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0" } });
    expect([response.status, await response.json()]).toEqual([200, { kind: "undone" }]);

    expect(await emailOf(person)).toBe(person.email);
    expect(await Promise.all(sessions.map(findSessionViewer))).toEqual([null, null]);
    const left = await withOwner(async (client) => (await client.query(`select (select array_agg(name) from passkeys where user_id = $1) as passkeys,
      (select count(*)::int from recovery_codes where user_id = $1) as codes, (select count(*)::int from totp_secrets where user_id = $1) as totp`, [person.userId])).rows[0]);
    expect(left).toEqual({ passkeys: ["before"], codes: 1, totp: 0 });
    expect((await waitingNotices(person.userId)).map(({ kind, email }) => [kind, email])).toEqual([["email-undone", person.email], ["email-undone", newEmail]]);
    await mailNotices(person.userId);
    expect((await mailsTo(newEmail))[0]!.text).toContain("Device: Firefox on Windows");
  });

  it("never skips the second step that the account had", async () => {
    const person = await makePerson();
    await withOwner((client) => client.query("insert into totp_secrets (id, user_id, secret_sealed, created_at, confirmed_at) values ($1, $2, 'x', now() - interval '1 day', now() - interval '1 day')", [uuidv7(), person.userId]));
    await changeEmail(person, await ask(person, someone()));
    expect(await undoEmailChange(await readUndo(person))).toEqual({ kind: "undone" });
    const { id } = await startAttempt({ email: person.email });
    expect(await passFirstStep(id, { userId: person.userId, step: "mail-code" })).toBe("second-step");
  });

  it("works until seven days are over, not after", async () => {
    const [early, late] = [await makeChanged(), await makeChanged()];
    await ago(early.viewer, "6 days 23 hours 59 minutes");
    await ago(late.viewer, "7 days 1 second");
    expect(await undoEmailChange(early.undo)).toEqual({ kind: "undone" });
    expect(await undoEmailChange(late.undo)).toEqual({ kind: "expired" });
    expect(await emailOf(late.viewer)).toBe(late.newEmail);
  });

  it("says of a code that fits nothing that it is unknown, and of one that cannot be a code that it is invalid", async () => {
    expect(await (await callRoute(UNDO, { body: { code: "0000-0000-0000-0000" } })).json()).toEqual({ kind: "unknown" });
    expect(await (await callRoute(UNDO, { body: { code: "0000" } })).json()).toEqual({ error: { code: "invalid", fields: { code: "code.invalid" } } });
  });

  it("undoes later changes too, and their codes put no address back afterwards", async () => {
    const { viewer, oldEmail, newEmail, undo } = await makeChanged();
    const third = someone();
    await changeEmail(viewer, await ask(viewer, third));
    const laterUndo = await readUndo(viewer);
    expect(viewer.email).toBe(newEmail);
    expect(await undoEmailChange(undo)).toEqual({ kind: "undone" });
    expect(await undoEmailChange(laterUndo)).toEqual({ kind: "undone-before" });
    expect(await emailOf(viewer)).toBe(oldEmail);
    expect((await waitingNotices(viewer.userId)).map(({ email }) => email)).toEqual([oldEmail, third]);
  });

  it("of the later change alone leaves the earlier one to be undone", async () => {
    const { viewer, oldEmail, newEmail, undo } = await makeChanged();
    await changeEmail(viewer, await ask(viewer, someone()));
    expect(await undoEmailChange(await readUndo(viewer))).toEqual({ kind: "undone" });
    expect(await emailOf(viewer)).toBe(newEmail);
    expect(await undoEmailChange(undo)).toEqual({ kind: "undone" });
    expect(await emailOf(viewer)).toBe(oldEmail);
  });
});

describe("an undo at the same moment as", () => {
  it("other undos happens once", async () => {
    const { viewer, undo } = await makeChanged();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => undoEmailChange(undo)));
    expect(outcomes.filter(({ kind }) => kind === "undone")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "undone-before")).toHaveLength(39);
    expect(await waitingNotices(viewer.userId)).toHaveLength(2);
  });

  it.each(Array.from({ length: 8 }, (_, i) => i))("a further change ends at the old address, whichever comes first (%i)", async () => {
    const { viewer, oldEmail, undo } = await makeChanged();
    const code = await ask(viewer, someone());
    const [undone] = await Promise.allSettled([undoEmailChange(undo), changeEmail(viewer, code)]);
    expect(undone).toMatchObject({ value: { kind: "undone" } });
    expect(await emailOf(viewer)).toBe(oldEmail);
    expect(await db().session.count({ where: { userId: viewer.userId } })).toBe(0);
    expect(await db().emailChange.count({ where: { userId: viewer.userId, undoneAt: null } })).toBe(0);
  });

  it.each(Array.from({ length: 8 }, (_, i) => i))("someone becoming signed in leaves no session behind (%i)", async () => {
    const { viewer, undo } = await makeChanged();
    const attempts = await Promise.all(Array.from({ length: 5 }, () => startAttempt({ email: viewer.email })));
    await Promise.all(attempts.map(({ id }) => passFirstStep(id, { userId: viewer.userId, step: "mail-code" })));
    const outcomes = await Promise.allSettled([...attempts.map(({ cookie }) => finishSignIn(cookie)), undoEmailChange(undo)]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await db().session.count({ where: { userId: viewer.userId } })).toBe(0);
  });

  it.each(Array.from({ length: 8 }, (_, i) => i))("a passkey being added leaves no passkey behind (%i)", async () => {
    const { viewer, undo } = await makeChanged();
    const add = db().$transaction(async (tx) => {
      await lockAccount(tx, viewer.userId);
      await tx.passkey.createMany({ data: [{ id: uuidv7(), userId: viewer.userId, credentialId: uuidv7(), publicKey: Buffer.from("x"), counter: 0n, transports: [], name: "x", isSynced: false, createdAt: new Date() }] });
      await noteFactorChange(tx, viewer, "passkey-added");
    });
    const [added, undone] = await Promise.allSettled([add, undoEmailChange(undo)]);
    expect(undone).toMatchObject({ value: { kind: "undone" } });
    if (added.status === "rejected") expect(added.reason).toBeInstanceOf(SessionEndedError);
    expect(await db().passkey.count({ where: { userId: viewer.userId } })).toBe(0);
  });
});

describe("the old address, while the change can be undone", () => {
  it("makes no new account; asking for a sign-in code with it mails the way back again", async () => {
    const { viewer, oldEmail, undo } = await makeChanged();
    const asked = await requestSignInCode(oldEmail);
    await sendSignInCode({ tokenId: asked.tokenId });
    await sendSignInCode({ tokenId: asked.tokenId });
    const mails = await mailsTo(oldEmail);
    expect(mails).toHaveLength(2); // the notice of the change, and this one, once
    expect(codesIn(mails[0]!.text).typed.replaceAll("-", "")).toBe(undo);
    expect(await findOrCreateUser(oldEmail)).toBeNull();
    await ago(viewer, "7 days 1 second");
    expect(await findOrCreateUser(oldEmail)).toEqual(expect.any(String));
  });

  it("is free again for new accounts as soon as the change was undone and the account left it for good", async () => {
    const { oldEmail, newEmail, undo } = await makeChanged();
    await undoEmailChange(undo);
    expect((await askForCode(newEmail)).code).toMatch(/^\d{6}$/);
    expect(await findOrCreateUser(oldEmail)).toEqual(expect.any(String));
  });

  it("is not taken over by another account's change, and that is answered as ever", async () => {
    const { oldEmail } = await makeChanged();
    const other = await makePerson();
    expect(await ask(other, oldEmail)).toBe("");
    expect((await mailsTo(oldEmail))[0]!.subject).toBe("This address cannot be used twice");
  });

  it("may be taken again by its own account", async () => {
    const { viewer, oldEmail } = await makeChanged();
    expect(await changeEmail(viewer, await ask(viewer, oldEmail))).toEqual({ kind: "done", email: oldEmail });
  });

  it("is kept by the database itself, also from one who asked before the change was stored", async () => {
    const { oldEmail } = await makeChanged();
    const insert = db().$executeRaw`insert into users (id, email, created_at) values (${uuidv7()}::uuid, ${oldEmail}, now())`;
    await expect(insert).rejects.toThrow(/kept for another account|23505/);
    const person = await makePerson();
    const racing = someone();
    const code = await ask(person, racing);
    const [, made] = await Promise.allSettled([changeEmail(person, code), ...Array.from({ length: 6 }, () => findOrCreateUser(person.email))]);
    expect(made).toBeDefined();
    const owners = await db().user.findMany({ where: { email: { in: [racing, person.email] } }, select: { id: true } });
    expect(owners).toEqual([{ id: person.userId }]);
  });
});
