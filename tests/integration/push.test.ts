import { createECDH, createHmac, createPublicKey, hkdfSync, createDecipheriv, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { listPushDevices } from "@/lib/server/data/push-subscriptions";
import { planReminders } from "@/lib/server/data/reminder-plans";
import { saveReminder } from "@/lib/server/data/reminders";
import { endSession } from "@/lib/server/data/sessions";
import { db, disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { TASKS } from "@/lib/server/jobs/tasks";
import { pushPublicKey } from "@/lib/server/push/send";
import { isPushService } from "@/lib/server/push/services";
import { cookieOf, makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

type Pushed = { path: string; headers: IncomingHttpHeaders; body: Buffer };
const pushed: Pushed[] = [];
let status = 201;
const service = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part)).on("end", () => {
    pushed.push({ path: request.url!, headers: request.headers, body: Buffer.concat(parts) });
    response.writeHead(status).end();
  });
});
let origin = "";

beforeAll(async () => {
  useTestSettings();
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => service.close(resolve));
  await disconnect();
});
const KEY = randomBytes(32).toString("base64url");
beforeEach(async () => {
  [status, pushed.length] = [201, 0];
  vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), DAYMARK_PUSH_KEY: KEY, DAYMARK_PUSH_SERVICES: [origin] });
  vi.spyOn(settings, "operator").mockReturnValue({ ...settings.operator(), email: "help@example.org" });
  await withOwner((client) => client.query("delete from reminders"));
});
afterEach(() => vi.restoreAllMocks());

/** A browser's half of a subscription. */
function makeBrowser() {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  return { pair, auth, endpoint: `${origin}/send/${uuidv7()}`, p256dh: pair.getPublicKey("base64url"), authText: auth.toString("base64url") };
}
type Browser = ReturnType<typeof makeBrowser>;

/** Opens a message as RFC 8291 and RFC 8188 say, with nothing but the standard's own steps. */
function open({ pair, auth }: Browser, body: Buffer): unknown {
  const [salt, size, keyLength] = [body.subarray(0, 16), body.readUInt32BE(16), body.readUInt8(20)];
  const serverKey = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  expect(size).toBeGreaterThanOrEqual(sealed.length);
  const shared = pair.computeSecret(serverKey);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), serverKey]);
  const secret = Buffer.from(hkdfSync("sha256", shared, auth, info, 32));
  const pseudoRandom = createHmac("sha256", salt).update(secret).digest();
  const expand = (what: string, length: number) => createHmac("sha256", pseudoRandom).update(`Content-Encoding: ${what}\0\x01`).digest().subarray(0, length);
  const decipher = createDecipheriv("aes-128-gcm", expand("aes128gcm", 16), expand("nonce", 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  expect(padded.at(-1)).toBe(2); // the mark of the last record
  return JSON.parse(padded.subarray(0, -1).toString("utf8"));
}

/** Who signed it, if the signature is right. */
function readVapid(header: string): { claims: Record<string, unknown>; key: string } {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header)!;
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const publicKey = createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") } });
  expect(JSON.parse(Buffer.from(head, "base64url").toString())).toEqual({ typ: "JWT", alg: "ES256" });
  expect(verify("sha256", Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"))).toBe(true);
  return { claims: JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>, key };
}

const subscribe = async (person: Viewer, { endpoint, p256dh, authText }: Browser) =>
  callRoute("PUT app/api/account/push/route.ts", { cookie: await cookieOf(person), body: { id: uuidv7(), endpoint, p256dh, auth: authText } });

async function makeReminded(browser: Browser) {
  const person = await makePerson();
  const diaryId = await makeDiary(person);
  await saveReminder(person, diaryId, { isOn: true, time: "19:30", weekdays: [1, 2, 3, 4, 5, 6, 7], byMail: false, byPush: true, pausedUntil: null, timeZone: "Europe/Berlin", updatedAt: null });
  expect((await subscribe(person, browser)).status).toBe(204);
  return { person, diaryId };
}

/** A reminder is due now; the worker plans it and does its jobs. Returns what failed. */
async function remind(diaryId: string): Promise<unknown[]> {
  await withOwner((client) => client.query("update reminders set next_at = now() - interval '1 minute', last_sent_on = null where diary_id = $1", [diaryId]));
  await planReminders();
  const { rows } = await withOwner((client) => client.query<{ payload: object }>(`with d as (delete from graphile_worker._private_jobs where payload->>'diaryId' = $1 and payload->>'by' = 'push' returning payload) select payload from d`, [diaryId]));
  const failures: unknown[] = [];
  for (const { payload } of rows) await TASKS["send-reminder"]!(payload).catch((error: unknown) => failures.push(error));
  return failures;
}

describe("a reminder by push", () => {
  it("reaches the push service sealed for the device and signed with this server's key, and says no word about health", async () => {
    const browser = makeBrowser();
    const { diaryId, person } = await makeReminded(browser);
    expect(await remind(diaryId)).toEqual([]);
    const [{ path, headers, body }, ...more] = pushed as [Pushed, ...Pushed[]];
    expect(more).toEqual([]);
    expect(origin + path).toBe(browser.endpoint);
    expect(headers).toMatchObject({ "content-encoding": "aes128gcm", topic: "daymark", urgency: "normal" });
    expect(Number(headers.ttl)).toBeGreaterThan(6_000);
    expect(Number(headers.ttl)).toBeLessThanOrEqual(7_200);
    expect(open(browser, body)).toEqual({ title: "Daymark", text: "Open Daymark", open: "/today" });
    const { claims, key } = readVapid(headers.authorization!);
    expect(key).toBe(pushPublicKey());
    expect(claims).toMatchObject({ aud: origin, sub: "mailto:help@example.org" });
    const hoursLeft = (Number(claims.exp) - Date.now() / 1000) / 3600;
    expect(hoursLeft).toBeGreaterThan(0);
    expect(hoursLeft).toBeLessThanOrEqual(24);
    for (const secret of [person.userId, person.email, diaryId]) expect(JSON.stringify(headers) + path).not.toContain(secret);
    expect(await db().pushSubscription.findFirst({ where: { userId: person.userId } })).toMatchObject({ failedAt: null, lastUsedAt: expect.any(Date) });
  });

  it("cannot be opened by another device", async () => {
    const { diaryId } = await makeReminded(makeBrowser());
    await remind(diaryId);
    expect(() => open(makeBrowser(), pushed[0]!.body)).toThrow();
  });

  it("asks in its words after three missed days", async () => {
    const browser = makeBrowser();
    const { diaryId } = await makeReminded(browser);
    await withOwner((client) => client.query("update reminders set missed = 3 where diary_id = $1", [diaryId]));
    await remind(diaryId);
    expect(open(browser, pushed[0]!.body)).toEqual({ title: "Daymark", text: "Shall we go on reminding you?", open: "/more/reminders" });
  });

  it.each([404, 410])("forgets a device of which the service says %i", async (answer) => {
    const { person, diaryId } = await makeReminded(makeBrowser());
    status = answer;
    expect(await remind(diaryId)).toEqual([]);
    expect(await listPushDevices(person)).toEqual([]);
  });

  it.each([413, 429, 500])("keeps a device when the service answers %i, and is tried again", async (answer) => {
    const { person, diaryId } = await makeReminded(makeBrowser());
    status = answer;
    expect(await remind(diaryId)).toHaveLength(1);
    expect(await listPushDevices(person)).toHaveLength(1);
    expect((await db().pushSubscription.findFirst({ where: { userId: person.userId } }))!.failedAt).not.toBeNull();
  });
});

describe("a device that is told", () => {
  it("is one for a session, and subscribing again replaces it", async () => {
    const person = await makePerson();
    const [first, second] = [makeBrowser(), makeBrowser()];
    await subscribe(person, first);
    await subscribe(person, second);
    await subscribe(person, second);
    expect(await db().pushSubscription.findMany({ where: { userId: person.userId }, select: { endpoint: true } })).toEqual([{ endpoint: second.endpoint }]);
    expect(await listPushDevices(person)).toEqual([{ isThis: true, device: null }]);
  });

  it("is told nothing once it is signed out, its session ran out, or it was switched off", async () => {
    const [out, over, off] = [await makeReminded(makeBrowser()), await makeReminded(makeBrowser()), await makeReminded(makeBrowser())];
    await endSession(out.person.sessionId);
    expect(await db().pushSubscription.count({ where: { userId: out.person.userId } })).toBe(0);
    await withOwner((client) => client.query("update sessions set created_at = now() - interval '40 days', expires_at = now() - interval '1 second' where id = $1", [over.person.sessionId]));
    expect((await callRoute("DELETE app/api/account/push/route.ts", { cookie: await cookieOf(off.person) })).status).toBe(204);
    for (const { diaryId } of [out, over, off]) await remind(diaryId);
    expect(pushed).toEqual([]);
  });

  it("tells the one who uses it now, and no longer who used it before", async () => {
    const browser = makeBrowser();
    const { person: before } = await makeReminded(browser);
    const { person: now } = await makeReminded(browser);
    expect(await listPushDevices(before)).toEqual([]);
    expect(await listPushDevices(now)).toHaveLength(1);
  });

  it("is no shared device", async () => {
    const person = await makePerson();
    await withOwner((client) => client.query("update sessions set is_shared = true where id = $1", [person.sessionId]));
    expect((await subscribe(person, makeBrowser())).status).toBe(409);
  });

  it.each(["https://example.org/x", "http://fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com.example.org/x", "https://user@fcm.googleapis.com/x", "http://127.0.0.1:1/x", "https://[::1]/x", "https://evilpush.apple.com.example/x"])(
    "does not make this server send to %s", async (endpoint) => {
      expect(isPushService(endpoint)).toBe(false);
      const answer = await subscribe(await makePerson(), { ...makeBrowser(), endpoint });
      expect([answer.status, await answer.json()]).toEqual([400, { error: { code: "invalid", fields: { endpoint: "push.unknownService" } } }]);
    });
  it.each(["https://fcm.googleapis.com/fcm/send/x", "https://updates.push.services.mozilla.com/wpush/v2/x", "https://web.push.apple.com/x", "https://wns2-par02p.notify.windows.com/w/?token=x"])(
    "may be one of %s", (endpoint) => expect(isPushService(endpoint)).toBe(true));
});

describe("without a key", () => {
  it("push is not offered", () => {
    vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), DAYMARK_PUSH_KEY: undefined });
    expect(pushPublicKey()).toBeNull();
  });
});
