import { globSync } from "node:fs";
import path from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONSENT_VERSION } from "@/lib/domain/account/consent";
import type { Need } from "@/lib/domain/sharing/policy";
import { getReminder } from "@/lib/server/data/reminders";
import { disconnect } from "@/lib/server/db";
import { Authenticator } from "@/tests/integration/support/authenticator";
import { walkBody } from "@/tests/integration/support/measures";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { useTestSettings, cookieOf } from "@/tests/integration/support/people";
import { relapseBody, spareRelapse } from "@/tests/integration/support/relapses";
import { callRoute, METHODS, type RouteCall } from "@/tests/integration/support/routes";
import { daysBody, smallFile, spareImport } from "@/tests/integration/support/small-file";
import { makeScene, mayPass, VIEWER_KINDS, type Scene } from "@/tests/integration/support/viewers";

const ROOT = path.join(import.meta.dirname, "../..");
const DIARY = "app/api/diaries/[diaryId]";

/** A well-formed answer that fits no challenge. */
const STRAY_PASSKEY = new Authenticator().use({ challenge: "none" }, { userHandle: null });

type Row = { need: Need | "signed in" | "anyone"; call: (scene: Scene) => RouteCall | Promise<RouteCall>; ok: number };

const ROWS: Record<string, Row> = {
  "GET app/api/session/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "POST app/api/sign-in/code/route.ts": { need: "anyone", ok: 202, call: () => ({ body: { email: `${uuidv7()}@people.example` } }) },
  "POST app/api/sign-in/code/check/route.ts": { need: "anyone", ok: 200, call: () => ({ body: { code: "123456" } }) },
  "POST app/api/sign-in/recovery/route.ts": { need: "anyone", ok: 200, call: () => ({ body: { email: `${uuidv7()}@people.example`, code: "k7mp-3hxr-2fw" } }) },
  "POST app/api/sign-in/second-step/route.ts": { need: "anyone", ok: 200, call: () => ({ body: { code: "123456" } }) },
  "POST app/api/account/totp/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "PUT app/api/account/totp/route.ts": { need: "signed in", ok: 200, call: () => ({ body: { code: "123456" } }) },
  "DELETE app/api/account/totp/route.ts": { need: "signed in", ok: 204, call: () => ({}) },
  "POST app/api/account/recovery-codes/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "POST app/api/account/email/route.ts": { need: "signed in", ok: 200, call: () => ({ body: { email: `${uuidv7()}@people.example` } }) },
  "PUT app/api/account/email/route.ts": { need: "signed in", ok: 200, call: () => ({ body: { code: "123456" } }) },
  "POST app/api/email-undo/route.ts": { need: "anyone", ok: 200, call: () => ({ body: { code: "0000-0000-0000-0000" } }) },
  "GET app/api/account/confirm/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "POST app/api/account/confirm/route.ts": { need: "signed in", ok: 200, call: () => ({ body: { method: "mail-code", code: "123456" } }) },
  "POST app/api/account/passkey-offer/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "POST app/api/account/confirm/code/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "POST app/api/sign-in/passkey/options/route.ts": { need: "anyone", ok: 200, call: () => ({ body: {} }) },
  "POST app/api/sign-in/passkey/route.ts": { need: "anyone", ok: 200, call: () => ({ body: { response: STRAY_PASSKEY } }) },
  "POST app/api/account/confirm/passkey/options/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "POST app/api/account/confirm/passkey/route.ts": { need: "signed in", ok: 200, call: () => ({ body: { response: STRAY_PASSKEY } }) },
  "POST app/api/account/passkeys/options/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "POST app/api/account/passkeys/route.ts": { need: "signed in", ok: 200, call: () => ({ body: { response: new Authenticator().make({ challenge: "none", user: { id: "none" } }) } }) },
  "PUT app/api/account/passkeys/[passkeyId]/route.ts": { need: "signed in", ok: 404, call: () => ({ params: { passkeyId: uuidv7() }, body: { name: "My phone" } }) }, // nobody's
  "DELETE app/api/account/passkeys/[passkeyId]/route.ts": { need: "signed in", ok: 204, call: () => ({ params: { passkeyId: uuidv7() } }) },
  "DELETE app/api/account/sessions/route.ts": { need: "signed in", ok: 200, call: () => ({}) },
  "DELETE app/api/account/sessions/[sessionId]/route.ts": { need: "signed in", ok: 204, call: () => ({ params: { sessionId: uuidv7() } }) },
  "POST app/api/account/consent/route.ts": { need: "signed in", ok: 204, call: () => ({ body: { version: CONSENT_VERSION } }) },
  "PUT app/api/account/push/route.ts": { need: "signed in", ok: 204, call: () => ({ body: { id: uuidv7(), endpoint: `https://fcm.googleapis.com/fcm/send/${uuidv7()}`, p256dh: "B".repeat(87), auth: "A".repeat(22) } }) },
  "DELETE app/api/account/push/route.ts": { need: "signed in", ok: 204, call: () => ({}) },
  "POST app/api/reminders-off/route.ts": { need: "anyone", ok: 200, call: () => ({ body: { token: "nothing" } }) },
  [`PUT ${DIARY}/reminders/route.ts`]: { need: "owner", ok: 200, call: async ({ diaryId, viewers }) => ({ params: { diaryId }, body: {
    isOn: false, time: "19:00", weekdays: [1], byMail: true, byPush: false, pausedUntil: null, timeZone: "UTC", updatedAt: (await getReminder(viewers.owner, diaryId)).updatedAt?.toISOString() ?? null } }) },
  "POST app/api/account/keep/route.ts": { need: "signed in", ok: 204, call: () => ({}) },
  [`PUT ${DIARY}/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId }, body: { displayName: "Test diary", profile: {}, setUpDone: true } }) },
  [`PATCH ${DIARY}/profile/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId }, body: { country: "IE" } }) },
  [`PATCH ${DIARY}/trackers/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId }, body: { trackers: ["pain"] } }) },
  [`GET ${DIARY}/export/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId } }) },
  [`POST ${DIARY}/import/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId }, body: smallFile(diaryId) }) },
  [`POST ${DIARY}/imports/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId }, body: daysBody() }) },
  [`DELETE ${DIARY}/imports/[importId]/route.ts`]: { need: "owner", ok: 200, call: async ({ diaryId }) => ({ params: { diaryId, importId: await spareImport(diaryId) } }) },
  [`GET ${DIARY}/export/[kind]/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId, kind: "check-ins" } }) },
  [`GET ${DIARY}/context/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId } }) },
  [`POST ${DIARY}/check-ins/route.ts`]: { need: "check-ins:write", ok: 200, call: ({ diaryId }) => ({ params: { diaryId }, body: { checkIns: [checkInBody()] } }) },
  [`POST ${DIARY}/alert-responses/route.ts`]: { need: "check-ins:write", ok: 200, call: ({ diaryId, checkInId }) =>
    ({ params: { diaryId }, body: { responses: [{ checkInId, revision: 1, ruleId: "vision-sudden-loss", shownAt: new Date().toISOString() }] } }) },
  [`PUT ${DIARY}/measures/[measureId]/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => {
    const body = walkBody();
    return { params: { diaryId, measureId: body.id }, body };
  } },
  [`PATCH ${DIARY}/measures/[measureId]/route.ts`]: { need: "owner", ok: 204, call: ({ diaryId, measureId }) => ({ params: { diaryId, measureId }, body: { removed: false } }) },
  [`DELETE ${DIARY}/measures/[measureId]/route.ts`]: { need: "owner", ok: 204, call: ({ diaryId, measureId }) => ({ params: { diaryId, measureId } }) },
  [`PUT ${DIARY}/medicines/[medicineId]/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => {
    const medicineId = uuidv7();
    return { params: { diaryId, medicineId }, body: { id: medicineId, name: "x" } };
  } },
  [`POST ${DIARY}/note-search/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId }, body: { text: "private" } }) },
  [`PUT ${DIARY}/visits/[visitId]/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => {
    const visitId = uuidv7();
    return { params: { diaryId, visitId }, body: { id: visitId, day: "2026-11-24", questions: ["x"] } };
  } },
  [`DELETE ${DIARY}/visits/[visitId]/route.ts`]: { need: "owner", ok: 204, call: ({ diaryId }) => ({ params: { diaryId, visitId: uuidv7() } }) },
  [`PATCH ${DIARY}/medicines/[medicineId]/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId, medicineId }) => ({ params: { diaryId, medicineId }, body: { nextDoseOn: "2026-03-01" } }) },
  [`DELETE ${DIARY}/medicines/[medicineId]/route.ts`]: { need: "owner", ok: 200, call: async ({ diaryId, spareMedicine }) => ({ params: { diaryId, medicineId: (await spareMedicine()).id } }) },
  [`PUT ${DIARY}/medicines/[medicineId]/events/[eventId]/route.ts`]: { need: "owner", ok: 200, call: async ({ diaryId, spareMedicine }) => {
    const eventId = uuidv7();
    return { params: { diaryId, medicineId: (await spareMedicine()).id, eventId }, body: { id: eventId, kind: "missed", day: "2026-03-01" } };
  } },
  [`DELETE ${DIARY}/medicines/[medicineId]/events/[eventId]/route.ts`]: { need: "owner", ok: 204, call: async ({ diaryId, spareMedicine }) => {
    const { id, eventId } = await spareMedicine();
    return { params: { diaryId, medicineId: id, eventId } };
  } },
  [`POST ${DIARY}/relapses/route.ts`]: { need: "owner", ok: 200, call: ({ diaryId }) => ({ params: { diaryId }, body: relapseBody() }) },
  [`PATCH ${DIARY}/relapses/[relapseId]/route.ts`]: { need: "owner", ok: 200, call: async ({ diaryId }) => {
    const { id, updatedAt } = await spareRelapse(diaryId);
    return { params: { diaryId, relapseId: id }, body: { updatedAt, heat: true } };
  } },
  [`DELETE ${DIARY}/relapses/[relapseId]/route.ts`]: { need: "owner", ok: 204, call: async ({ diaryId }) => ({ params: { diaryId, relapseId: (await spareRelapse(diaryId)).id } }) },
  [`DELETE ${DIARY}/grants/[grantId]/route.ts`]: { need: "owner", ok: 204, call: async ({ diaryId, spareGrantId }) => ({ params: { diaryId, grantId: await spareGrantId() } }) },
};

/**
 * Tested elsewhere: the health route tells nothing of people; next-auth's own routes need a running Next, so the browser tests sign in
 * and out; and what takes the viewers of this table away has people of its own, in consent.test.ts and account-deletion.test.ts.
 */
const ELSEWHERE = ["DELETE app/api/account/route.ts", "DELETE app/api/account/consent/route.ts", "GET app/api/health/route.ts", "GET app/api/auth/[...nextauth]/route.ts", "POST app/api/auth/[...nextauth]/route.ts"];

let scene: Scene;
beforeAll(async () => {
  useTestSettings();
  scene = await makeScene();
});
afterAll(() => disconnect());

it("has a row for every method of every route", async () => {
  const found: string[] = [];
  for (const file of globSync("app/**/route.ts", { cwd: ROOT })) {
    if (!file.startsWith("app/api/")) continue; // manifest, icons and the service worker hold nothing of people
    const exported: Record<string, unknown> = await import(path.join(ROOT, file));
    found.push(...METHODS.filter((method) => method in exported).map((method) => `${method} ${file}`));
  }
  expect(found.sort()).toEqual([...Object.keys(ROWS), ...ELSEWHERE].sort());
});

describe.each(Object.entries(ROWS))("%s", (name, { need, call, ok }) => {
  it.each(VIEWER_KINDS)(`needs ${need}: %s`, async (kind) => {
    const cookie = kind === "nobody" ? null : await cookieOf(scene.viewers[kind]);
    const response = await callRoute(name, { ...await call(scene), cookie });
    const passes = need === "anyone" || (kind !== "nobody" && (need === "signed in" || mayPass(kind, need)));
    expect(response.status).toBe(passes ? ok : kind === "nobody" ? 401 : 404);
    expect(response.headers.get("cache-control")).toBe("no-store");
    if (!passes) expect(await response.json()).toEqual({ error: { code: kind === "nobody" ? "session-ended" : "not-found" } });
  });
});
