import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeEmail, requestEmailChange, undoEmailChange } from "@/lib/server/data/email-changes";
import { findSessionViewer } from "@/lib/server/data/sessions";
import { findOrCreateUser } from "@/lib/server/data/users";
import { db, disconnect } from "@/lib/server/db";
import { ConfirmFirstError } from "@/lib/server/errors";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";
import { makeSession } from "@/tests/integration/support/account";
import { ago, askToChange, digitsIn, emailOf, makeChanged, someone, viewerNow } from "@/tests/integration/support/email-changes";
import { codesIn, mailNotices, mailsTo, waitingNotices } from "@/tests/integration/support/mailbox";
import { cookieOf, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { askForCode, requestSignInCode, wrong } from "@/tests/integration/support/sign-in";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const CHANGE = "app/api/account/email/route.ts";

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
    const code = await askToChange(person, someone());
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
    const code = await askToChange(person, newEmail);
    const other = await findOrCreateUser(newEmail);
    expect(await changeEmail(person, code)).toEqual({ kind: "taken" });
    expect([await emailOf(person), await findOrCreateUser(newEmail)]).toEqual([person.email, other]);
    expect(await waitingNotices(person.userId)).toEqual([]);
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
    expect(await askToChange(other, oldEmail)).toBe("");
    expect((await mailsTo(oldEmail))[0]!.subject).toBe("This address cannot be used twice");
  });

  it("may be taken again by its own account", async () => {
    const { viewer, oldEmail } = await makeChanged();
    expect(await changeEmail(viewer, await askToChange(viewer, oldEmail))).toEqual({ kind: "done", email: oldEmail });
  });

  it("is kept by the database itself, also from one who asked before the change was stored", async () => {
    const { oldEmail } = await makeChanged();
    const insert = db().$executeRaw`insert into users (id, email, created_at) values (${uuidv7()}::uuid, ${oldEmail}, now())`;
    await expect(insert).rejects.toThrow(/kept for another account|23505/);
    const person = await makePerson();
    const racing = someone();
    const code = await askToChange(person, racing);
    const [, made] = await Promise.allSettled([changeEmail(person, code), ...Array.from({ length: 6 }, () => findOrCreateUser(person.email))]);
    expect(made).toBeDefined();
    const owners = await db().user.findMany({ where: { email: { in: [racing, person.email] } }, select: { id: true } });
    expect(owners).toEqual([{ id: person.userId }]);
  });
});
