import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { disconnect } from "@/lib/server/db";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { cookieOf, makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

const CANARIES = ["canary-note-7f3a", "self-harm-thoughts", "canary-name-2b", "canary-medicine-9c", "canary@people.example"];
const output = new PassThrough();
let written = "";
output.on("data", (chunk: Buffer) => {
  written += chunk.toString("utf8");
});

// The real pino, writing where the test can read.
vi.mock("pino", async (original) => {
  const real = await original<typeof import("pino")>();
  return { ...real, default: Object.assign((options: object) => real.default({ ...options, level: "trace" }, output), real.default) };
});

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

describe("the log", () => {
  it("tells where a failure arose, under its reference, and nothing that a person wrote", async () => {
    const owner = await makePerson();
    const diaryId = await makeDiary(owner);
    const cookie = await cookieOf(owner);
    const trigger = `canary_${diaryId.replaceAll("-", "")}`;
    await withOwner((client) => client.query(`
      create function ${trigger}() returns trigger language plpgsql as $$ begin
        if new.diary_id = '${diaryId}' then raise exception 'failing row: %', row_to_json(new); end if; return new; end $$;
      create trigger ${trigger} before insert on check_ins for each row execute function ${trigger}();
      create trigger ${trigger} before insert on medicines for each row execute function ${trigger}()`));
    const checkIn = checkInBody({ note: "canary-note-7f3a", answers: { signs: ["self-harm-thoughts"] } });
    const failing = [
      await callRoute("POST app/api/diaries/[diaryId]/check-ins/route.ts", { cookie, params: { diaryId }, body: { checkIns: [checkIn] } }),
      await callRoute("PUT app/api/diaries/[diaryId]/medicines/[medicineId]/route.ts", { cookie, params: { diaryId, medicineId: checkIn.id }, body: { id: checkIn.id, name: "canary-medicine-9c" } }),
    ];
    await withOwner((client) => client.query(`drop trigger ${trigger} on check_ins; drop trigger ${trigger} on medicines`));
    await callRoute("PUT app/api/diaries/[diaryId]/route.ts", { cookie, params: { diaryId }, body: { displayName: "canary-name-2b", profile: {}, setUpDone: true } });
    await callRoute("POST app/api/sign-in/code/route.ts", { body: { email: "canary@people.example" } });

    const { log } = await import("@/lib/server/log");
    log.warn("A line with too much", { reference: "kept", ...{ note: "canary-note-7f3a", email: "canary@people.example" } });

    for (const response of failing) {
      expect(response.status).toBe(500);
      const answer = await response.text();
      const { error: { reference } } = JSON.parse(answer) as { error: { reference: string } };
      expect(written).toContain(reference);
      for (const canary of CANARIES) expect(answer).not.toContain(canary);
    }
    expect(written).toContain("kept");
    expect(written.split("\n").filter(Boolean).length).toBeGreaterThanOrEqual(3);
    for (const canary of [...CANARIES, owner.email]) expect(written).not.toContain(canary);
  });
});
