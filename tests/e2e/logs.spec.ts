import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures";
import { newestCode, PlainClient } from "./people/plain-client";
import { address, logsFolder, query } from "./people/world";

test.describe.configure({ timeout: 120_000 });

const readLogs = () => Object.fromEntries(readdirSync(logsFolder()).map((name) => [name, readFileSync(path.join(logsFolder(), name), "utf8")]));

test("codes, tokens and addresses stand in no log of the running app, also when something fails", async () => {
  const mark = randomUUID().slice(0, 12);
  const [email, failing, unmailed] = [`logs-${mark}@example.org`, `failing-${mark}@example.org`, `unmailed-${mark}@example.org`];
  const name = `logs_${mark.replaceAll("-", "_")}`;
  const secrets = new Map<string, string>([["the address", email], ["an address that failed", failing], ["an address whose mail failed", unmailed], ["an invitation", `inv-${mark}`], ["a recovery code", "k7mp-3hxr-2fw"]]);
  const client = new PlainClient(address());
  const keep = () => client.cookies.forEach((value, cookie) => secrets.set(`${cookie} ${secrets.size}`, value));

  const code = await client.askForCode(email);
  secrets.set("the code", code);
  keep();
  await client.checkCode(code === "000000" ? "000001" : "000000");
  await client.send("POST", "/api/sign-in/recovery", { json: { email, code: "k7mp-3hxr-2fw" } });
  await client.send("POST", "/api/sign-in/second-step", { json: { code } });
  await client.send("POST", "/api/sign-in/code", { json: { email: failing, invitation: `inv-${mark}` }, headers: { origin: "https://evil.example" } });
  const again = await client.askForCode(email);
  secrets.set("the second code", again);
  await client.checkCode(again);
  keep();
  await client.finish();
  keep();
  await client.send("GET", "/today");
  await client.send("POST", "/api/account/confirm/code");
  secrets.set("the code to confirm", await newestCode(email));
  await client.send("POST", "/api/account/confirm", { json: { method: "mail-code", code: await newestCode(email) } });
  const totp = await (await client.send("POST", "/api/account/totp")).json() as { secret?: string };
  if (totp.secret) secrets.set("the authenticator's key", totp.secret);
  const made = await (await client.send("POST", "/api/account/recovery-codes")).json() as { codes?: string[] };
  for (const recovery of made.codes ?? []) secrets.set(`recovery code ${secrets.size}`, recovery);
  expect([typeof totp.secret, made.codes?.length]).toEqual(["string", 10]);
  keep();

  // The database refuses a row of each address: the web server fails for one, the worker for the other.
  await query(`alter table verification_tokens add constraint ${name} check (email <> '${failing}') not valid`);
  await query(`alter table local_mails add constraint ${name} check ("to" <> '${unmailed}') not valid`);
  try {
    const failed = await client.send("POST", "/api/sign-in/code", { json: { email: failing } });
    expect(failed.status).toBe(500);
    const { error: { reference } } = await failed.json() as { error: { reference: string } };
    expect((await new PlainClient(address()).send("POST", "/api/sign-in/code", { json: { email: unmailed } })).status).toBe(202);
    await expect.poll(() => readLogs()["web.log"], { timeout: 10_000 }).toContain(reference);
    await expect.poll(() => readLogs()["postgres.log"], { timeout: 10_000 }).toContain(name);
    await expect.poll(() => readLogs()["worker.log"]?.split("\n").filter((line) => line.includes("send-sign-in-code")).length, { timeout: 20_000 }).toBeGreaterThan(0);
  } finally {
    await query(`alter table verification_tokens drop constraint ${name}`);
    await query(`alter table local_mails drop constraint ${name}`);
  }
  await client.signOut();
  await query("delete from users where email = $1", [email]);

  const logs = readLogs();
  for (const file of ["web.log", "worker.log", "postgres.log"]) {
    // Digits alone may be part of a time or an id, so a code is looked for as a word of its own.
    const found = [...secrets].filter(([, secret]) => (/^\d{6}$/.test(secret) ? new RegExp(`(?<![\\w.-])${secret}(?![\\w.-])`).test(logs[file]!) : logs[file]!.includes(secret)));
    expect(found.map(([what]) => what), file).toEqual([]);
  }
});
