import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { disconnect } from "@/lib/server/db";
import { walkBody } from "@/tests/integration/support/measures";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { cookieOf, makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute, type RouteCall } from "@/tests/integration/support/routes";

const DIARY = "app/api/diaries/[diaryId]";
const CHECK_INS = `POST ${DIARY}/check-ins/route.ts`;
const medicineId = uuidv7();
const eventId = uuidv7();
const WALK = walkBody();

/** Every route that takes a body, with one that it takes. */
const BODIES: Record<string, { params?: Record<string, string>; body: Record<string, unknown>; isPublic?: true }> = {
  "POST app/api/sign-in/code/route.ts": { body: { email: "someone@people.example" }, isPublic: true },
  [`PUT ${DIARY}/route.ts`]: { body: { displayName: "Test diary", profile: {}, setUpDone: true } },
  [CHECK_INS]: { body: { checkIns: [checkInBody()] } },
  [`POST ${DIARY}/alert-responses/route.ts`]: { body: { responses: [{}] } },
  [`PUT ${DIARY}/measures/[measureId]/route.ts`]: { params: { measureId: WALK.id }, body: WALK },
  [`PUT ${DIARY}/medicines/[medicineId]/route.ts`]: { params: { medicineId }, body: { id: medicineId, name: "x" } },
  [`PATCH ${DIARY}/medicines/[medicineId]/route.ts`]: { params: { medicineId }, body: { nextDoseOn: "2026-03-01" } },
  [`PUT ${DIARY}/medicines/[medicineId]/events/[eventId]/route.ts`]: { params: { medicineId, eventId }, body: { id: eventId, kind: "missed", day: "2026-03-01" } },
};
const OTHERS = [`GET ${DIARY}/context/route.ts`, `DELETE ${DIARY}/grants/[grantId]/route.ts`];

let owner: Viewer;
let diaryId: string;
let cookie: string;
let before: string;
beforeAll(async () => {
  useTestSettings();
  owner = await makePerson();
  diaryId = await makeDiary(owner);
  cookie = await cookieOf(owner);
  before = await everything();
});
afterAll(() => disconnect());

const send = (name: string, call: RouteCall = {}) => {
  const known = BODIES[name];
  return callRoute(name, { cookie, params: { diaryId, grantId: uuidv7(), ...known?.params }, ...(known && call.text === undefined && { body: known.body }), ...call });
};
const refusal = async (response: Response) => [response.status, await response.json() as unknown];
const code = (value: string) => ({ error: { code: value } });
const fields = (value: Record<string, string>) => ({ error: { code: "invalid", fields: value } });

/** All rows of the diary, as one text. */
const everything = () => withOwner(async (client) => {
  const rows = [];
  for (const table of ["diaries", "check_ins", "alerts", "medicines", "medicine_events", "access_events"]) rows.push((await client.query(`select * from ${table} where diary_id = $1`, [diaryId])).rows);
  return JSON.stringify(rows);
});

describe.each(Object.entries(BODIES))("%s", (name, { body, isPublic }) => {
  it.each([
    ["wrong JSON", { text: '{"checkIns": [' }], ["an empty body", { text: "" }], ["bytes that are no text", { text: new Uint8Array([0x22, 0xff, 0x22]) }],
  ])("refuses %s", async (_what, call) => expect(await refusal(await send(name, call))).toEqual([400, fields({ body: "body.notJson" })]));

  it.each([["a list", []], ["a number", 1], ["null", null]])("refuses %s", async (_what, value) =>
    expect(await refusal(await send(name, { body: value }))).toEqual([400, fields({ body: "field.invalid" })]));

  it("refuses an unknown field by its name", async () =>
    expect(await refusal(await send(name, { body: { ...body, isAdmin: true } }))).toEqual([400, fields({ isAdmin: "field.unknown" })]));

  it("names what is missing", async () => {
    const [first = ""] = Object.keys(body);
    const [status, answer] = await refusal(await send(name, { body: { ...body, [first]: undefined } }));
    expect([status, Object.keys((answer as { error: { fields: object } }).error.fields)]).toEqual([400, [first]]);
  });

  it.each([["text/plain"], ["application/x-www-form-urlencoded"], ["multipart/form-data; boundary=x"]])("refuses the content type %s", async (type) =>
    expect(await refusal(await send(name, { headers: { "content-type": type } }))).toEqual([415, code("not-json-type")]));

  it("refuses more than 256 kB, with and without a length", async () => {
    const text = JSON.stringify({ ...body, padding: "x".repeat(256 * 1024) });
    expect(await refusal(await send(name, { text }))).toEqual([413, code("too-large")]);
    expect(await refusal(await send(name, { text, headers: { "content-length": String(text.length) } }))).toEqual([413, code("too-large")]);
  });

  if (!isPublic) it("asks nobody to sign in after reading a body, but before", async () =>
    expect(await refusal(await send(name, { cookie: null, text: "{" }))).toEqual([401, code("session-ended")]));
});

const CHANGES = Object.keys(BODIES).concat(OTHERS.filter((name) => !name.startsWith("GET")));
describe.each(CHANGES)("%s", (name) => {
  it.each([
    [{ origin: "https://evil.example" }], [{ origin: "null" }], [{ origin: "http://localhost:3001" }], [{ origin: "not an origin" }],
  ])("refuses a foreign origin %j", async (headers) => expect(await refusal(await send(name, { headers }))).toEqual([403, code("foreign-origin")]));
});

const SIGNED_IN = Object.keys(BODIES).filter((name) => !BODIES[name]?.isPublic).concat(OTHERS);
describe.each(SIGNED_IN)("%s", (name) => {
  it("answers 401 to an expired session", async () => {
    const gone = await makePerson();
    await withOwner((client) => client.query("update sessions set created_at = now() - interval '40 days', expires_at = now() - interval '1 day' where id = $1", [gone.sessionId]));
    expect(await refusal(await send(name, { cookie: await cookieOf(gone) }))).toEqual([401, code("session-ended")]);
  });

  it.each([["unknown", uuidv7()], ["no id at all", "../../etc"], ["empty", ""]])("answers 404 to a diary that is %s", async (what, id) => {
    const stranger = await makePerson(); // someone with a diary of their own, so that an unknown id cannot become theirs
    await makeDiary(stranger);
    const status = name.startsWith("PUT app/api/diaries/[diaryId]/route.ts") && what === "unknown" ? [409, code("conflict")] : [404, code("not-found")];
    expect(await refusal(await send(name, { cookie: await cookieOf(stranger), params: { diaryId: id, grantId: uuidv7(), medicineId } }))).toEqual(status);
  });
});

describe("values out of range", () => {
  it.each<[string, string, Record<string, unknown>, Record<string, string>]>([
    ["a name of 81 letters", `PUT ${DIARY}/route.ts`, { displayName: "x".repeat(81) }, { displayName: "name.tooLong" }],
    ["a character that cannot be stored", `PUT ${DIARY}/route.ts`, { displayName: "a\u0000b" }, { displayName: "text.characters" }],
    ["a birth date in the year 0", `PUT ${DIARY}/route.ts`, { birthDate: "0000-01-01" }, { birthDate: "day.range" }],
    ["a sign that is never usual", `PUT ${DIARY}/route.ts`, { profile: { usual: { signs: ["self-harm-danger"] } } }, { "profile.usual.signs": "signs.neverUsual" }],
    ["a medicine that stops before it starts", `PUT ${DIARY}/medicines/[medicineId]/route.ts`, { startedOn: "2026-02-01", stoppedOn: "2026-01-01" }, { stoppedOn: "medicine.stopsBeforeStart" }],
    ["a medicine of another address", `PUT ${DIARY}/medicines/[medicineId]/route.ts`, { id: uuidv7() }, { id: "id.notTheAddress" }],
    ["an address that is none", "POST app/api/sign-in/code/route.ts", { email: "someone" }, { email: "email.invalid" }],
    ["an empty batch", CHECK_INS, { checkIns: [] }, { checkIns: "batch.empty" }],
    ["a batch of 101", CHECK_INS, { checkIns: Array.from({ length: 101 }, () => 1) }, { checkIns: "batch.tooLong" }],
  ])("are named: %s", async (_what, name, change, expected) =>
    expect(await refusal(await send(name, { body: { ...BODIES[name]?.body, ...change } }))).toEqual([400, fields(expected)]));

  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["a score of 11", { scores: { fatigue: 11, numbness: 0, vision: 0, walking: 0 } }, { "scores.fatigue": "score.range" }],
    ["a score as text", { scores: { fatigue: "4", numbness: 0, vision: 0, walking: 0 } }, { "scores.fatigue": "score.range" }],
    ["an empty score", { scores: { fatigue: "", numbness: 0, vision: 0, walking: 0 } }, { "scores.fatigue": "score.range" }],
    ["an unknown detail", { answers: { mood: 3 } }, { "answers.mood": "field.unknown" }],
    ["an unknown zone", { timeZone: "Mars/Olympus" }, { timeZone: "timeZone.unknown" }],
    ["a note of 2001 letters", { note: "x".repeat(2001) }, { note: "note.tooLong" }],
    ["half a character", { note: "\ud800" }, { note: "text.characters" }],
    ["a temperature of 44", { answers: { temperatureC: 44 } }, { "answers.temperatureC": "temperature.range" }],
    ["a time in the year 0", { recordedAt: "0000-01-01T00:00:00Z" }, { recordedAt: "instant.range" }],
  ])("are named inside a batch: %s", async (_what, change, expected) => {
    const response = await send(CHECK_INS, { body: { checkIns: [{ ...checkInBody(), ...change }] } });
    expect(await response.json()).toMatchObject({ results: [{ status: "invalid", fields: expected }] });
  });
});

it("stored nothing of all this", async () => {
  const after = await everything();
  expect(after.replace(/"access_events".*/, "").length).toBe(before.length);
});
