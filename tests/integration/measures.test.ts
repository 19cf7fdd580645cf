import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { addDays, dayOf } from "@/lib/domain/time";
import { measureSchema } from "@/lib/schemas/measure";
import { getRuleContext } from "@/lib/server/data/check-ins";
import { listMeasures, putMeasure, removeMeasure } from "@/lib/server/data/measures";
import { disconnect } from "@/lib/server/db";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/server/errors";
import { edssBody, walkBody } from "@/tests/integration/support/measures";
import { cookieOf, makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

const ALL = { from: "2000-01-01", to: "2100-01-01" };
const DAY_MS = 86_400_000;
const PUT = "PUT app/api/diaries/[diaryId]/measures/[measureId]/route.ts";

let owner: Viewer;
let diaryId: string;
beforeAll(async () => {
  useTestSettings();
  owner = await makePerson();
  diaryId = await makeDiary(owner);
});
afterAll(() => disconnect());

const all = (viewer = owner) => listMeasures(viewer, { diaryId, ...ALL });
const find = async (id: string, viewer = owner) => (await all(viewer)).find((measure) => measure.id === id);
const at = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString();

describe("a timed walk", () => {
  it("is stored with its runs, its day and the mean of both, and sending it again changes nothing", async () => {
    const walk = walkBody({ recordedAt: "2026-03-01T23:30:00.000Z", timeZone: "Europe/Berlin" });
    const first = await putMeasure(owner, diaryId, walk);
    expect(first).toMatchObject({ id: walk.id, kind: "timed-walk", day: "2026-03-02", value: 6.2, details: walk.details });
    expect(await putMeasure(owner, diaryId, walk)).toEqual(first);
    expect((await all()).filter(({ id }) => id === walk.id)).toHaveLength(1);
  });
  it("sent twice at once is stored once", async () => {
    const walk = walkBody();
    const answers = await Promise.all(Array.from({ length: 6 }, () => putMeasure(owner, diaryId, walk)));
    expect(new Set(answers.map(({ updatedAt }) => updatedAt.getTime())).size).toBe(1);
  });
  it("without two finished runs has no mean", async () => {
    const walk = walkBody({ details: { aid: "two-aids", runs: [{ kind: "not-finished", reason: "pain", words: "my knee" }] } });
    expect(await putMeasure(owner, diaryId, walk)).toMatchObject({ value: null });
  });
  it("is never changed: other content under its id is a conflict", async () => {
    const walk = walkBody();
    await putMeasure(owner, diaryId, walk);
    await expect(putMeasure(owner, diaryId, { ...walk, details: { ...walk.details, aid: "one-aid" } })).rejects.toBeInstanceOf(ConflictError);
    expect(await find(walk.id)).toMatchObject({ details: { aid: "unaided" } });
  });
  it("of the future is refused", async () => {
    await expect(putMeasure(owner, diaryId, walkBody({ recordedAt: new Date(Date.now() + 16 * 60_000).toISOString() }))).rejects.toBeInstanceOf(InvalidError);
  });
  it("removed stays removed when a late repeat comes, and can be brought back", async () => {
    const walk = walkBody();
    await putMeasure(owner, diaryId, walk);
    await removeMeasure(owner, { diaryId, id: walk.id, isRemoved: true });
    await putMeasure(owner, diaryId, walk);
    expect(await find(walk.id)).toBeUndefined();
    await removeMeasure(owner, { diaryId, id: walk.id, isRemoved: false });
    expect(await find(walk.id)).toMatchObject({ value: 6.2 });
  });
});

describe("a result of the clinic", () => {
  it("is changed from the version it was loaded with, and from no other", async () => {
    const edss = edssBody();
    const stored = await putMeasure(owner, diaryId, edss);
    const changed = await putMeasure(owner, diaryId, { ...edss, value: 4, updatedAt: stored.updatedAt.toISOString() } as typeof edss);
    expect(changed).toMatchObject({ value: 4, createdAt: stored.createdAt });
    await expect(putMeasure(owner, diaryId, { ...edss, value: 5, updatedAt: stored.updatedAt.toISOString() } as typeof edss)).rejects.toBeInstanceOf(ConflictError);
    await expect(putMeasure(owner, diaryId, { ...edss, value: 5 } as typeof edss)).rejects.toBeInstanceOf(ConflictError);
    expect(await find(edss.id)).toMatchObject({ value: 4 });
  });
  it("keeps name, unit and bound of a lab as typed", async () => {
    const lab = { ...edssBody(), kind: "lab" as const, value: 7.25, details: { name: "Neurofilament light", unit: "pg/mL", bound: "below" as const } };
    await putMeasure(owner, diaryId, lab);
    expect(await find(lab.id)).toMatchObject({ kind: "lab", value: 7.25, details: lab.details });
  });
  it("of tomorrow is refused", async () => {
    const day = addDays(dayOf(new Date(), "UTC"), 1);
    await expect(putMeasure(owner, diaryId, edssBody({ day }))).rejects.toMatchObject({ fields: { day: "day.future" } });
  });
  it("that is not there cannot be removed", async () => {
    await expect(removeMeasure(owner, { diaryId, id: uuidv7(), isRemoved: true })).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("people it is shared with", () => {
  it("see walks from the first day of their grant on, and own words only with the notes", async () => {
    const details = { aid: "unaided" as const, runs: [{ kind: "not-finished" as const, reason: "other" as const, words: "the dog came" }] };
    const [old, recent] = [walkBody({ recordedAt: at(40), details }), walkBody({ recordedAt: at(3), details })];
    for (const walk of [old, recent]) await putMeasure(owner, diaryId, walk);
    const [plain, withNotes] = [await makePerson(), await makePerson()];
    await makeGrant(diaryId, plain, { scopes: ["check-ins:read"], historyFrom: dayOf(new Date(at(10)), "UTC") });
    await makeGrant(diaryId, withNotes, { scopes: ["check-ins:read", "notes:read"] });
    expect(await find(old.id, plain)).toBeUndefined();
    expect((await find(recent.id, plain))?.details).toEqual({ aid: "unaided", runs: [{ kind: "not-finished", reason: "other" }] });
    expect((await find(old.id, withNotes))?.details).toEqual(details);
  });
});

describe("the walk a check-in of the day carries", () => {
  it("is the newest finished one of the day, of the last days only", async () => {
    const person = await makePerson();
    const own = await makeDiary(person);
    const seconds = (value: number) => ({ aid: "unaided" as const, runs: [{ kind: "timed" as const, seconds: value, by: "phone" as const }, { kind: "timed" as const, seconds: value, by: "phone" as const }] });
    const now = Date.now();
    for (const [minutesAgo, value] of [[30, 5], [10, 7], [20, 6], [8 * 24 * 60, 9]] as const) await putMeasure(person, own, walkBody({ recordedAt: new Date(now - minutesAgo * 60_000).toISOString(), timeZone: "Pacific/Kiritimati", details: seconds(value) }));
    await putMeasure(person, own, walkBody({ timeZone: "Pacific/Kiritimati", details: { aid: "unaided", runs: [{ kind: "not-finished", reason: "pain" }] } }));
    const { walks } = await getRuleContext(person, own);
    expect(walks?.at(-1)).toMatchObject({ day: dayOf(new Date(now - 10 * 60_000), "Pacific/Kiritimati"), seconds: 7 });
    expect(walks?.some((walk) => walk.seconds === 9)).toBe(false);
  });
});

describe("what is refused", () => {
  const run = { kind: "timed", seconds: 6, by: "phone" };
  it.each([
    ["a run under 2.0 s", walkBody({ details: { aid: "unaided", runs: [{ ...run, seconds: 1.9 }, run] as never } }), { "details.runs.0.seconds": "timedWalk.range" }],
    ["a run over 180.0 s", walkBody({ details: { aid: "unaided", runs: [run, { ...run, seconds: 180.1 }] as never } }), { "details.runs.1.seconds": "timedWalk.range" }],
    ["one timed run alone", walkBody({ details: { aid: "unaided", runs: [run] as never } }), { "details.runs": "walk.incomplete" }],
    ["an EDSS of 0.5", edssBody({ value: 0.5 }), { value: "edss.range" }],
    ["an EDSS between the steps", edssBody({ value: 3.2 }), { value: "edss.range" }],
    ["an SDMT that is no whole number", edssBody({ kind: "sdmt", value: 50.5 }), { value: "sdmt.range" }],
    ["a peg test of no hand", edssBody({ kind: "nine-hole-peg", value: 20 }), { "details.hand": "field.invalid" }],
    ["a lab without a name", edssBody({ kind: "lab", value: 2, details: { name: " ", unit: "" } }), { "details.name": "lab.nameMissing" }],
    ["a kind of its own", edssBody({ kind: "pulse" }), { kind: "field.invalid" }],
  ])("%s", async (_what, body, fields) => {
    const response = await callRoute(PUT, { cookie: await cookieOf(owner), params: { diaryId, measureId: body.id }, body });
    expect([response.status, await response.json()]).toEqual([400, { error: { code: "invalid", fields } }]);
  });
  it("by the database too: what no kind may hold", async () => {
    for (const [kind, value] of [["edss", 0.5], ["edss", 10.5], ["edss", null], ["timed-walk", 1.9], ["timed-walk", 180.1], ["sdmt", 111], ["sdmt", 1.5], ["nine-hole-peg", 4.9], ["lab", null], ["mri", 1]] as const) {
      await expect(withOwner((client) => client.query("insert into measures (diary_id, measure_id, kind, day, recorded_at, time_zone, value, details, entered_by_id, created_at, updated_at) values ($1, $2, $3, now()::date, now(), 'UTC', $4, '{}', $5, now(), now())",
        [diaryId, uuidv7(), kind, value, owner.userId])), `${kind} ${value}`).rejects.toThrow("measures_kind_value_check");
    }
  });
  it("takes every EDSS number there is", () => {
    const numbers = [0, ...Array.from({ length: 19 }, (_, step) => 1 + step / 2)];
    expect(numbers.every((value) => measureSchema.safeParse(edssBody({ value })).success)).toBe(true);
  });
});
