import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { makeTypedCode, showTypedCode } from "@/lib/domain/account/typed-code";
import { checkInvitation, issueInvitation, markInvitationSent } from "@/lib/server/data/sign-up-invitations";
import { findOrCreateUser } from "@/lib/server/data/users";
import { db, disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { sendInvitation } from "@/lib/server/jobs/send-invitation";
import { sendSignInCode } from "@/lib/server/jobs/send-sign-in-code";
import { codesIn, mailsTo } from "@/tests/integration/support/mailbox";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { requestSignInCode } from "@/tests/integration/support/sign-in";

beforeAll(() => useTestSettings());
afterEach(() => vi.restoreAllMocks());
afterAll(() => disconnect());

const someone = () => `${uuidv7()}@people.example`;
const signUpIs = (DAYMARK_SIGN_UP: "open" | "invited" | "closed") => vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), DAYMARK_SIGN_UP });

/** An invitation as the operator's tool queues it and the worker mails it. */
async function invite(email = someone()): Promise<{ id: string; email: string; code: string; text: string }> {
  const id = uuidv7();
  await withOwner((client) => client.query("insert into sign_up_invitations (id, email, created_at, expires_at) values ($1, $2, now(), now() + interval '7 days')", [id, email]));
  await sendInvitation({ invitationId: id });
  const { text } = (await mailsTo(email))[0]!;
  return { id, email, code: codesIn(text).typed, text };
}
const endsIn = (id: string, interval: string) => withOwner((client) => client.query("update sign_up_invitations set created_at = now() - interval '7 days', expires_at = now() + $2::interval where id = $1", [id, interval]));

/** Whether a person who asks for a code with this address gets one. */
async function getsCode(email: string, invitationId: string | null = null): Promise<boolean> {
  const { tokenId } = await requestSignInCode(email, { invitationId });
  await sendSignInCode({ tokenId });
  return (await mailsTo(email)).some(({ subject }) => subject === "Your sign-in code for Daymark");
}

describe("an invitation", () => {
  it("brings its code by mail, once, in a link whose code no server sees, and to type", async () => {
    const { id, email, code, text } = await invite();
    expect(codesIn(text).linked).toBe(code);
    expect(text).toContain(`http://localhost:3000/invite#${code}`);
    expect(text).toMatch(/works until .* \(UTC\)\./);
    await sendInvitation({ invitationId: id });
    expect(await mailsTo(email)).toHaveLength(1);
    const stored = await withOwner(async (client) => JSON.stringify((await client.query("select * from sign_up_invitations where id = $1", [id])).rows));
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(code.replaceAll("-", ""));
  });

  it("is known by its code as a person types it, until seven days are over", async () => {
    const { id, code } = await invite();
    expect(await checkInvitation(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(id);
    await endsIn(id, "2 seconds");
    expect(await checkInvitation(code)).toBe(id);
    await endsIn(id, "-1 second");
    expect(await checkInvitation(code)).toBeNull();
    expect(await checkInvitation(showTypedCode(makeTypedCode(randomBytes(10))))).toBeNull();
    expect(await checkInvitation("nothing like a code")).toBeNull();
  });

  it("gets another code when the mail could not be sent, and none once it was sent or is over", async () => {
    const id = uuidv7();
    await withOwner((client) => client.query("insert into sign_up_invitations (id, email, created_at, expires_at) values ($1, $2, now(), now() + interval '7 days')", [id, someone()]));
    const [first, second] = [await issueInvitation(id), await issueInvitation(id)];
    expect(await checkInvitation(first!.code)).toBeNull();
    expect(await checkInvitation(second!.code)).toBe(id);
    await markInvitationSent(id);
    expect(await issueInvitation(id)).toBeNull();
    const over = await invite();
    await endsIn(over.id, "-1 second");
    expect(await issueInvitation(over.id)).toBeNull();
  });

  it("is forgotten a month after it ended", async () => {
    const [old, young] = [await invite(), await invite()];
    await withOwner((client) => client.query("update sign_up_invitations set created_at = now() - interval '40 days', expires_at = now() - interval '30 days 1 minute' where id = $1", [old.id]));
    await endsIn(young.id, "-1 second");
    await invite();
    expect(await db().signUpInvitation.findMany({ where: { id: { in: [old.id, young.id] } }, select: { id: true } })).toEqual([{ id: young.id }]);
  });

  it("makes one account, also when many use it at once with addresses of their own", async () => {
    signUpIs("invited");
    const { id } = await invite();
    const emails = Array.from({ length: 40 }, someone);
    const made = await Promise.all(emails.map((email) => findOrCreateUser(email, id)));
    expect(made.filter((userId) => userId !== null)).toHaveLength(1);
    expect(await db().user.count({ where: { email: { in: emails } } })).toBe(1);
    expect(await db().signUpInvitation.findUnique({ where: { id }, select: { usedById: true } })).toEqual({ usedById: made.find((userId) => userId !== null) });
  });
});

describe("who may make an account", () => {
  it.each([
    { mode: "open", stranger: true, invited: true },
    { mode: "invited", stranger: false, invited: true },
    { mode: "closed", stranger: false, invited: false },
  ] as const)("where sign-up is $mode: a stranger $stranger, someone invited $invited, and who has an account always gets in", async ({ mode, stranger, invited }) => {
    const [person, unknown, guest, invitation] = [await makePerson(), someone(), someone(), await invite()];
    signUpIs(mode);
    expect([await getsCode(unknown), await getsCode(guest, invitation.id), await getsCode(person.email)]).toEqual([stranger, invited, true]);
    expect([await findOrCreateUser(unknown) !== null, await findOrCreateUser(guest, invitation.id) !== null, await findOrCreateUser(person.email)]).toEqual([stranger, invited, person.userId]);
  });

  it("is not told by the answer: with a right, a wrong and no invitation it is the same", async () => {
    const { code } = await invite();
    signUpIs("invited");
    const answers = [];
    for (const invitation of [code, "0000-0000-0000-0000", undefined]) {
      const response = await callRoute("POST app/api/sign-in/code/route.ts", { body: { email: someone(), ...(invitation && { invitation }) } });
      answers.push([response.status, await response.text()]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});
