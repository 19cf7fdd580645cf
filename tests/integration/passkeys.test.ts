import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { addPasskey, createAddOptions } from "@/lib/server/data/passkey-adding";
import { usePasskey } from "@/lib/server/data/passkey-use";
import { listPasskeys, PASSKEYS_MOST, removePasskey, renamePasskey } from "@/lib/server/data/passkeys";
import { findSessionViewer } from "@/lib/server/data/sessions";
import { disconnect } from "@/lib/server/db";
import { ConfirmFirstError, ConflictError, NotFoundError } from "@/lib/server/errors";
import { Authenticator, type Slip } from "@/tests/integration/support/authenticator";
import { addDevice, beginSignIn, made, used } from "@/tests/integration/support/passkeys";
import { cookieOf, makePerson, useTestSettings, withOwner } from "@/tests/integration/support/people";
import { callRoute } from "@/tests/integration/support/routes";

beforeAll(() => useTestSettings());
afterAll(() => disconnect());

const OPTIONS = "POST app/api/account/passkeys/options/route.ts";
const ADD = "POST app/api/account/passkeys/route.ts";
const change = (method: "PUT" | "DELETE") => `${method} app/api/account/passkeys/[passkeyId]/route.ts`;

/** Sets when the session last proved who it is, in minutes ago. */
const confirmedAgo = (viewer: Viewer, minutes: number) =>
  withOwner((client) => client.query("update sessions set confirmed_at = now() - make_interval(secs => $2) where id = $1", [viewer.sessionId, minutes * 60]));
const anotherSession = async (viewer: Viewer): Promise<string> => {
  const id = uuidv7();
  await withOwner((client) => client.query("insert into sessions (id, user_id, created_at, last_used_at, expires_at, ends_at) values ($1, $2, now(), now(), now() + interval '1 day', now() + interval '1 day')", [id, viewer.userId]));
  return id;
};
const noticesOf = (viewer: Viewer) => withOwner(async (client) =>
  (await client.query<{ kind: string }>("select kind from account_notices where user_id = $1 order by created_at", [viewer.userId])).rows.map(({ kind }) => kind));

describe("adding a passkey", () => {
  it("asks for one that names its owner and for face, finger or PIN, and tells nothing but the account", async () => {
    const viewer = await makePerson();
    const options = await createAddOptions(viewer);
    expect(options.rp).toEqual({ name: "Daymark", id: "localhost" });
    expect(options.authenticatorSelection).toMatchObject({ residentKey: "required", requireResidentKey: true, userVerification: "required" });
    expect(options.user).toEqual({ id: Buffer.from(viewer.userId.replaceAll("-", ""), "hex").toString("base64url"), name: viewer.email, displayName: "Test person" });
    expect(options.excludeCredentials).toEqual([]);
    expect(options.attestation).toBe("none");
  });

  it("stores it, and the next device is told which there are", async () => {
    const viewer = await makePerson();
    const phone = await addDevice(viewer);
    expect(await listPasskeys(viewer)).toEqual([{ id: expect.any(String), name: "My device", createdAt: expect.any(Date), lastUsedAt: null }]);
    expect((await createAddOptions(viewer)).excludeCredentials).toEqual([{ id: phone.credentialId, transports: ["internal"], type: "public-key" }]);
    await addDevice(viewer);
    expect((await listPasskeys(viewer)).map(({ name }) => name)).toEqual(["My device", "My device (2)"]);
  });

  it("names it after the device of the session, or what was held to it", async () => {
    const viewer = await makePerson();
    await withOwner((client) => client.query("update sessions set device = 'Chrome on Android' where id = $1", [viewer.sessionId]));
    await addDevice(viewer);
    for (const transports of [["usb"], ["hybrid"]]) {
      const device = new Authenticator();
      const answer = made(device, await createAddOptions(viewer));
      await addPasskey(viewer, { ...answer, authenticatorAttachment: "cross-platform", response: { ...answer.response, transports } });
    }
    expect((await listPasskeys(viewer)).map(({ name }) => name)).toEqual(["Chrome on Android", "Security key", "Another phone or tablet"]);
  });

  it("ends the other sessions, tells of it by mail, and counts as signed in with it", async () => {
    const viewer = await makePerson();
    const other = await anotherSession(viewer);
    expect((await findSessionViewer(viewer.sessionId))?.hasSecondFactor).toBe(false);
    await addDevice(viewer);
    expect(await findSessionViewer(other)).toBeNull();
    expect((await findSessionViewer(viewer.sessionId))?.hasSecondFactor).toBe(true);
    expect(await noticesOf(viewer)).toEqual(["passkey-added"]);
  });

  it("sent twice stores one, tells of one, and answers alike", async () => {
    const viewer = await makePerson();
    const answer = made(new Authenticator(), await createAddOptions(viewer));
    const first = await addPasskey(viewer, answer);
    expect(first.kind).toBe("added");
    expect(await addPasskey(viewer, answer)).toEqual(first);
    expect(await listPasskeys(viewer)).toHaveLength(1);
    expect(await noticesOf(viewer)).toEqual(["passkey-added"]);
  });

  const slips: [string, Slip][] = [
    ["a page of another origin", { origin: "https://evil.example" }],
    ["the same name on another port", { origin: "http://localhost:3001" }],
    ["a key that was made for another name", { rpId: "evil.example" }],
    ["nobody's face, finger or PIN", { unverified: true }],
  ];
  it.each(slips)("refuses %s", async (_name, slip) => {
    const viewer = await makePerson();
    expect(await addPasskey(viewer, made(new Authenticator(), await createAddOptions(viewer), slip))).toEqual({ kind: "refused" });
    expect(await listPasskeys(viewer)).toEqual([]);
    expect(await noticesOf(viewer)).toEqual([]);
  });

  it("refuses an answer to a challenge of another session, of another purpose, made up, or of five minutes ago", async () => {
    const viewer = await makePerson();
    const other = await makePerson();
    const options = await createAddOptions(viewer);
    const user = options.user;
    const foreign = await createAddOptions(other);
    const { asked } = await beginSignIn();
    for (const challenge of [foreign.challenge, asked.challenge, Buffer.alloc(32, 7).toString("base64url")]) {
      expect(await addPasskey(viewer, made(new Authenticator(), { user, challenge }))).toEqual({ kind: "expired" });
    }
    await withOwner((client) => client.query("update passkey_challenges set created_at = now() - interval '301 seconds', expires_at = now() - interval '1 second' where challenge = $1", [options.challenge]));
    expect(await addPasskey(viewer, made(new Authenticator(), options))).toEqual({ kind: "expired" });
    await addDevice(viewer); // a new one works
  });

  it("answers one challenge once", async () => {
    const viewer = await makePerson();
    const options = await createAddOptions(viewer);
    expect(await addPasskey(viewer, made(new Authenticator(), options))).toMatchObject({ kind: "added" });
    expect(await addPasskey(viewer, made(new Authenticator(), options))).toEqual({ kind: "expired" });
  });

  it("refuses a passkey that is another person's", async () => {
    const phone = await addDevice(await makePerson());
    const viewer = await makePerson();
    expect(await addPasskey(viewer, made(phone, await createAddOptions(viewer)))).toEqual({ kind: "refused" });
  });

  it(`stops at ${PASSKEYS_MOST}`, async () => {
    const viewer = await makePerson();
    const store = (count: number) => withOwner((client) => client.query(
      `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
       select gen_random_uuid(), $1, gen_random_uuid()::text, '\\x00', 0, '{}', 'x', false, now() from generate_series(1, $2::int)`, [viewer.userId, count]));
    await store(PASSKEYS_MOST - 1);
    await addDevice(viewer);
    expect(await addPasskey(viewer, made(new Authenticator(), await createAddOptions(viewer)))).toEqual({ kind: "full" });
    expect(await listPasskeys(viewer)).toHaveLength(PASSKEYS_MOST);
  });

  it.each([[14.9, true], [15.1, false]])("%s minutes after proving who one is: %s", async (minutes, isAllowed) => {
    const viewer = await makePerson();
    const options = await createAddOptions(viewer);
    await confirmedAgo(viewer, minutes);
    if (isAllowed) await createAddOptions(viewer);
    else {
      await expect(createAddOptions(viewer)).rejects.toBeInstanceOf(ConfirmFirstError);
      await expect(addPasskey(viewer, made(new Authenticator(), options))).rejects.toBeInstanceOf(ConfirmFirstError);
    }
  });

  it("is not offered to a demo account, which everyone shares, nor on a device that others use", async () => {
    const demo = await makePerson({ demoRole: "owner" });
    const viewer = await makePerson();
    const answer = made(new Authenticator(), await createAddOptions(viewer));
    await withOwner((client) => client.query("update sessions set is_shared = true where id = $1", [viewer.sessionId]));
    for (const refused of [demo, await findSessionViewer(viewer.sessionId)]) {
      await expect(createAddOptions(refused!)).rejects.toBeInstanceOf(ConflictError);
      await expect(addPasskey(refused!, answer)).rejects.toBeInstanceOf(ConflictError);
    }
    expect(await listPasskeys(viewer)).toEqual([]);
  });
});

describe("the list of passkeys", () => {
  it("renames and removes the viewer's own, and nobody else's", async () => {
    const viewer = await makePerson();
    const stranger = await makePerson();
    const phone = await addDevice(viewer);
    const [passkey] = await listPasskeys(viewer);
    await renamePasskey(viewer, passkey!.id, "My phone");
    await expect(renamePasskey(stranger, passkey!.id, "Theirs")).rejects.toBeInstanceOf(NotFoundError);
    await removePasskey(stranger, passkey!.id);
    expect((await listPasskeys(viewer)).map(({ name }) => name)).toEqual(["My phone"]);
    expect(await listPasskeys(stranger)).toEqual([]);

    const { attemptId, asked } = await beginSignIn();
    const other = await anotherSession(viewer);
    await removePasskey(viewer, passkey!.id);
    expect(await listPasskeys(viewer)).toEqual([]);
    expect(await findSessionViewer(other)).toBeNull();
    expect((await findSessionViewer(viewer.sessionId))?.hasSecondFactor).toBe(false); // it was the last one
    expect(await usePasskey({ purpose: "sign-in", attemptId }, used(phone, asked))).toEqual({ kind: "refused" });
    await removePasskey(viewer, passkey!.id); // gone already
    expect(await noticesOf(viewer)).toEqual(["passkey-added", "passkey-removed"]);
    expect(await noticesOf(stranger)).toEqual([]);
  });

  it("asks who it is before one is removed, not before one is renamed", async () => {
    const viewer = await makePerson();
    await addDevice(viewer);
    const [passkey] = await listPasskeys(viewer);
    await confirmedAgo(viewer, 15.1);
    const cookie = await cookieOf(viewer);
    const params = { passkeyId: passkey!.id };
    const removing = await callRoute(change("DELETE"), { cookie, params });
    expect([removing.status, await removing.json()]).toEqual([403, { error: { code: "confirm-first" } }]);
    const asking = await callRoute(OPTIONS, { cookie });
    expect([asking.status, await asking.json()]).toEqual([403, { error: { code: "confirm-first" } }]);
    expect((await callRoute(change("PUT"), { cookie, params, body: { name: "  My phone  " } })).status).toBe(204);
    expect((await listPasskeys(viewer)).map(({ name }) => name)).toEqual(["My phone"]);
  });

  it.each([["", "name.missing"], ["   ", "name.missing"], ["x".repeat(61), "name.tooLong"]])("refuses the name %j beside its field", async (name, message) => {
    const viewer = await makePerson();
    const response = await callRoute(change("PUT"), { cookie: await cookieOf(viewer), params: { passkeyId: uuidv7() }, body: { name } });
    expect([response.status, await response.json()]).toEqual([400, { error: { code: "invalid", fields: { name: message } } }]);
  });

  it("takes what a browser sends, by the routes", async () => {
    const viewer = await makePerson();
    const cookie = await cookieOf(viewer);
    const device = new Authenticator();
    const options = await (await callRoute(OPTIONS, { cookie })).json() as Awaited<ReturnType<typeof createAddOptions>>;
    const answer = await callRoute(ADD, { cookie, body: { response: device.make(options) } });
    expect([answer.status, await answer.json()]).toEqual([200, { kind: "added", id: expect.any(String) }]);
    const bad = await callRoute(ADD, { cookie, body: { response: { ...device.make(options), rawId: "no base64url!" } } });
    expect(bad.status).toBe(400);
  });
});
