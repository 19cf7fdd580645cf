import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clearLimits, takePoint } from "@/lib/server/data/limits";
import { disconnect } from "@/lib/server/db";
import { TooManyError } from "@/lib/server/errors";
import * as limits from "@/lib/server/limits";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { cookieOf, makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const someone = () => `${uuidv7()}@people.example`;
const network = () => uuidv7();
const stranger = () => ({ network: network(), knownDevice: null });

/** How many of `times` calls in a row a limit lets through. */
async function allowed(times: number, call: () => Promise<void>): Promise<number> {
  let count = 0;
  for (let i = 0; i < times; i += 1) {
    await call().then(() => { count += 1; }, (error: unknown) => expect(error).toBeInstanceOf(TooManyError));
  }
  return count;
}
const inTurn = <T>(values: T[]) => { let i = 0; return () => values[i++ % values.length]!; };

describe("a limit", () => {
  it("gives its points and no more, also when all are asked for at once, and says how long to wait", async () => {
    const key = uuidv7();
    const limit = { name: "at-once", points: 40, seconds: 3600 };
    const waits = await Promise.all(Array.from({ length: 200 }, () => takePoint(limit, key)));
    expect(waits.filter((wait) => wait === null)).toHaveLength(40);
    for (const wait of waits) if (wait !== null) expect(wait).toSatisfy((seconds: number) => seconds > 3590 && seconds <= 3600);
  });

  it("is one for all processes", async () => {
    const key = uuidv7();
    const take = async () => Number((await promisify(execFile)(process.execPath, ["--conditions=react-server", "--import", "tsx", "tests/integration/support/take-points.ts", key, "50", "60"], { env: process.env })).stdout);
    const given = await Promise.all([take(), take()]);
    expect(given[0]! + given[1]!).toBe(50);
    for (const one of given) expect(one).toBeLessThanOrEqual(50);
    expect(await takePoint({ name: "two-processes", points: 50, seconds: 3600 }, key)).not.toBeNull();
  });

  it("begins anew when its time is over, and not before", async () => {
    const limit = { name: "short", points: 1, seconds: 3600 };
    const key = uuidv7();
    expect([await takePoint(limit, key), await takePoint(limit, key)]).toEqual([null, expect.any(Number)]);
    await withOwner((client) => client.query("update rate_limits set expire = $1 where key like 'short:%'", [Date.now() + 60_000]));
    expect(await takePoint(limit, key)).toBeGreaterThan(0);
    await withOwner((client) => client.query("update rate_limits set expire = $1 where key like 'short:%'", [Date.now() - 1]));
    expect(await takePoint(limit, key)).toBeNull();
  });

  it("is forgotten by tidying once it ran out, and kept while it counts", async () => {
    const limit = { name: `tidy-${uuidv7()}`, points: 1, seconds: 3600 };
    await takePoint(limit, "over");
    await withOwner((client) => client.query("update rate_limits set expire = $1 where key like $2", [Date.now() - 1, `${limit.name}:%`]));
    await takePoint(limit, "running");
    await clearLimits();
    const { rowCount } = await withOwner((client) => client.query("select 1 from rate_limits where key like $1", [`${limit.name}:%`]));
    expect(rowCount).toBe(1);
    expect(await takePoint(limit, "running")).not.toBeNull();
  });

  it("stores no address", async () => {
    const email = someone();
    await limits.limitCodeRequests(email, { network: "192.0.2.201", knownDevice: null });
    const { rows } = await withOwner((client) => client.query<{ key: string }>("select key from rate_limits"));
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).not.toMatch(/@|192\.0\.2\./);
  });
});

describe("codes by mail", () => {
  it("are limited for an address, from however many networks", async () => {
    const email = someone();
    expect(await allowed(12, () => limits.limitCodeRequests(email, stranger()))).toBe(6);
  });

  it("are limited for an address over the day too", async () => {
    const email = someone();
    let given = 0;
    for (let hour = 0; hour < 5; hour += 1) {
      given += await allowed(6, () => limits.limitCodeRequests(email, stranger()));
      await withOwner((client) => client.query("update rate_limits set expire = $1 where key like 'code-address:%'", [Date.now() - 1])); // an hour later
    }
    expect(given).toBe(20);
  });

  it("are limited for a network, for however many addresses", async () => {
    const from = stranger();
    expect(await allowed(65, () => limits.limitCodeRequests(someone(), from))).toBe(60);
  });

  it("go on for a known device while others flood the address and the network, up to a budget of its own", async () => {
    const email = someone();
    const home = network();
    await allowed(8, () => limits.limitCodeRequests(email, stranger()));
    await allowed(61, () => limits.limitCodeRequests(someone(), { network: home, knownDevice: null }));
    const known = { network: home, knownDevice: uuidv7() };
    expect(await allowed(8, () => limits.limitCodeRequests(email, known))).toBe(6);
    const another = { ...known, knownDevice: uuidv7() };
    expect(await allowed(8, () => limits.limitCodeRequests(email, another))).toBe(6);
  });

  it("are not used up for others by a known device", async () => {
    const email = someone();
    const from = network();
    const known = { network: from, knownDevice: uuidv7() };
    await allowed(8, () => limits.limitCodeRequests(email, known));
    expect(await allowed(8, () => limits.limitCodeRequests(email, { network: from, knownDevice: null }))).toBe(6);
  });
});

describe("tries", () => {
  it("of codes are limited for a network, and apart from it for a known device", async () => {
    const from = stranger();
    expect(await allowed(103, () => limits.limitCodeTries(from))).toBe(100);
    const known = { ...from, knownDevice: uuidv7() };
    expect(await allowed(53, () => limits.limitCodeTries(known))).toBe(50);
  });

  it("of the second step are limited for an account, and apart from it for a known device", async () => {
    const userId = uuidv7();
    expect(await allowed(33, () => limits.limitSecondSteps(userId, { knownDevice: null }))).toBe(20);
    expect(await allowed(33, () => limits.limitSecondSteps(userId, { knownDevice: "device" }))).toBe(30);
    expect(await allowed(2, () => limits.limitSecondSteps(uuidv7(), { knownDevice: null }))).toBe(2);
  });

  it("of long secrets and starts with a passkey are limited for a network only", async () => {
    const from = stranger();
    expect(await allowed(62, () => limits.limitSecretTries(from))).toBe(60);
    expect(await allowed(602, () => limits.limitPasskeyStarts(from))).toBe(600);
    expect(await allowed(2, () => limits.limitSecretTries(stranger()))).toBe(2);
  });

  it("to confirm are limited for a session before the account", async () => {
    const userId = uuidv7();
    const sessions = Array.from({ length: 4 }, () => ({ userId, sessionId: uuidv7() }));
    const given = [];
    for (const session of sessions) given.push(await allowed(22, () => limits.limitConfirms(session)));
    expect(given).toEqual([20, 20, 20, 0]);
  });
});

describe("mails of a signed-in person", () => {
  it("to their own address are limited for the account, and a flood of sign-in codes does not count", async () => {
    const person = { userId: uuidv7() };
    expect(await allowed(22, () => limits.limitConfirmMails(person))).toBe(20);
  });

  it("to a new address are limited for that address, whoever sends them, and for the account", async () => {
    const newEmail = someone();
    const people = inTurn([{ userId: uuidv7() }, { userId: uuidv7() }, { userId: uuidv7() }]);
    expect(await allowed(9, () => limits.limitNewAddress(people(), newEmail))).toBe(6);
    const person = { userId: uuidv7() };
    expect(await allowed(22, () => limits.limitNewAddress(person, someone()))).toBe(20);
  });
});

describe("changes", () => {
  it("are limited for a session, and leave the account's other sessions their own", async () => {
    const userId = uuidv7();
    const thief = { userId, sessionId: uuidv7() };
    expect(await allowed(125, () => limits.limitChanges(thief))).toBe(120);
    expect(await allowed(3, () => limits.limitChanges({ userId, sessionId: uuidv7() }))).toBe(3);
  });

  it("are refused with the time to wait, while check-ins go on without any limit", async () => {
    const owner = await makePerson();
    const diaryId = await makeDiary(owner);
    const cookie = await cookieOf(owner);
    await allowed(121, () => limits.limitChanges(owner));
    const refused = await callRoute("PATCH app/api/diaries/[diaryId]/profile/route.ts", { cookie, params: { diaryId }, body: { country: "IE" } });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    for (let i = 0; i < 130; i += 1) {
      const stored = await callRoute("POST app/api/diaries/[diaryId]/check-ins/route.ts", { cookie, params: { diaryId }, body: { checkIns: [checkInBody()] } });
      expect(stored.status).toBe(200);
    }
  });
});
