import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCheckIns, listRevisions } from "@/lib/server/data/check-ins";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { checkInBody, hoursAgo } from "@/tests/integration/support/check-ins";
import { makeDiary, makePerson, useTestSettings } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const DAY_HOURS = 24;

/** An owner with one entry of long ago, entered then. */
async function withOldEntry() {
  const owner = await makePerson();
  const diaryId = await makeDiary(owner);
  const old = checkInBody({ recordedAt: hoursAgo(90 * DAY_HOURS), note: "as it was" });
  expect(await storeCheckIns(owner, diaryId, [old])).toMatchObject([{ status: "stored" }]);
  return { owner, diaryId, old };
}

describe("correcting an entry of long ago", () => {
  it("keeps its moment and day, and the version before stays readable", async () => {
    const { owner, diaryId, old } = await withOldEntry();
    const correction = { ...old, revision: 2, enteredAt: hoursAgo(0), note: "as it should be" };
    expect(await storeCheckIns(owner, diaryId, [correction])).toMatchObject([{ status: "stored", revision: 2 }]);
    expect(await listCheckIns(owner, { diaryId, from: "2000-01-01", to: "2100-01-01" })).toMatchObject([{ revision: 2, recordedAt: new Date(old.recordedAt), note: "as it should be" }]);
    expect(await listRevisions(owner, { diaryId, id: old.id })).toMatchObject([{ revision: 2, supersededAt: null }, { revision: 1, note: "as it was" }]);
    expect(await storeCheckIns(owner, diaryId, [correction])).toMatchObject([{ status: "already-stored" }]);
  });
  it("cannot move it to another moment of long ago, but to one of the last week", async () => {
    const { owner, diaryId, old } = await withOldEntry();
    const moved = { ...old, revision: 2, enteredAt: hoursAgo(0), recordedAt: hoursAgo(80 * DAY_HOURS) };
    expect(await storeCheckIns(owner, diaryId, [moved])).toMatchObject([{ status: "invalid", fields: { recordedAt: "recordedAt.tooOld" } }]);
    expect(await storeCheckIns(owner, diaryId, [{ ...moved, recordedAt: hoursAgo(2 * DAY_HOURS) }])).toMatchObject([{ status: "stored" }]);
  });
  it("is not a way to file a new entry far back", async () => {
    const { owner, diaryId } = await withOldEntry();
    const far = checkInBody({ recordedAt: hoursAgo(30 * DAY_HOURS), enteredAt: hoursAgo(0) });
    expect(await storeCheckIns(owner, diaryId, [far])).toMatchObject([{ status: "invalid", fields: { recordedAt: "recordedAt.tooOld" } }]);
    expect(await storeCheckIns(owner, diaryId, [{ ...far, revision: 2 }])).toMatchObject([{ status: "conflict", newestRevision: 0 }]);
  });
});
