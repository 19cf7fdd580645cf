import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnect } from "@/lib/server/db";
import { storeCheckIns } from "@/lib/server/data/store-check-ins";
import { listCheckIns } from "@/lib/server/data/check-ins";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { makeDiary, makePerson, useTestSettings } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

describe("storeCheckIns", () => {
  it("stores", async () => {
    const owner = await makePerson();
    const diaryId = await makeDiary(owner);
    const body = checkInBody({ note: "hello" });
    const [r] = await storeCheckIns(owner, diaryId, [body]);
    expect(r).toMatchObject({ status: "stored" });
    expect(await storeCheckIns(owner, diaryId, [body])).toMatchObject([{ status: "already-stored" }]);
    expect(await listCheckIns(owner, { diaryId, from: "2000-01-01", to: "2100-01-01" })).toMatchObject([{ id: body.id, note: "hello" }]);
  });
});
