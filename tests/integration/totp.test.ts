import { Secret } from "otpauth";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findFactors } from "@/lib/server/data/factors";
import { findSessionViewer } from "@/lib/server/data/sessions";
import { beginTotp, confirmTotp, removeTotp, useTotp } from "@/lib/server/data/totp";
import { disconnect } from "@/lib/server/db";
import * as settings from "@/lib/server/env";
import { ConfirmFirstError, ConflictError } from "@/lib/server/errors";
import { codeAt, makeSession, makeTotpUser, noticesOf, STEP_MS, wrongCodeAt } from "@/tests/integration/support/account";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

/** The first moment of a step. */
const NOW = new Date(Math.floor(Date.now() / STEP_MS) * STEP_MS);
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

describe("switching the second step on", () => {
  it("gives a key that any app takes: SHA1, six digits, thirty seconds, named Daymark", async () => {
    const viewer = await makePerson();
    const { secret, uri } = await beginTotp(viewer);
    const { protocol, host, pathname, searchParams } = new URL(uri);
    expect([protocol, host, decodeURIComponent(pathname)]).toEqual(["otpauth:", "totp", `/Daymark:${viewer.email}`]);
    expect(Object.fromEntries(searchParams)).toEqual({ issuer: "Daymark", secret, algorithm: "SHA1", digits: "6", period: "30" });
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
  });

  it("counts for nothing until a code shows that the key arrived", async () => {
    const viewer = await makePerson();
    const { secret } = await beginTotp(viewer);
    expect((await findFactors(viewer.userId)).hasTotp).toBe(false);
    expect(await useTotp(viewer.userId, codeAt(secret, NOW), NOW)).toBe(false);
    expect(await confirmTotp(viewer, wrongCodeAt(secret, NOW), NOW)).toEqual({ kind: "refused" });
    expect((await findFactors(viewer.userId)).hasTotp).toBe(false);
    expect(await confirmTotp(viewer, codeAt(secret, NOW), NOW)).toEqual({ kind: "done" });
    expect((await findFactors(viewer.userId)).hasTotp).toBe(true);
  });

  it("answers the same when the code is sent again, and another code is refused", async () => {
    const viewer = await makePerson();
    const { secret } = await beginTotp(viewer);
    const code = codeAt(secret, NOW);
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirmTotp(viewer, code, NOW)));
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ kind: "done" })));
    expect(await confirmTotp(viewer, codeAt(secret, later(STEP_MS)), later(STEP_MS))).toEqual({ kind: "refused" });
    expect(await noticesOf(viewer)).toEqual(["totp-added"]);
  });

  it("makes the session strong, ends the others and tells by mail", async () => {
    const viewer = await makePerson();
    const other = await makeSession(viewer.userId);
    const { secret } = await beginTotp(viewer);
    expect(await findSessionViewer(viewer.sessionId)).toMatchObject({ hasSecondFactor: false });
    await confirmTotp(viewer, codeAt(secret, NOW), NOW);
    expect(await findSessionViewer(viewer.sessionId)).toMatchObject({ hasSecondFactor: true });
    expect(await findSessionViewer(other)).toBeNull();
    expect(await noticesOf(viewer)).toEqual(["totp-added"]);
  });

  it("drops a key after an hour, and the one before when a new one is asked for", async () => {
    const viewer = await makePerson();
    const first = await beginTotp(viewer);
    const { secret } = await beginTotp(viewer);
    expect(secret).not.toBe(first.secret);
    expect(await confirmTotp(viewer, codeAt(first.secret, NOW), NOW)).toEqual({ kind: "refused" });
    const setCreated = (ago: string) => withOwner((client) => client.query("update totp_secrets set created_at = $2::timestamptz - $3::interval where user_id = $1", [viewer.userId, NOW, ago]));
    await setCreated("1 hour");
    expect(await confirmTotp(viewer, codeAt(secret, NOW), NOW)).toEqual({ kind: "expired" });
    await setCreated("59 minutes 59.999 seconds");
    expect(await confirmTotp(viewer, codeAt(secret, NOW), NOW)).toEqual({ kind: "done" });
  });

  it("is refused while it is on", async () => {
    const { viewer } = await makeTotpUser(NOW);
    await expect(beginTotp(viewer)).rejects.toBeInstanceOf(ConflictError);
    expect((await findFactors(viewer.userId)).hasTotp).toBe(true);
  });

  it("needs a person who showed lately who they are", async () => {
    const { viewer, secret } = await makeTotpUser(NOW);
    await withOwner((client) => client.query("update sessions set confirmed_at = now() - interval '15 minutes 1 second' where id = $1", [viewer.sessionId]));
    await expect(beginTotp(viewer)).rejects.toBeInstanceOf(ConfirmFirstError);
    await expect(confirmTotp(viewer, codeAt(secret, NOW), NOW)).rejects.toBeInstanceOf(ConfirmFirstError);
    await expect(removeTotp(viewer)).rejects.toBeInstanceOf(ConfirmFirstError);
    expect((await findFactors(viewer.userId)).hasTotp).toBe(true);
  });
});

describe("turning it off", () => {
  it("takes the key away, ends the other sessions and tells by mail, once", async () => {
    const { viewer, secret } = await makeTotpUser(NOW);
    const other = await makeSession(viewer.userId);
    await removeTotp(viewer);
    await removeTotp(viewer);
    expect((await findFactors(viewer.userId)).hasTotp).toBe(false);
    expect(await useTotp(viewer.userId, codeAt(secret, NOW), NOW)).toBe(false);
    expect(await findSessionViewer(other)).toBeNull();
    expect(await noticesOf(viewer)).toEqual(["totp-added", "totp-removed"]);
  });

  it("leaves no strong session behind when no other factor is left", async () => {
    const { viewer } = await makeTotpUser(NOW);
    await removeTotp(viewer);
    expect(await findSessionViewer(viewer.sessionId)).toMatchObject({ hasSecondFactor: false });
  });
});

describe("a code of the app", () => {
  it("opens once, also when a thousand use it at once", async () => {
    const { viewer, secret } = await makeTotpUser(NOW);
    const code = codeAt(secret, NOW);
    const results = await Promise.all(Array.from({ length: 1_000 }, () => useTotp(viewer.userId, code, NOW)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await useTotp(viewer.userId, code, NOW)).toBe(false);
  });

  it("is used up by switching on", async () => {
    const viewer = await makePerson();
    const { secret } = await beginTotp(viewer);
    await confirmTotp(viewer, codeAt(secret, NOW), NOW);
    expect(await useTotp(viewer.userId, codeAt(secret, NOW), NOW)).toBe(false);
    expect(await useTotp(viewer.userId, codeAt(secret, later(STEP_MS)), later(STEP_MS))).toBe(true);
  });

  it.each([
    { name: "of two steps before", clock: 2 * STEP_MS, opens: false },
    { name: "of the step before, at its very end", clock: 2 * STEP_MS - 1, opens: true },
    { name: "of this step", clock: 0, opens: true },
    { name: "of the next step, at the start of this one", clock: -STEP_MS, opens: true },
    { name: "of the step after the next", clock: -STEP_MS - 1, opens: false },
  ])("$name opens: $opens", async ({ clock, opens }) => {
    const { viewer, secret } = await makeTotpUser(NOW);
    expect(await useTotp(viewer.userId, codeAt(secret, NOW), later(clock))).toBe(opens);
  });

  it("of an earlier step than the last used one is refused, though its time has not run out", async () => {
    const { viewer, secret } = await makeTotpUser(NOW);
    expect(await useTotp(viewer.userId, codeAt(secret, later(STEP_MS)), NOW)).toBe(true);
    expect(await useTotp(viewer.userId, codeAt(secret, NOW), NOW)).toBe(false);
    expect(await useTotp(viewer.userId, codeAt(secret, later(2 * STEP_MS)), later(STEP_MS))).toBe(true);
  });

  it("of two steps at once: each counts at most once, and never one after a later one", async () => {
    const { viewer, secret } = await makeTotpUser(NOW);
    const codes = [codeAt(secret, NOW), codeAt(secret, later(STEP_MS))];
    const results = await Promise.all(Array.from({ length: 40 }, (_, place) => useTotp(viewer.userId, codes[place % 2]!, NOW)));
    expect(results.filter((_, place) => place % 2 === 0).filter(Boolean).length).toBeLessThanOrEqual(1);
    expect(results.filter((_, place) => place % 2 === 1).filter(Boolean)).toHaveLength(1);
  });

  it("belongs to its person", async () => {
    const [one, two] = [await makeTotpUser(NOW), await makeTotpUser(NOW)];
    expect(await useTotp(two.viewer.userId, codeAt(one.secret, NOW), NOW)).toBe(false);
    expect(await useTotp(one.viewer.userId, codeAt(one.secret, NOW), NOW)).toBe(true);
  });
});

describe("the stored key", () => {
  it("is sealed: the database holds nothing an app could use", async () => {
    const { viewer, secret } = await makeTotpUser(NOW);
    const { rows: [row] } = await withOwner((client) => client.query<{ whole: string }>("select row_to_json(t)::text as whole from totp_secrets t where user_id = $1", [viewer.userId]));
    expect(row!.whole).not.toContain(secret);
    expect(row!.whole.toLowerCase()).not.toContain(Secret.fromBase32(secret).hex.toLowerCase());
    expect(row!.whole).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString("base64").slice(0, 12));
  });

  it("cannot be read with another server's secret", async () => {
    const { viewer, secret } = await makeTotpUser(NOW);
    const spy = vi.spyOn(settings, "env").mockReturnValue({ ...settings.env(), NEXTAUTH_SECRET: "another secret, as long as the first one was" });
    await expect(useTotp(viewer.userId, codeAt(secret, NOW), NOW)).rejects.toThrow();
    spy.mockRestore();
    expect(await useTotp(viewer.userId, codeAt(secret, NOW), NOW)).toBe(true);
  });
});
