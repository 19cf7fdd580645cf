import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeEmail, undoEmailChange } from "@/lib/server/data/email-changes";
import { noteFactorChange } from "@/lib/server/data/factors";
import { finishSignIn, passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { findSessionViewer, lockAccount } from "@/lib/server/data/sessions";
import { db, disconnect } from "@/lib/server/db";
import { SessionEndedError } from "@/lib/server/errors";
import { makeSession } from "@/tests/integration/support/account";
import { ago, askToChange, emailOf, makeChanged, readUndo, someone } from "@/tests/integration/support/email-changes";
import { mailNotices, mailsTo, waitingNotices } from "@/tests/integration/support/mailbox";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const UNDO = "POST app/api/email-undo/route.ts";

describe("undoing a change", () => {
  it("puts the old address back, ends every session, and takes away what was added since, no more", async () => {
    const person = await makePerson();
    const add = (name: string) => withOwner(async (client) => {
      await client.query("insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at) values ($1, $2, $3, '', 0, '{}', $4, true, now())", [uuidv7(), person.userId, uuidv7(), name]);
      await client.query("insert into recovery_codes (id, user_id, code_hash, created_at) values ($1, $2, $3, now())", [uuidv7(), person.userId, `${name} ${uuidv7()}`]);
    });
    await add("before");
    const newEmail = someone();
    await changeEmail(person, await askToChange(person, newEmail));
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
    await changeEmail(person, await askToChange(person, someone()));
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
    await changeEmail(viewer, await askToChange(viewer, third));
    const laterUndo = await readUndo(viewer);
    expect(viewer.email).toBe(newEmail);
    expect(await undoEmailChange(undo)).toEqual({ kind: "undone" });
    expect(await undoEmailChange(laterUndo)).toEqual({ kind: "undone-before" });
    expect(await emailOf(viewer)).toBe(oldEmail);
    expect((await waitingNotices(viewer.userId)).map(({ email }) => email)).toEqual([oldEmail, third]);
  });

  it("of the later change alone leaves the earlier one to be undone", async () => {
    const { viewer, oldEmail, newEmail, undo } = await makeChanged();
    await changeEmail(viewer, await askToChange(viewer, someone()));
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
    const code = await askToChange(viewer, someone());
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
