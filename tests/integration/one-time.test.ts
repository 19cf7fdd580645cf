import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useMailCode } from "@/lib/server/data/mail-codes";
import { finishSignIn, passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { useInvitation } from "@/lib/server/data/sign-up-invitations";
import { db, disconnect } from "@/lib/server/db";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { askForCode } from "@/tests/integration/support/sign-in";

const CALLERS = 1_000;

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
};

describe.each(Object.entries(THINGS))("%s", (_name, make) => {
  it(`is used by ${CALLERS} callers at once, and succeeds for exactly one; nobody meets an error`, async () => {
    const use = await make();
    const outcomes = await Promise.allSettled(Array.from({ length: CALLERS }, () => use()));
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value)).toHaveLength(1);
    expect(await use(), "once more, afterwards").toBe(false);
  });
});

describe("two things at once", () => {
  it("of the same kind succeed once each: what is counted is the thing, not the moment", async () => {
    const uses = await Promise.all([THINGS["a code by mail"]!(), THINGS["a code by mail"]!()]);
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, i) => uses[i % 2]!()));
    expect(outcomes.filter(Boolean)).toHaveLength(2);
  });
});
