import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecoveryCode } from "@/lib/domain/account/recovery-code";
import { findFactors } from "@/lib/server/data/factors";
import { countRecoveryCodes, makeRecoveryCodes, useRecoveryCode } from "@/lib/server/data/recovery-codes";
import { findSessionViewer } from "@/lib/server/data/sessions";
import { disconnect } from "@/lib/server/db";
import { ConfirmFirstError } from "@/lib/server/errors";
import { makeSession, noticesOf } from "@/tests/integration/support/account";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

describe("making recovery codes", () => {
  it("gives ten different ones, of which the database holds hashes only", async () => {
    const viewer = await makePerson();
    const codes = await makeRecoveryCodes(viewer);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(readRecoveryCode(code)).toBe(code);
    const { rows } = await withOwner((client) => client.query<{ whole: string }>("select row_to_json(r)::text as whole from recovery_codes r where user_id = $1", [viewer.userId]));
    expect(rows).toHaveLength(10);
    for (const { whole } of rows) for (const code of codes) expect(whole).not.toContain(code);
    expect(await countRecoveryCodes(viewer)).toEqual({ made: 10, left: 10 });
  });

  it("replaces the old ones, also when it is asked for twice at once", async () => {
    const viewer = await makePerson();
    const old = await makeRecoveryCodes(viewer);
    const [one, two] = await Promise.all([makeRecoveryCodes(viewer), makeRecoveryCodes(viewer)]);
    expect(await countRecoveryCodes(viewer)).toEqual({ made: 10, left: 10 });
    expect(await useRecoveryCode(viewer.userId, old[0]!)).toBe(false);
    expect([await useRecoveryCode(viewer.userId, one[0]!), await useRecoveryCode(viewer.userId, two[0]!)].filter(Boolean)).toHaveLength(1);
  });

  it("ends the other sessions and tells by mail", async () => {
    const viewer = await makePerson();
    const other = await makeSession(viewer.userId);
    await makeRecoveryCodes(viewer);
    expect(await findSessionViewer(viewer.sessionId)).not.toBeNull();
    expect(await findSessionViewer(other)).toBeNull();
    expect(await noticesOf(viewer)).toEqual(["recovery-codes-made"]);
  });

  it("needs a person who showed lately who they are", async () => {
    const viewer = await makePerson();
    await withOwner((client) => client.query("update sessions set confirmed_at = now() - interval '15 minutes 1 second' where id = $1", [viewer.sessionId]));
    await expect(makeRecoveryCodes(viewer)).rejects.toBeInstanceOf(ConfirmFirstError);
    expect(await countRecoveryCodes(viewer)).toEqual({ made: 0, left: 0 });
  });
});

describe("a recovery code", () => {
  it("opens once, also when a thousand use it at once, and tells by mail once", async () => {
    const viewer = await makePerson();
    const [code] = await makeRecoveryCodes(viewer);
    const results = await Promise.all(Array.from({ length: 1_000 }, () => useRecoveryCode(viewer.userId, code!)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await countRecoveryCodes(viewer)).toEqual({ made: 10, left: 9 });
    expect(await noticesOf(viewer)).toEqual(["recovery-codes-made", "recovery-code-used"]);
    expect((await findFactors(viewer.userId)).recoveryCodesLeft).toBe(9);
  });

  it("belongs to its person", async () => {
    const [one, two] = [await makePerson(), await makePerson()];
    const [code] = await makeRecoveryCodes(one);
    expect(await useRecoveryCode(two.userId, code!)).toBe(false);
    expect(await useRecoveryCode(uuidv7(), code!)).toBe(false);
    expect(await useRecoveryCode(one.userId, code!)).toBe(true);
  });
});
