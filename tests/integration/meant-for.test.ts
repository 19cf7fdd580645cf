import { afterAll, beforeAll, expect, it } from "vitest";
import { listCheckIns } from "@/lib/server/data/check-ins";
import { disconnect } from "@/lib/server/db";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { cookieOf, makeDiary, makePerson, useTestSettings } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

it("stores nothing of a batch that was meant for another account", async () => {
  const [owner, other] = [await makePerson(), await makePerson()];
  const diaryId = await makeDiary(owner);
  const cookie = await cookieOf(owner);
  const send = (route: string, body: unknown, userId: string) =>
    callRoute(`POST app/api/diaries/[diaryId]/${route}/route.ts`, { params: { diaryId }, body, cookie, headers: { "x-daymark-user": userId } });
  const checkIns = [checkInBody()];
  for (const answer of [await send("check-ins", { checkIns }, other.userId), await send("alert-responses", { responses: [{}] }, other.userId)]) {
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ error: { code: "other-account" } });
  }
  expect(await listCheckIns(owner, { diaryId, from: "2000-01-01", to: "2100-01-01" })).toEqual([]);
  expect((await send("check-ins", { checkIns }, owner.userId)).status).toBe(200);
});
