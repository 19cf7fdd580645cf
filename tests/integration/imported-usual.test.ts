import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRelapses } from "@/app/(diary)/relapses/read-relapses";
import { usualsOf } from "@/app/(diary)/today/usuals";
import { readTrends } from "@/app/(diary)/trends/read-trends";
import { readPerson } from "@/app/(shared)/people/read-person";
import { addDays, dayOf } from "@/lib/domain/time";
import { getRuleContext } from "@/lib/server/data/check-ins";
import { findOwnDiary, listSharedDiaries } from "@/lib/server/data/diaries";
import { importDays } from "@/lib/server/data/imported-days";
import { createRelapse } from "@/lib/server/data/relapses";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { disconnect } from "@/lib/server/db";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeDiary, makeGrant, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { relapseBody } from "@/tests/integration/support/relapses";
import { daysBody } from "@/tests/integration/support/small-file";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const TODAY = dayOf(new Date(), "Europe/London");
const daysAgo = (days: number) => addDays(TODAY, -days);
const imported = (ages: readonly number[], walking: number) => daysBody(ages.map((age) => ({ day: daysAgo(age), scores: { walking }, trackers: {} })));

/** Entries of long ago, which no device could send any more. */
async function putEntries(owner: Awaited<ReturnType<typeof makePerson>>, diaryId: string, ages: readonly number[], walking: number) {
  for (const age of ages) {
    const body = checkInBody({ scores: { fatigue: 4, numbness: 2, vision: 1, walking } });
    await storeCheckIns(owner, diaryId, [body]);
    await withOwner((client) => client.query(
      `update check_ins set recorded_at = recorded_at - make_interval(days => $3), entered_at = entered_at - make_interval(days => $3),
         received_at = received_at - make_interval(days => $3), day = day - $3::int where diary_id = $1 and check_in_id = $2`, [diaryId, body.id, age]));
  }
}

async function someone() {
  const owner = await makePerson();
  return { owner, diaryId: await makeDiary(owner, { timeZone: "Europe/London" }) };
}

/** The usual of walking as each screen has it. */
async function usualsEverywhere(owner: Awaited<ReturnType<typeof makePerson>>, diaryId: string) {
  const now = new Date();
  const caregiver = await makePerson();
  await makeGrant(diaryId, caregiver, { scopes: ["check-ins:read", "relapses:read"] });
  const [shared] = await listSharedDiaries(caregiver);
  const trends = await readTrends(owner, (await findOwnDiary(owner))!, { range: "14", comparison: "before", trackers: [], now, today: TODAY, timeZone: "Europe/London" });
  const person = await readPerson(caregiver, shared!, now);
  return { rules: usualsOf(await getRuleContext(owner, diaryId), now).walking, trends: trends.lines.find(({ name }) => name === "walking")!.usual, person: person.usual.walking, personSeen: person };
}

describe("the usual of a diary with imported days", () => {
  it("is the same to the rules, on Today, on the trends and to those it is shared with", async () => {
    const { owner, diaryId } = await someone();
    await putEntries(owner, diaryId, [0], 6);
    await importDays(owner, diaryId, imported([8, 9, 10, 11, 12, 3], 2));
    const { rules, trends, person, personSeen } = await usualsEverywhere(owner, diaryId);
    expect(rules).toEqual({ median: 2, low: 2, high: 2 });
    expect(trends).toEqual({ ...rules, days: 5 });
    expect(person).toMatchObject({ ...rules, days: 5, from: "diary" });
    expect(personSeen.state, "walking stands above the usual of the file").toEqual({ kind: "changed", scores: ["walking"] });
    expect(personSeen.minis!.walking.slice(-5), "a day of the file is a day").toEqual([null, 2, null, null, 6]);
    expect(personSeen.minis!.fatigue.slice(-5), "what the file did not hold stays unknown").toEqual([null, null, null, null, 4]);
  });

  it("rests on check-ins and imported days of half a year alike when two months hold too few", async () => {
    const { owner, diaryId } = await someone();
    await putEntries(owner, diaryId, [0, 100, 101, 102, 103, 104, 105], 8);
    await importDays(owner, diaryId, imported([10, 11, 12, 13, 100, 120], 2));
    const { rules, trends, person } = await usualsEverywhere(owner, diaryId);
    // Six entries with 8; of the file five days with 2, since day 100 has an entry.
    expect(rules).toMatchObject({ median: 8, low: 2, high: 8 });
    expect(trends).toEqual({ ...rules, days: 11 });
    expect(person).toMatchObject({ ...rules, days: 11 });
  });

  it("is what a relapse is drawn beside", async () => {
    const { owner, diaryId } = await someone();
    await putEntries(owner, diaryId, [20, 15], 7);
    await importDays(owner, diaryId, imported([50, 49, 48, 47, 46, 17], 1));
    const read = async () => (await readRelapses(owner, (await findOwnDiary(owner))!, TODAY))[0]!.chart!;
    await createRelapse(owner, diaryId, relapseBody({ started: daysAgo(20), ended: daysAgo(10), symptoms: ["walking"] }));
    const chart = await read();
    expect(chart.usual).toMatchObject({ median: 1, days: 5, from: "diary" });
    const at = (age: number) => chart.values[chart.values.length - 1 - (age - 3)];
    expect([20, 17, 16, 15].map(at)).toEqual([7, 1, null, 7]);
  });
});
