import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { listSharedDiaries } from "@/lib/server/data/diaries";
import { confirmByPasskey, createConfirmOptions, usePasskey } from "@/lib/server/data/passkey-use";
import { listPasskeys } from "@/lib/server/data/passkeys";
import { findSessionViewer, isFresh } from "@/lib/server/data/sessions";
import { finishSignIn } from "@/lib/server/data/sign-in-attempts";
import { disconnect } from "@/lib/server/db";
import { Authenticator, type Slip } from "@/tests/integration/support/authenticator";
import { addDevice, beginSignIn, used } from "@/tests/integration/support/passkeys";
import { cookieOf, makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const OPTIONS = "POST app/api/sign-in/passkey/options/route.ts";
const SIGN_IN = "POST app/api/sign-in/passkey/route.ts";
const CONFIRM_OPTIONS = "POST app/api/account/confirm/passkey/options/route.ts";
const CONFIRM = "POST app/api/account/confirm/passkey/route.ts";

/** Asks for a challenge by the route, as a browser does, which keeps the cookie. */
async function begin() {
  const asking = await callRoute(OPTIONS, { body: {} });
  return { asking, cookie: asking.headers.get("set-cookie")?.split(";")[0] ?? "", options: await asking.json() as { challenge: string; allowCredentials?: unknown[] } };
}
async function answerWith(response: unknown, cookie: string | null): Promise<{ kind: string }> {
  return (await callRoute(SIGN_IN, { cookie, body: { response } })).json() as Promise<{ kind: string }>;
}
async function signIn(device: Authenticator, slip?: Slip) {
  const begun = await begin();
  return { ...begun, answer: await answerWith(device.use(begun.options, slip), begun.cookie) };
}
const attemptOf = (cookie: string) => cookie.replace("daymark.attempt=", "");

describe("signing in with a passkey", () => {
  it("needs no address, and makes a strong session that may change the account", async () => {
    const owner = await makePerson();
    const phone = await addDevice(owner);
    const { asking, options, cookie, answer } = await signIn(phone);
    expect(asking.headers.get("set-cookie")).toMatch(/^daymark\.attempt=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required", timeout: 300_000 });
    expect(options.allowCredentials ?? []).toEqual([]);
    expect(answer).toEqual({ kind: "done" });
    const session = await finishSignIn(attemptOf(cookie));
    const viewer = await findSessionViewer(session!.sessionId);
    expect(viewer).toMatchObject({ userId: owner.userId, hasSecondFactor: true });
    expect(await isFresh(viewer!)).toBe(true);
    expect((await listPasskeys(viewer!))[0]?.lastUsedAt).toBeInstanceOf(Date);
    expect(await finishSignIn(attemptOf(cookie))).toBeNull();
  });

  const slips: [string, Slip][] = [
    ["a page of another origin", { origin: "https://evil.example" }],
    ["a key for another name", { rpId: "evil.example" }],
    ["nobody's face, finger or PIN", { unverified: true }],
    ["another key", { forged: true }],
    ["a device that names no account", { userHandle: null }],
    ["a device that names another account", { userHandle: Buffer.alloc(16, 3).toString("base64url") }],
  ];
  it.each(slips)("refuses %s, and the challenge is used up", async (_name, slip) => {
    const phone = await addDevice(await makePerson());
    const { answer, cookie, options } = await signIn(phone, slip);
    expect(answer).toEqual({ kind: "refused" });
    expect(await finishSignIn(attemptOf(cookie))).toBeNull();
    expect(await answerWith(phone.use(options), cookie)).toEqual({ kind: "expired" });
  });

  it("refuses a passkey that nobody added", async () => {
    const stray = new Authenticator();
    expect((await signIn(stray, { userHandle: Buffer.alloc(16).toString("base64url") })).answer).toEqual({ kind: "refused" });
  });

  it("works in the browser that asked only", async () => {
    const phone = await addDevice(await makePerson());
    const mine = await begin();
    const thief = await begin();
    const response = phone.use(mine.options);
    for (const cookie of [thief.cookie, `${mine.cookie}x`, "daymark.attempt=nothing", null]) expect(await answerWith(response, cookie)).toEqual({ kind: "expired" });
    expect(await answerWith(response, mine.cookie)).toEqual({ kind: "done" });
  });

  it("answers for five minutes", async () => {
    const phone = await addDevice(await makePerson());
    for (const [seconds, kind] of [[299, "used"], [301, "expired"]] as const) {
      const { attemptId, asked } = await beginSignIn();
      await withOwner((client) => client.query(
        "update passkey_challenges set created_at = created_at - make_interval(secs => $2), expires_at = expires_at - make_interval(secs => $2) where challenge = $1", [asked.challenge, seconds]));
      expect((await usePasskey({ purpose: "sign-in", attemptId }, used(phone, asked))).kind).toBe(kind);
    }
  });

  it("opens once when a thousand callers bring the same answer at once", async () => {
    const owner = await makePerson();
    const phone = await addDevice(owner);
    const { attemptId, asked } = await beginSignIn();
    const answer = used(phone, asked);
    const outcomes = await Promise.all(Array.from({ length: 1_000 }, () => usePasskey({ purpose: "sign-in", attemptId }, answer)));
    expect(outcomes.filter(({ kind }) => kind === "used")).toEqual([{ kind: "used", userId: owner.userId }]);
    expect(outcomes.filter(({ kind }) => kind === "expired")).toHaveLength(999);
  });

  it("refuses a copy of the passkey that has counted less, and takes one that never counts", async () => {
    const phone = await addDevice(await makePerson());
    expect((await signIn(phone, { counter: 7 })).answer).toEqual({ kind: "done" });
    expect((await signIn(phone, { counter: 7 })).answer).toEqual({ kind: "refused" });
    expect((await signIn(phone, { counter: 0 })).answer).toEqual({ kind: "refused" });
    for (const counter of [8, 4_294_967_295]) expect((await signIn(phone, { counter })).answer).toEqual({ kind: "done" }); // as far as a counter can go
    const synced = await addDevice(await makePerson(), new Authenticator(false));
    for (let times = 0; times < 2; times += 1) expect((await signIn(synced)).answer).toEqual({ kind: "done" });
  });

  it("lets one of two copies with the same count in when they come at once", async () => {
    const phone = await addDevice(await makePerson());
    const begun = await Promise.all([beginSignIn(), beginSignIn()]);
    const outcomes = await Promise.all(begun.map(({ attemptId, asked }) => usePasskey({ purpose: "sign-in", attemptId }, used(phone, asked, { counter: 5 }))));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["refused", "used"]);
  });

  it("is refused for a closed account", async () => {
    const owner = await makePerson();
    const phone = await addDevice(owner);
    await withOwner((client) => client.query("update users set disabled_at = now() where id = $1", [owner.userId]));
    expect((await signIn(phone)).answer).toEqual({ kind: "refused" });
  });

  it("opens a clinician's grant, which a mailed code alone does not", async () => {
    const clinician = await makePerson();
    const diaryId = await makeDiary(await makePerson());
    await makeGrant(diaryId, clinician, { role: "clinician", scopes: ["check-ins:read"] });
    expect(await listSharedDiaries(clinician)).toEqual([]);
    const phone = await addDevice(clinician);
    const { cookie } = await signIn(phone);
    const viewer = await findSessionViewer((await finishSignIn(attemptOf(cookie)))!.sessionId);
    expect((await listSharedDiaries(viewer!)).map((diary) => diary.diaryId)).toEqual([diaryId]);
  });
});

describe("confirming with a passkey who one is", () => {
  const longAgo = (viewer: Viewer) => withOwner((client) => client.query("update sessions set confirmed_at = null, strong_at = null where id = $1", [viewer.sessionId]));

  it("names the viewer's own passkeys, and makes the session fresh and strong", async () => {
    const viewer = await makePerson();
    const phone = await addDevice(viewer);
    await longAgo(viewer);
    expect(await isFresh(viewer)).toBe(false);
    const cookie = await cookieOf(viewer);
    const options = await (await callRoute(CONFIRM_OPTIONS, { cookie })).json() as { challenge: string };
    expect(options).toMatchObject({ allowCredentials: [{ id: phone.credentialId, type: "public-key", transports: ["internal"] }], userVerification: "required" });
    const answer = await callRoute(CONFIRM, { cookie, body: { response: phone.use(options, { userHandle: null }) } }); // a named passkey need not name its owner
    expect([answer.status, await answer.json()]).toEqual([200, { kind: "done" }]);
    expect(await isFresh(viewer)).toBe(true);
    expect((await findSessionViewer(viewer.sessionId))?.hasSecondFactor).toBe(true);
  });

  it("refuses another person's passkey, and challenges of other sessions and purposes", async () => {
    const viewer = await makePerson();
    const stranger = await makePerson();
    const phone = await addDevice(viewer);
    const theirs = await addDevice(stranger);
    await longAgo(viewer);
    expect(await confirmByPasskey(viewer, used(theirs, await createConfirmOptions(viewer)))).toEqual({ kind: "refused" });
    expect(await confirmByPasskey(viewer, used(phone, await createConfirmOptions(viewer), { unverified: true }))).toEqual({ kind: "refused" });
    expect(await confirmByPasskey(viewer, used(phone, await createConfirmOptions(stranger)))).toEqual({ kind: "expired" });
    expect(await confirmByPasskey(viewer, used(phone, (await beginSignIn()).asked))).toEqual({ kind: "expired" });
    expect(await isFresh(viewer)).toBe(false);
    expect((await findSessionViewer(viewer.sessionId))?.hasSecondFactor).toBe(false);
  });

  it("succeeds once when a thousand callers bring the same answer at once", async () => {
    const viewer = await makePerson();
    const phone = await addDevice(viewer);
    const answer = used(phone, await createConfirmOptions(viewer));
    const outcomes = await Promise.all(Array.from({ length: 1_000 }, () => confirmByPasskey(viewer, answer)));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
  });
});
