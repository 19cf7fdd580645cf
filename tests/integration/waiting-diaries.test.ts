import { afterAll, beforeAll, expect, it } from "vitest";
import { countWaitingDiaries, listSharedDiaries } from "@/lib/server/data/diaries";
import { disconnect } from "@/lib/server/db";
import { makeDiary, makeGrant, makePerson, useTestSettings } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const makeOwnDiary = async () => makeDiary(await makePerson());

it("counts each diary once that a live clinician's grant would open after a second step", async () => {
  const clinician = await makePerson();
  const [first, second] = [await makeOwnDiary(), await makeOwnDiary()];
  await makeGrant(first, clinician, { role: "clinician", scopes: ["check-ins:read"] });
  await makeGrant(first, clinician, { role: "clinician", scopes: ["summary:read"] });
  await makeGrant(second, clinician, { role: "clinician" });
  expect(await countWaitingDiaries(clinician)).toBe(2);
  expect(await listSharedDiaries(clinician)).toEqual([]);
});

it("counts nothing once the second step was given: the diaries are in the list then", async () => {
  const clinician = await makePerson();
  await makeGrant(await makeOwnDiary(), clinician, { role: "clinician" });
  const strong = { ...clinician, hasSecondFactor: true };
  expect(await countWaitingDiaries(strong)).toBe(0);
  expect(await listSharedDiaries(strong)).toHaveLength(1);
});

it.each(["revoked", "expired"] as const)("does not count a grant that is %s", async (state) => {
  const clinician = await makePerson();
  await makeGrant(await makeOwnDiary(), clinician, { role: "clinician", state });
  expect(await countWaitingDiaries(clinician)).toBe(0);
});

it("does not count what a caregiver's grant opens without a second step", async () => {
  const caregiver = await makePerson();
  await makeGrant(await makeOwnDiary(), caregiver, { scopes: ["check-ins:read"] });
  expect(await countWaitingDiaries(caregiver)).toBe(0);
});
