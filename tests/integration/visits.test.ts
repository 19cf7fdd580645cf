import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextVisit } from "@/lib/domain/visits/visit";
import { visitSchema, type VisitInput } from "@/lib/schemas/visit";
import { findNextVisit, findVisit, listVisits, putVisit, removeVisit } from "@/lib/server/data/visits";
import { disconnect } from "@/lib/server/db";
import { ConflictError } from "@/lib/server/errors";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const visit = (changes: Partial<VisitInput> = {}): VisitInput => ({ id: uuidv7(), day: "2026-11-24", questions: ["First?", "Second?"], ...changes });

async function withDiary() {
  const owner = await makePerson();
  return { owner, diaryId: await makeDiary(owner) };
}

describe("visits", () => {
  it("keep the questions in their order, and what was left empty as unknown", async () => {
    const { owner, diaryId } = await withDiary();
    const input = visit({ questions: ["c", "a", "b"], time: "09:30", withWhom: "MS nurse" });
    await putVisit(owner, diaryId, input);
    expect(await listVisits(owner, diaryId)).toMatchObject([{ id: input.id, day: "2026-11-24", time: "09:30", withWhom: "MS nurse", questions: ["c", "a", "b"], mainConcern: null, agreed: null }]);
  });
  it("are the same after sending twice, also when both arrive at once", async () => {
    const { owner, diaryId } = await withDiary();
    const input = visit();
    const [one, other] = await Promise.all([putVisit(owner, diaryId, input), putVisit(owner, diaryId, input)]);
    expect(one).toEqual(other);
    expect(await putVisit(owner, diaryId, input)).toEqual(one);
    expect(await listVisits(owner, diaryId)).toHaveLength(1);
  });
  it("refuse a change that is based on an older state, and keep what was stored", async () => {
    const { owner, diaryId } = await withDiary();
    const first = await putVisit(owner, diaryId, visit());
    const change = { id: first.id, day: first.day, questions: ["Changed?"], updatedAt: first.updatedAt };
    const second = await putVisit(owner, diaryId, change);
    expect(await putVisit(owner, diaryId, change)).toEqual(second); // the answer was lost on the way
    await expect(putVisit(owner, diaryId, { ...change, questions: ["From another device?"] })).rejects.toBeInstanceOf(ConflictError);
    await expect(putVisit(owner, diaryId, visit({ id: first.id }))).rejects.toBeInstanceOf(ConflictError);
    expect(await findVisit(owner, diaryId, first.id)).toMatchObject({ questions: ["Changed?"] });
  });
  it("are gone when removed, with every word, and a late change does not bring them back", async () => {
    const { owner, diaryId } = await withDiary();
    const first = await putVisit(owner, diaryId, visit({ withWhom: "nurse", mainConcern: "concern", agreed: "agreed", time: "10:00" }));
    await removeVisit(owner, diaryId, first.id);
    await removeVisit(owner, diaryId, first.id);
    expect(await listVisits(owner, diaryId)).toEqual([]);
    await expect(putVisit(owner, diaryId, visit({ id: first.id }))).rejects.toBeInstanceOf(ConflictError);
    await expect(putVisit(owner, diaryId, visit({ id: first.id, updatedAt: first.updatedAt }))).rejects.toBeInstanceOf(ConflictError);
    const { rows } = await withOwner((client) => client.query("select time, with_whom, questions, main_concern, agreed from visits where visit_id = $1", [first.id]));
    expect(rows).toEqual([{ time: null, with_whom: null, questions: [], main_concern: null, agreed: null }]);
  });
  it.each(["2026-11-23", "2026-11-24", "2026-11-25", "2026-12-02"])("find the same next one as the domain does, on %s", async (today) => {
    const { owner, diaryId } = await withDiary();
    for (const [day, time] of [["2026-11-24", "11:00"], ["2026-11-24", undefined], ["2026-11-24", "09:00"], ["2026-12-01", undefined]] as const) await putVisit(owner, diaryId, visit({ day, ...(time && { time }) }));
    expect(await findNextVisit(owner, diaryId, today)).toEqual(nextVisit(await listVisits(owner, diaryId), today));
  });
  it("open with the summary's scope only, from the first day of a grant on", async () => {
    const { owner, diaryId } = await withDiary();
    const [reader] = [await makePerson()];
    await makeGrant(diaryId, reader, { scopes: ["summary:read"], historyFrom: "2026-11-25" });
    const [before, after] = [visit({ day: "2026-11-24" }), visit({ day: "2026-11-25" })];
    for (const each of [before, after]) await putVisit(owner, diaryId, each);
    expect((await listVisits(reader, diaryId)).map(({ id }) => id)).toEqual([after.id]);
    expect(await findVisit(reader, diaryId, before.id)).toBeNull();
    expect(await findNextVisit(reader, diaryId, "2026-11-01")).toMatchObject({ id: after.id });
  });
});

describe("visitSchema", () => {
  it.each([
    ["a fourth question", { questions: ["a", "b", "c", "d"] }], ["an empty question", { questions: ["a", " "] }], ["a time of 24:00", { time: "24:00" }],
    ["a day that is none", { day: "2026-02-30" }], ["a long question", { questions: ["x".repeat(301)] }], ["a field that is not known", { place: "x" }],
  ])("refuses %s", (_what, changes) => {
    expect(visitSchema.safeParse({ ...visit(), ...changes }).success).toBe(false);
  });
  it("takes what lies on the limits", () => {
    const limits = { questions: ["x".repeat(300), "b", "c"], time: "23:59", withWhom: "x".repeat(120), mainConcern: "x".repeat(1000), agreed: "x".repeat(2000) };
    expect(visitSchema.safeParse({ ...visit(), ...limits }).success).toBe(true);
  });
});
