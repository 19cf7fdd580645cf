import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { groupRecoveryCode } from "@/lib/domain/account/recovery-code";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { countRecoveryCodes, makeRecoveryCodes } from "@/lib/server/data/recovery-codes";
import { findSessionViewer, isFresh } from "@/lib/server/data/sessions";
import { finishSignIn, passFirstStep, startAttempt } from "@/lib/server/data/sign-in-attempts";
import { disconnect } from "@/lib/server/db";
import { codeAt, makeTotpUser, noticesOf, STEP_MS, wrongCodeAt } from "@/tests/integration/support/account";
import { cookieOf, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";
import { attemptCookie } from "@/tests/integration/support/sign-in";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const stepsAgo = (steps: number) => new Date(Date.now() - steps * STEP_MS);
const UNKNOWN_CODE = "k7mp-3hxr-2fw";

/** A browser whose first step was a mailed code. */
async function afterMailCode({ userId }: Viewer): Promise<string> {
  const { id, cookie } = await startAttempt({});
  await passFirstStep(id, { userId, step: "mail-code" });
  return cookie;
}

async function secondStep(cookie: string | null, code: string): Promise<unknown> {
  const response = await callRoute("POST app/api/sign-in/second-step/route.ts", { body: { code }, cookie: cookie && attemptCookie(cookie) });
  return { status: response.status, ...await response.json() as object };
}

async function recover(email: string, code: string, network = uuidv7()): Promise<{ response: Response; answer: unknown; cookie: string | null }> {
  const response = await callRoute("POST app/api/sign-in/recovery/route.ts", { body: { email, code, timeZone: "Europe/Berlin" }, headers: { "x-forwarded-for": addressOf(network), "user-agent": FIREFOX } });
  const set = /daymark\.attempt=([^;]+);(.*)/.exec(response.headers.get("set-cookie") ?? "");
  if (set) expect(set[2]).toMatch(/HttpOnly; SameSite=Lax/);
  return { response, answer: await response.clone().json(), cookie: set?.[1] ?? null };
}
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
/** Each test calls from a network of its own. */
const addressOf = (id: string) => `2001:db8:${id.slice(-8, -4)}:${id.slice(-4)}::1`;

/** The session that an attempt becomes: how strong it is, and whether changes of one's account are open to it. */
async function sessionOf(cookie: string): Promise<{ isStrong: boolean; isFresh: boolean; viewer: Viewer } | null> {
  const finished = await finishSignIn(cookie);
  const viewer = finished && await findSessionViewer(finished.sessionId);
  return viewer ? { isStrong: viewer.hasSecondFactor, isFresh: await isFresh(viewer), viewer } : null;
}

describe("signing in with a mailed code, while the second step is on", () => {
  it("opens nothing by itself", async () => {
    const { viewer } = await makeTotpUser();
    expect(await sessionOf(await afterMailCode(viewer))).toBeNull();
  });

  it("and the app's code gives a strong session", async () => {
    const { viewer, secret } = await makeTotpUser();
    const cookie = await afterMailCode(viewer);
    expect(await secondStep(cookie, codeAt(secret))).toEqual({ status: 200, kind: "done" });
    expect(await sessionOf(cookie)).toMatchObject({ isStrong: true, isFresh: true, viewer: { userId: viewer.userId } });
  });

  it("and a recovery code gives a session that is not strong, but may change the account", async () => {
    const { viewer } = await makeTotpUser();
    const [code] = await makeRecoveryCodes(viewer);
    const cookie = await afterMailCode(viewer);
    expect(await secondStep(cookie, ` ${groupRecoveryCode(code!).toUpperCase().replaceAll("-", " ")}`)).toEqual({ status: 200, kind: "done" });
    expect(await countRecoveryCodes(viewer)).toEqual({ made: 10, left: 9 });
    expect(await noticesOf(viewer)).toEqual(["totp-added", "recovery-codes-made", "recovery-code-used"]);
    expect(await sessionOf(cookie)).toMatchObject({ isStrong: false, isFresh: true });
  });

  it("takes a code of the app once: another browser with the same code is refused", async () => {
    const { viewer, secret } = await makeTotpUser();
    const [one, two] = [await afterMailCode(viewer), await afterMailCode(viewer)];
    const code = codeAt(secret);
    expect(await secondStep(one, code)).toMatchObject({ kind: "done" });
    expect(await secondStep(two, code)).toEqual({ status: 200, kind: "refused", triesLeft: 4 });
    expect(await sessionOf(two)).toBeNull();
  });

  it("answers the same when the right code is sent again, and makes one session", async () => {
    const { viewer, secret } = await makeTotpUser();
    const cookie = await afterMailCode(viewer);
    const code = codeAt(secret);
    expect(await secondStep(cookie, code)).toMatchObject({ kind: "done" });
    expect(await secondStep(cookie, code)).toMatchObject({ kind: "done" });
    const sessions = await Promise.all(Array.from({ length: 20 }, () => finishSignIn(cookie)));
    expect(sessions.filter(Boolean)).toHaveLength(1);
    expect(await secondStep(cookie, code)).toMatchObject({ kind: "expired" });
  });

  it("belongs to one browser: without its cookie, or with another secret, nothing is open", async () => {
    const { viewer, secret } = await makeTotpUser();
    const cookie = await afterMailCode(viewer);
    const [id] = cookie.split(".");
    for (const other of [null, `${id}.${"a".repeat(32)}`, `${uuidv7()}.${cookie.split(".")[1]}`, "not a cookie"]) {
      expect(await secondStep(other, codeAt(secret))).toEqual({ status: 200, kind: "expired" });
    }
    expect(await secondStep(cookie, codeAt(secret))).toMatchObject({ kind: "done" });
  });
});

describe("wrong codes of the second step", () => {
  it("cost five tries; the right one opens at the fifth", async () => {
    const { viewer, secret } = await makeTotpUser();
    const cookie = await afterMailCode(viewer);
    const wrong = wrongCodeAt(secret);
    const answers = [];
    for (const code of [wrong, UNKNOWN_CODE, wrong, wrong]) answers.push(await secondStep(cookie, code));
    expect(answers).toEqual([4, 3, 2, 1].map((triesLeft) => ({ status: 200, kind: "refused", triesLeft })));
    expect(await secondStep(cookie, codeAt(secret))).toMatchObject({ kind: "done" });
  });

  it("end the attempt after the fifth, also when they come at once", async () => {
    const { viewer, secret } = await makeTotpUser();
    const cookie = await afterMailCode(viewer);
    const wrong = wrongCodeAt(secret);
    const answers = await Promise.all(Array.from({ length: 12 }, () => secondStep(cookie, wrong))) as { kind: string; triesLeft?: number }[];
    expect(answers.filter(({ kind }) => kind === "refused").map(({ triesLeft }) => triesLeft).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(answers.filter(({ kind }) => kind === "expired")).toHaveLength(7);
    expect(await secondStep(cookie, codeAt(secret))).toMatchObject({ kind: "expired" });
  });

  it("are counted for the account too, so that new attempts give no new tries", async () => {
    const { viewer, secret } = await makeTotpUser();
    const wrong = wrongCodeAt(secret);
    const statuses: number[] = [];
    for (let attempts = 0; attempts < 5; attempts += 1) {
      const cookie = await afterMailCode(viewer);
      for (let tries = 0; tries < 5; tries += 1) statuses.push((await secondStep(cookie, wrong) as { status: number }).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), ...Array<number>(5).fill(429)]);
    expect(await secondStep(await afterMailCode(viewer), codeAt(secret))).toMatchObject({ status: 429 });
  });

  it("of others do not keep out a device that the person was signed in on before", async () => {
    const { viewer, secret } = await makeTotpUser();
    const known = await startAttempt({ email: viewer.email });
    await passFirstStep(known.id, { userId: viewer.userId, step: "mail-code" });
    await secondStep(known.cookie, codeAt(secret, stepsAgo(1)));
    const { deviceMark } = (await finishSignIn(known.cookie))!;
    for (let attempts = 0; attempts < 4; attempts += 1) {
      const cookie = await afterMailCode(viewer);
      for (let tries = 0; tries < 5; tries += 1) await secondStep(cookie, wrongCodeAt(secret));
    }
    expect(await secondStep(await afterMailCode(viewer), codeAt(secret))).toMatchObject({ status: 429 });
    const again = await startAttempt({ email: viewer.email });
    await passFirstStep(again.id, { userId: viewer.userId, step: "mail-code" });
    const response = await callRoute("POST app/api/sign-in/second-step/route.ts", { body: { code: codeAt(secret) }, cookie: `${attemptCookie(again.cookie)}; daymark.device=${deviceMark}` });
    expect([response.status, await response.json()]).toEqual([200, { kind: "done" }]);
  });

  it.each(["", "12345", "k7mp-3hxr", "x".repeat(65)])("are not those that can be none, like %j: a field to correct, and no try", async (typed) => {
    const { viewer, secret } = await makeTotpUser();
    const cookie = await afterMailCode(viewer);
    expect(await secondStep(cookie, typed)).toMatchObject({ status: 400, error: { code: "invalid", fields: { code: "code.invalid" } } });
    expect(await secondStep(cookie, wrongCodeAt(secret))).toMatchObject({ triesLeft: 4 });
  });

  it("are all that a mailed code is, twenty minutes later", async () => {
    const { viewer, secret } = await makeTotpUser();
    const cookie = await afterMailCode(viewer);
    await withOwner((client) => client.query("update sign_in_attempts set created_at = now() - interval '21 minutes', expires_at = now() - interval '1 second' where id = $1", [cookie.split(".")[0]]));
    expect(await secondStep(cookie, codeAt(secret))).toEqual({ status: 200, kind: "expired" });
  });
});

describe("signing in with a recovery code in place of the mailed one", () => {
  it("opens an account without a second step, once, for changes too, but not as a second factor", async () => {
    const viewer = await makePerson();
    const [code] = await makeRecoveryCodes(viewer);
    const { answer, cookie } = await recover(viewer.email.toUpperCase(), groupRecoveryCode(code!));
    expect(answer).toEqual({ kind: "done" });
    const { rows: [notice] } = await withOwner((client) => client.query<{ details: unknown }>("select details from account_notices where user_id = $1 and kind = 'recovery-code-used'", [viewer.userId]));
    expect(notice?.details).toEqual({ device: "Firefox on Linux", place: "Europe/Berlin" });
    expect(await sessionOf(cookie!)).toMatchObject({ isStrong: false, isFresh: true, viewer: { userId: viewer.userId } });
    const again = await recover(viewer.email, code!);
    expect([again.answer, again.cookie]).toEqual([{ kind: "refused" }, null]);
  });

  it("never skips the second step", async () => {
    const { viewer, secret } = await makeTotpUser();
    const [code] = await makeRecoveryCodes(viewer);
    const { answer, cookie } = await recover(viewer.email, code!);
    expect(answer).toEqual({ kind: "second-step" });
    expect(await sessionOf(cookie!)).toBeNull();
    expect(await secondStep(cookie!, codeAt(secret))).toMatchObject({ kind: "done" });
    expect(await sessionOf(cookie!)).toMatchObject({ isStrong: true, isFresh: true });
  });

  it("takes no other recovery code as the second step, and does not use that one up", async () => {
    const { viewer } = await makeTotpUser();
    const [first, second] = await makeRecoveryCodes(viewer);
    const { cookie } = await recover(viewer.email, first!);
    expect(await secondStep(cookie!, second!)).toEqual({ status: 200, kind: "refused", triesLeft: 4 });
    expect(await sessionOf(cookie!)).toBeNull();
    expect(await countRecoveryCodes(viewer)).toEqual({ made: 10, left: 9 });
  });

  it("answers alike for a wrong code, an unknown address, a closed account and a demo account", async () => {
    const known = await makePerson();
    await makeRecoveryCodes(known);
    const closed = await makePerson();
    const [closedCode] = await makeRecoveryCodes(closed);
    await withOwner((client) => client.query("update users set disabled_at = now() where id = $1", [closed.userId]));
    const demo = await makePerson();
    const [demoCode] = await makeRecoveryCodes(demo);
    await withOwner((client) => client.query("update users set demo_role = 'owner' where id = $1", [demo.userId]));
    const seen = [];
    for (const [email, code] of [[known.email, UNKNOWN_CODE], [`${uuidv7()}@people.example`, UNKNOWN_CODE], [closed.email, closedCode!], [demo.email, demoCode!]] as const) {
      const { response, answer } = await recover(email, code);
      seen.push({ status: response.status, answer, headers: Object.fromEntries(response.headers) });
    }
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(seen[0]).toMatchObject({ status: 200, answer: { kind: "refused" } });
  });

  it("is let through once when a thousand browsers use one code", async () => {
    const viewer = await makePerson();
    const [code] = await makeRecoveryCodes(viewer);
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => recover(viewer.email, code!)));
    expect(answers.filter(({ cookie }) => cookie !== null)).toHaveLength(1);
  });

  it("is limited for a network, not for the address: a flood keeps nobody out", async () => {
    const viewer = await makePerson();
    const [code] = await makeRecoveryCodes(viewer);
    const network = uuidv7();
    const statuses = new Set<number>();
    for (let tries = 0; tries < 61; tries += 1) statuses.add((await recover(viewer.email, UNKNOWN_CODE, network)).response.status);
    expect([...statuses]).toEqual([200, 429]);
    expect((await recover(viewer.email, code!)).answer).toEqual({ kind: "done" });
  });

  it.each([["", "code.invalid"], ["k7mp-3hxr-2f", "code.invalid"]])("asks for a code that can be one: %j", async (typed, key) => {
    const { response, answer } = await recover(`${uuidv7()}@people.example`, typed);
    expect([response.status, answer]).toEqual([400, { error: { code: "invalid", fields: { code: key } } }]);
  });
});

describe("a demo account", () => {
  it.each(["POST app/api/account/totp/route.ts", "POST app/api/account/recovery-codes/route.ts"])("is not changed by %s: many look at it at once", async (route) => {
    const demo = await makePerson({ demoRole: "owner" });
    expect((await callRoute(route, { cookie: await cookieOf(demo) })).status).toBe(409);
    expect(await countRecoveryCodes(demo)).toEqual({ made: 0, left: 0 });
  });
});
