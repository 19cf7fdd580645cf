import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "@/prisma/demo/random";
import { issueMailCode } from "@/lib/server/data/mail-codes";
import { passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { db, disconnect } from "@/lib/server/db";
import { makeTotpUser, wrongCodeAt } from "@/tests/integration/support/account";
import { Authenticator } from "@/tests/integration/support/authenticator";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { isFull } from "@/tests/integration/support/full";
import { addDevice, used } from "@/tests/integration/support/passkeys";
import { cookieOf, makeDiary, makePerson, useTestSettings } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { attemptCookie, wrong } from "@/tests/integration/support/sign-in";

const GUESSES = isFull ? 20_000 : 1_000;
const GUESSES_A_BROWSER = 20;
const CODES_AN_HOUR = 6;
const TRIES_A_CODE = 5;

const CODE = "POST app/api/sign-in/code/route.ts";
const CHECK = "POST app/api/sign-in/code/check/route.ts";
const SECOND = "POST app/api/sign-in/second-step/route.ts";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const random = seededRandom(7);
const sixDigits = () => String(Math.floor(random() * 1_000_000)).padStart(6, "0");
const cookieSetBy = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? null;
/** A guesser has a whole /32 of IPv6: a network of its own for every call. */
const anyNetwork = () => ({ "x-forwarded-for": `2001:db8:${Math.floor(random() * 65_536).toString(16)}:${Math.floor(random() * 65_536).toString(16)}::1` });

describe("guessing codes by mail", () => {
  it(`gets ${GUESSES} guesses from many networks and browsers nowhere, and keeps nobody out`, async () => {
    const victim = await makePerson();
    const diaryId = await makeDiary(victim);
    const passkey = await addDevice(victim, new Authenticator());
    const kinds: Record<string, number> = {};
    let codes = 0;
    for (let browser = 0; browser < GUESSES / GUESSES_A_BROWSER; browser += 1) {
      const asked = await callRoute(CODE, { body: { email: victim.email }, headers: anyNetwork() });
      let right: string | null = null;
      if (asked.status === 202) {
        codes += 1;
        const { id } = await db().verificationToken.findFirstOrThrow({ where: { email: victim.email }, orderBy: { createdAt: "desc" } });
        right = (await issueMailCode(id))!.code; // as the worker does; the guesser does not see it
      } else expect(asked.status).toBe(429);
      const cookie = cookieSetBy(asked);
      for (let guess = 0; guess < GUESSES_A_BROWSER; guess += 1) {
        const digits = sixDigits();
        const response = await callRoute(CHECK, { body: { code: digits === right ? wrong(digits) : digits }, cookie, headers: anyNetwork() });
        const { kind } = await response.json() as { kind: string };
        kinds[kind] = (kinds[kind] ?? 0) + 1;
      }
    }
    const tokens = await db().verificationToken.findMany({ where: { email: victim.email } });
    const compared = tokens.reduce((sum, { attemptsLeft }) => sum + TRIES_A_CODE - attemptsLeft, 0);
    process.stdout.write(`guessing codes by mail: ${GUESSES} guesses, ${codes} codes, ${compared} really compared: a chance of ${compared} in 1,000,000\n`);
    expect(codes).toBe(CODES_AN_HOUR);
    expect(compared).toBe(CODES_AN_HOUR * TRIES_A_CODE);
    expect(kinds).toEqual({ refused: compared, expired: GUESSES - compared });

    // Meanwhile: the open session goes on, logging goes on, and so does signing in with the passkey.
    const cookie = await cookieOf(victim);
    expect((await callRoute("GET app/api/session/route.ts", { cookie })).status).toBe(200);
    expect((await callRoute("POST app/api/diaries/[diaryId]/check-ins/route.ts", { cookie, params: { diaryId }, body: { checkIns: [checkInBody()] } })).status).toBe(200);
    const begun = await callRoute("POST app/api/sign-in/passkey/options/route.ts", { body: {}, headers: { "x-forwarded-for": "192.0.2.44" } });
    const options = await begun.json() as { challenge: string };
    const answer = await callRoute("POST app/api/sign-in/passkey/route.ts", { body: { response: used(passkey, options) }, cookie: cookieSetBy(begun) });
    expect(await answer.json()).toEqual({ kind: "done" });
  }, 300_000);
});

describe("guessing the second step", () => {
  it("gets who reads the person's mail no further than the day's tries, however many codes they fetch", async () => {
    const { viewer, secret } = await makeTotpUser();
    const kinds: Record<string, number> = {};
    const attempts = isFull ? 400 : 30;
    for (let i = 0; i < attempts; i += 1) {
      const { id, cookie } = await startAttempt({ email: viewer.email });
      expect(await passFirstStep(id, { userId: viewer.userId, step: "mail-code" })).toBe("second-step");
      for (let guess = 0; guess < TRIES_A_CODE + 1; guess += 1) {
        const response = await callRoute(SECOND, { body: { code: wrongCodeAt(secret) }, cookie: attemptCookie(cookie), headers: anyNetwork() });
        const { kind = String(response.status) } = await response.json() as { kind?: string };
        kinds[kind] = (kinds[kind] ?? 0) + 1;
      }
    }
    const compared = kinds.refused ?? 0;
    process.stdout.write(`guessing the second step: ${attempts * (TRIES_A_CODE + 1)} guesses, ${compared} really compared in a day, three of 1,000,000 codes being right at a time\n`);
    expect(compared).toBeGreaterThan(0);
    expect(compared).toBeLessThanOrEqual(20);
    expect(kinds["429"]).toBeGreaterThan(attempts);
    expect(Object.keys(kinds)).not.toContain("done");
  }, 300_000);
});

describe("guessing a browser's attempt", () => {
  it("opens nothing: a right code with another browser's secret is none", async () => {
    const { email } = await makePerson();
    const asked = await callRoute(CODE, { body: { email }, headers: anyNetwork() });
    const { id } = await db().verificationToken.findFirstOrThrow({ where: { email } });
    const { code } = (await issueMailCode(id))!;
    const attemptId = /=([^.]+)\./.exec(cookieSetBy(asked)!)![1]!;
    for (const cookie of [attemptCookie(`${attemptId}.${uuidv7()}`), attemptCookie(`${attemptId}.`), attemptCookie(attemptId), attemptCookie(`${uuidv7()}.x`), null]) {
      const response = await callRoute(CHECK, { body: { code }, cookie, headers: anyNetwork() });
      expect(await response.json()).toEqual({ kind: "expired" });
    }
    expect(await (await callRoute(CHECK, { body: { code }, cookie: cookieSetBy(asked), headers: anyNetwork() })).json()).toEqual({ kind: "done" });
  });
});
