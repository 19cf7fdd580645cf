import { setTimeout } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteFactorChange } from "@/lib/server/data/factors";
import { endOtherSessions, lockAccount } from "@/lib/server/data/sessions";
import { finishSignIn, passFirstStep, passSecondStep, startAttempt, takeSecondTry } from "@/lib/server/data/sign-in-attempts";
import { db, disconnect } from "@/lib/server/db";
import { makeTotpUser } from "@/tests/integration/support/account";
import { makePerson, SECRET, useTestSettings } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

describe("a sign-in under way", () => {
  it("opens nothing once the other sessions were ended, however far it was", async () => {
    const viewer = await makePerson();
    const finished = await startAttempt({ email: viewer.email });
    expect(await passFirstStep(finished.id, { userId: viewer.userId, step: "mail-code" })).toBe("done");
    await endOtherSessions(viewer);
    expect(await finishSignIn(finished.cookie)).toBeNull();

    const { viewer: careful } = await makeTotpUser();
    const half = await startAttempt({ email: careful.email });
    expect(await passFirstStep(half.id, { userId: careful.userId, step: "mail-code" })).toBe("second-step");
    await endOtherSessions(careful);
    expect(await takeSecondTry(half.id)).toBeNull();
    expect(await passSecondStep(half.id, "totp")).toBe("expired");
    expect(await finishSignIn(half.cookie)).toBeNull();
  });

  it.each([true, false])("opens nothing without the second step that was switched on at that very moment (finished before that is stored: %s)", async (isEarly) => {
    const viewer = await makePerson();
    const { id, cookie } = await startAttempt({ email: viewer.email });
    let finishing: ReturnType<typeof finishSignIn> = Promise.resolve(null);
    await db().$transaction(async (tx) => {
      await lockAccount(tx, viewer.userId);
      await tx.totpSecret.createMany({ data: [{ id: uuidv7(), userId: viewer.userId, secretSealed: "x", createdAt: new Date(), confirmedAt: new Date() }] });
      await noteFactorChange(tx, viewer, "totp-added");
      expect(await passFirstStep(id, { userId: viewer.userId, step: "mail-code" }), "what is not stored yet is not seen").toBe("done");
      if (!isEarly) return;
      finishing = finishSignIn(cookie);
      await setTimeout(100);
    });
    expect([await finishing, await finishSignIn(cookie)]).toEqual([null, null]);
    expect(await db().session.findMany({ where: { userId: viewer.userId }, select: { id: true } })).toEqual([{ id: viewer.sessionId }]);
  });

  it("of another person goes on meanwhile", async () => {
    const [viewer, other] = [await makePerson(), await makePerson()];
    const { id, cookie } = await startAttempt({ email: other.email });
    await passFirstStep(id, { userId: other.userId, step: "mail-code" });
    await endOtherSessions(viewer);
    expect(await finishSignIn(cookie)).toMatchObject({ userId: other.userId });
  });
});

describe("a cookie", () => {
  const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const asks = async (value: string, name = "daymark.session") => (await callRoute("GET app/api/session/route.ts", { cookie: `${name}=${value}` })).status;

  it("made with another secret opens nothing, though it names a living session", async () => {
    const { sessionId } = await makePerson();
    const made = (secret: string) => encode({ token: { sid: sessionId }, secret, maxAge: 3600 });
    expect([await asks(await made(SECRET)), await asks(await made("another secret of thirty-two letters"))]).toEqual([200, 401]);
  });

  it("that is out of date, unsealed or of another kind opens nothing", async () => {
    const { sessionId, userId } = await makePerson();
    const token = { sid: sessionId, exp: Math.floor(Date.now() / 1000) + 3600 };
    for (const value of [
      await encode({ token: { sid: sessionId }, secret: SECRET, maxAge: -60 }),
      await encode({ token: { sub: userId }, secret: SECRET, maxAge: 3600 }),
      `${base64url({ alg: "none" })}.${base64url(token)}.`, sessionId, `${sessionId}.secret`, (await startAttempt({})).cookie,
    ]) expect(await asks(value), value.slice(0, 12)).toBe(401);
    expect(await asks(await encode({ token: { sid: sessionId }, secret: SECRET, maxAge: 3600 }), "daymark.attempt")).toBe(401);
  });
});
