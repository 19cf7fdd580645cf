import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { disconnect } from "@/lib/server/db";
import { checkInBody } from "@/tests/integration/support/check-ins";
import { cookieOf, makeDiary, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

const CANARIES = ["canary-note-7f3a", "self-harm-thoughts", "canary-name-2b", "canary-medicine-9c", "canary@people.example"];
/** The tables that signing in writes to. */
const REFUSED = ["sign_in_attempts", "verification_tokens", "passkey_challenges", "totp_secrets", "recovery_codes", "account_notices"];
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

  it("tells nothing of signing in either, when the database refuses every row of it and repeats the row in its error", async () => {
    const person = await makePerson();
    const cookie = await cookieOf(person);
    const email = "canary-sign-in@people.example";
    const network = { "x-forwarded-for": "192.0.2.77" };
    await withOwner((client) => client.query(`
      create function canary_refuses() returns trigger language plpgsql as $$ begin raise exception 'failing row: %', row_to_json(new); end $$;
      ${REFUSED.map((table) => `create trigger canary_refuses before insert on ${table} for each row execute function canary_refuses();`).join("\n")}`));
    const before = written.length;
    const answers: Response[] = [];
    try {
      const calls: [string, object | undefined, string | null][] = [
        ["POST app/api/sign-in/code/route.ts", { email, timeZone: "Europe/Berlin" }, "daymark.attempt=canary-attempt; daymark.device=canary-device"],
        ["POST app/api/sign-in/passkey/options/route.ts", {}, null],
        ["POST app/api/account/confirm/code/route.ts", undefined, cookie],
        ["POST app/api/account/totp/route.ts", undefined, cookie],
        ["POST app/api/account/recovery-codes/route.ts", undefined, cookie],
        ["POST app/api/account/email/route.ts", { email }, cookie],
        ["POST app/api/account/passkeys/options/route.ts", undefined, cookie],
      ];
      for (const [route, body, sent] of calls) answers.push(await callRoute(route, { cookie: sent, headers: network, ...(body && { body }) }));
      // Right in form, and wrong: these are answered, and leave no line.
      const tried: [string, object][] = [
        ["POST app/api/sign-in/code/check/route.ts", { code: "739155" }], ["POST app/api/sign-in/second-step/route.ts", { code: "739155" }],
        ["POST app/api/sign-in/recovery/route.ts", { email, code: "k7mp-3hxr-2fw" }], ["POST app/api/email-undo/route.ts", { code: "k7mp-3hxr-2fwk-7mp3" }],
      ];
      for (const [route, body] of tried) expect((await callRoute(route, { body, headers: network, cookie: "daymark.attempt=canary-attempt" })).status, route).toBeLessThan(500);
    } finally {
      await withOwner((client) => client.query("drop function canary_refuses cascade"));
    }
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 500));
    const lines = written.slice(before);
    expect(lines.split("\n").filter(Boolean).length).toBeGreaterThanOrEqual(answers.length);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    for (const canary of [email, person.email, person.sessionId, cookie.split("=")[1]!, "canary-attempt", "canary-device", "739155", "k7mp", "192.0.2.77", "Europe/Berlin", "failing row"]) {
      expect(lines, canary).not.toContain(canary);
      for (const text of texts) expect(text, canary).not.toContain(canary);
    }
  });
});
