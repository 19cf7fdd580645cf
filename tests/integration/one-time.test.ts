import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeEmail, findUndo, undoEmailChange } from "@/lib/server/data/email-changes";
import { issueMailCode, requestMailCode, useMailCode } from "@/lib/server/data/mail-codes";
import { finishSignIn, passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { useInvitation } from "@/lib/server/data/sign-up-invitations";
import { db, disconnect } from "@/lib/server/db";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { askForCode } from "@/tests/integration/support/sign-in";

const CALLERS = 1_000;
/** Prisma's code for a caller who got no turn in time, as on a machine that is busy with something else: refused, and nothing was done. At most half may be. */
const WAITED_TOO_LONG = "P2028";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const someone = () => `${uuidv7()}@people.example`;

/** Makes one thing that may be used once, and returns how it is used: whether that succeeded. */
const THINGS: Record<string, () => Promise<() => Promise<boolean>>> = {
  "a code by mail": async () => {
    const { attemptId, code } = await askForCode(someone());
    return async () => (await useMailCode({ purpose: "sign-in", attemptId }, code)).kind === "right";
  },
  "a finished sign-in, for a session": async () => {
    const { userId } = await makePerson();
    const { id, cookie } = await startAttempt({});
    await passFirstStep(id, { userId, step: "mail-code" });
    return async () => (await finishSignIn(cookie)) !== null;
  },
  "a first step of a sign-in": async () => {
    const { userId } = await makePerson();
    const { id } = await startAttempt({});
    return async () => (await passFirstStep(id, { userId, step: "mail-code" })) === "done";
  },
  "an invitation": async () => {
    const id = uuidv7();
    await withOwner((client) => client.query("insert into sign_up_invitations (id, email, created_at, expires_at) values ($1, $2, now(), now() + interval '7 days')", [id, someone()]));
    const { userId } = await makePerson();
    return () => useInvitation(db(), id, userId);
  },
  "a code that undoes a change of address": async () => {
    const viewer = await makePerson();
    await requestMailCode(someone(), { purpose: "change-email", sessionId: viewer.sessionId });
    const { id } = await db().verificationToken.findFirstOrThrow({ where: { sessionId: viewer.sessionId } });
    expect(await changeEmail(viewer, (await issueMailCode(id))!.code)).toMatchObject({ kind: "done" });
    const change = await db().emailChange.findFirstOrThrow({ where: { userId: viewer.userId } });
    const { code } = (await findUndo(change.id))!;
    return async () => (await undoEmailChange(code)).kind === "undone";
  },
};

describe.each(Object.entries(THINGS))("%s", (_name, make) => {
  it(`is used by ${CALLERS} callers at once, and succeeds for exactly one`, async () => {
    const use = await make();
    const outcomes = await Promise.allSettled(Array.from({ length: CALLERS }, () => use()));
    const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as { code?: string }] : []));
    expect(failures.filter(({ code }) => code !== WAITED_TOO_LONG)).toEqual([]);
    expect(outcomes.length - failures.length, "callers who got an answer").toBeGreaterThanOrEqual(CALLERS / 2);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value)).toHaveLength(1);
    expect(await use(), "once more, afterwards").toBe(false);
  }, 60_000);
});

describe("two things at once", () => {
  it("of the same kind succeed once each: what is counted is the thing, not the moment", async () => {
    const uses = await Promise.all([THINGS["a code by mail"]!(), THINGS["a code by mail"]!()]);
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, i) => uses[i % 2]!()));
    expect(outcomes.filter(Boolean)).toHaveLength(2);
  });
});
