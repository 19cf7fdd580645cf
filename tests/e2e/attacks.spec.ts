import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";
import { PlainClient } from "./people/plain-client";
import { startSecondServer } from "./people/second-server";
import { address, query } from "./people/world";

/** These speak plain HTTP with the started app: what a browser would not send is what is tried. */
test.describe.configure({ timeout: 120_000 });

const someone = () => `attacked-${randomUUID().slice(0, 12)}@example.org`;
const EVIL = "https://evil.example";
const statusWith = async (cookie: string) => (await fetch(`${address()}/api/session`, { headers: { cookie: `daymark.session=${cookie}` } })).status;
const sessionsOf = (email: string) => query<{ id: string }>("select s.id from sessions s join users u on u.id = s.user_id where u.email = $1", [email]);
const forget = (email: string) => query("delete from users where email = $1", [email]);

test("one code, sent fifty times at once, opens once, and what it opened becomes one session", async () => {
  const email = someone();
  const client = new PlainClient(address());
  const code = await client.askForCode(email);
  const kinds = await Promise.all(Array.from({ length: 50 }, async () => ((await (await client.checkCode(code)).json()) as { kind: string }).kind));
  expect(kinds.filter((kind) => kind === "done")).toHaveLength(1);
  const copies = Array.from({ length: 50 }, () => client.copy());
  await Promise.all(copies.map((copy) => copy.finish()));
  expect(copies.filter((copy) => copy.cookie("session"))).toHaveLength(1);
  expect(await sessionsOf(email)).toHaveLength(1);
  await forget(email);
});

test("limits are one for two web servers on one database", async () => {
  const email = someone();
  const second = await startSecondServer();
  try {
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const client = new PlainClient(i % 2 === 0 ? address() : second.address);
      statuses.push((await client.send("POST", "/api/sign-in/code", { json: { email } })).status);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429, 429]);
  } finally {
    await second.stop();
  }
});

/** Signs in and out, and gives every Set-Cookie line that came on the way. */
async function everyCookieLine(client: PlainClient, email: string): Promise<string[]> {
  await client.signIn(email);
  await client.send("POST", "/api/sign-in/passkey/options", { json: {} });
  await client.signOut();
  expect(client.setLines.length).toBeGreaterThan(5);
  for (const name of ["session", "attempt", "csrf", "callback"]) expect(client.setLines.some((line) => line.includes(`daymark.${name}=`)), name).toBe(true);
  return client.setLines;
}

test("every cookie is HttpOnly, SameSite=Lax, for the whole site and for this host alone", async () => {
  const email = someone();
  for (const line of await everyCookieLine(new PlainClient(address()), email)) {
    const attributes = line.split(";").slice(1).map((part) => part.trim().toLowerCase());
    expect(attributes, line.split("=")[0]).toEqual(expect.arrayContaining(["httponly", "samesite=lax", "path=/"]));
    expect(attributes.filter((part) => part.startsWith("domain="))).toEqual([]);
  }
  await forget(email);
});

test("behind https every cookie is Secure besides, and its name is bound to the host", async () => {
  const email = someone();
  const second = await startSecondServer({ DAYMARK_URL: "https://diary.example" });
  try {
    const client = new PlainClient(second.address, "https://diary.example");
    for (const line of await everyCookieLine(client, email)) {
      const attributes = line.split(";").slice(1).map((part) => part.trim().toLowerCase());
      expect(line).toMatch(/^__Host-daymark\./);
      expect(attributes, line.split("=")[0]).toEqual(expect.arrayContaining(["httponly", "samesite=lax", "path=/", "secure"]));
      expect(attributes.filter((part) => part.startsWith("domain="))).toEqual([]);
    }
    await client.signIn(email);
    const session = client.cookie("session")!;
    const asks = (name: string) => fetch(`${second.address}/api/session`, { headers: { cookie: `${name}=${session}` } }).then(({ status }) => status);
    expect([await asks("__Host-daymark.session"), await asks("daymark.session")], "a cookie without the prefix, which another host could set").toEqual([200, 401]);
    const page = await fetch(`${second.address}/`, { headers: { "x-forwarded-proto": "https" } });
    expect(page.headers.get("strict-transport-security")).toContain("max-age=31536000");
  } finally {
    await second.stop();
    await forget(email);
  }
});

test("a session from before signing in does not survive it, whoever planted it", async () => {
  const [attacker, victim] = [new PlainClient(address()), new PlainClient(address())];
  const [theirs, mine] = [someone(), someone()];
  await attacker.signIn(theirs);
  const planted = attacker.cookie("session")!;
  expect(await statusWith(planted)).toBe(200);
  victim.cookies.set("daymark.session", planted);
  await victim.signIn(mine);
  expect(victim.cookie("session")).not.toBe(planted);
  expect(await statusWith(planted), "what the attacker kept").toBe(401);
  const before = victim.cookie("session")!;
  await victim.signIn(mine);
  expect([await statusWith(before), await statusWith(victim.cookie("session")!)]).toEqual([401, 200]);
  await forget(theirs);
  await forget(mine);
});

test("an old cookie opens nothing after signing out, after its session was ended elsewhere, and after the account was closed", async () => {
  const email = someone();
  const [phone, laptop] = [new PlainClient(address()), new PlainClient(address())];
  await phone.signIn(email);
  const signedOut = phone.cookie("session")!;
  await phone.signOut();
  expect(await statusWith(signedOut)).toBe(401);

  await phone.signIn(email);
  await laptop.signIn(email);
  const ended = phone.cookie("session")!;
  expect(await statusWith(ended)).toBe(200);
  expect((await laptop.send("DELETE", "/api/account/sessions")).status).toBe(200);
  expect(await statusWith(ended)).toBe(401);

  const closed = laptop.cookie("session")!;
  expect(await statusWith(closed)).toBe(200);
  await query("update users set disabled_at = now() where email = $1", [email]);
  expect(await statusWith(closed)).toBe(401);
  const page = await laptop.send("GET", "/today");
  expect(page.headers.get("location") ?? "").toMatch(/^\/(session-ended|sign-in)/);
  await forget(email);
});

test("an attempt planted in someone's browser gains nothing: signing in begins one of its own", async () => {
  const email = someone();
  const [attacker, victim] = [new PlainClient(address()), new PlainClient(address())];
  await attacker.askForCode(email);
  const planted = attacker.cookie("attempt")!;
  victim.cookies.set("daymark.attempt", planted);
  await victim.signIn(email);
  await attacker.finish();
  expect(attacker.cookie("session")).toBeUndefined();
  expect(await sessionsOf(email)).toHaveLength(1);
  await forget(email);
});

test("no route takes a session or a code from the address or another header", async () => {
  const email = someone();
  const client = new PlainClient(address());
  await client.signIn(email);
  const session = client.cookie("session")!;
  for (const name of ["daymark.session", "session", "token", "sid", "access_token"]) {
    const asked = await fetch(`${address()}/api/session?${new URLSearchParams({ [name]: session }).toString()}`);
    expect(asked.status, name).toBe(401);
    const page = await fetch(`${address()}/more?${new URLSearchParams({ [name]: session }).toString()}`, { redirect: "manual" });
    expect(page.headers.get("location") ?? "", name).not.toContain(session);
    expect(page.status, name).not.toBe(200);
  }
  for (const headers of [{ authorization: `Bearer ${session}` }, { "x-session": session }]) {
    expect((await fetch(`${address()}/api/session`, { headers })).status).toBe(401);
  }
  const code = await client.askForCode(email);
  const inQuery = await client.send("POST", `/api/sign-in/code/check?code=${code}`, { json: {} });
  expect(inQuery.status).toBe(400);
  expect((await client.send("GET", `/api/sign-in/code/check?code=${code}`)).status).toBe(405);
  await forget(email);
});

test("next-auth leads back to this site only, whatever return address it is given", async () => {
  const email = someone();
  const own = new URL(address()).origin;
  for (const callbackUrl of [EVIL, "//evil.example", "/\\evil.example", `${own}.evil.example/`, `${own}@evil.example/`, "javascript:alert(1)", "data:text/html,x", "\thttps://evil.example", "https:evil.example"]) {
    const client = new PlainClient(address());
    client.cookies.set("daymark.callback", encodeURIComponent(callbackUrl));
    const { url } = await (await client.signOut(callbackUrl)).json() as { url: string };
    expect(new URL(url, own).origin, callbackUrl).toBe(own);
    const finished = await client.finish(callbackUrl);
    const led = ((await finished.json()) as { url?: string }).url ?? "";
    expect(new URL(led, own).origin, callbackUrl).toBe(own);
    for (const [name, value] of client.cookies) if (name === "daymark.callback") expect(new URL(decodeURIComponent(value), own).origin, callbackUrl).toBe(own);
  }
  for (const path of ["signin", "signin/attempt", "session", "providers", "error", "verify-request", "callback/email"]) {
    expect((await fetch(`${address()}/api/auth/${path}?callbackUrl=${encodeURIComponent(EVIL)}`, { redirect: "manual" })).status, path).toBe(404);
  }
  await forget(email);
});

test("another site gets nowhere over HTTP, not even with the person's cookies", async () => {
  const email = someone();
  const client = new PlainClient(address());
  await client.signIn(email);
  const { csrfToken } = await (await client.send("GET", "/api/auth/csrf")).json() as { csrfToken: string };
  const foreign = { headers: { origin: EVIL } };
  expect((await client.send("POST", "/api/auth/signout", { ...foreign, form: { csrfToken, json: "true" } })).status).toBe(403);
  expect((await client.send("DELETE", "/api/account/sessions", foreign)).status).toBe(403);
  expect((await client.send("POST", "/api/sign-in/code", { ...foreign, json: { email } })).status).toBe(403);
  expect((await client.send("POST", "/api/auth/signout", { form: { csrfToken: "forged", json: "true" } })).ok).toBe(false);
  expect((await client.send("GET", "/api/session")).status).toBe(200);
  for (const path of ["/", "/sign-in", "/api/session"]) {
    const answer = await client.send("GET", path, { headers: { origin: EVIL } });
    expect(answer.headers.get("access-control-allow-origin"), path).toBeNull();
    expect(answer.headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(answer.headers.get("referrer-policy"), path).toBe("same-origin");
  }
  await forget(email);
});
