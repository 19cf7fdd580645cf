import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { takePasskeyOffer } from "@/lib/server/data/passkey-offer";
import { disconnect } from "@/lib/server/db";
import { makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

it("offers once, also when many ask at once", async () => {
  const viewer = await makePerson();
  const answers = await Promise.all(Array.from({ length: 50 }, () => takePasskeyOffer(viewer)));
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect(await takePasskeyOffer(viewer)).toBe(false);
});

it("offers nothing where a device is set up already", async () => {
  const viewer = await makePerson();
  await withOwner((client) => client.query(
    `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
     values ($1, $2, $3, '\\x00', 0, '{}', 'A phone', false, now())`, [uuidv7(), viewer.userId, viewer.userId]));
  expect(await takePasskeyOffer(viewer)).toBe(false);
});

it("asks on one's own device, not on a shared one, and keeps the offer for that", async () => {
  const viewer = await makePerson();
  expect(await takePasskeyOffer({ ...viewer, isShared: true })).toBe(false);
  expect(await takePasskeyOffer(viewer)).toBe(true);
});

it("offers nothing in a demo, whose account is everyone's", async () => {
  expect(await takePasskeyOffer(await makePerson({ demoRole: "owner" }))).toBe(false);
});
