import { expect } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import type { Person } from "./person";
import { query } from "./world";

const STEP_MS = 30_000;

/** The person's authenticator app: made from its key alone, by nothing of ours. */
export type AuthenticatorApp = { codeNow: () => string; wrongCode: () => string };

/** Switches the second step on through its routes, as the page does, and forgets which code did it: the next one counts at once. */
export async function switchOnSecondStep(person: Person): Promise<AuthenticatorApp> {
  const begun = await person.send("POST", "/api/account/totp");
  expect(begun.status, await begun.clone().text()).toBe(200);
  const { secret } = await begun.json() as { secret: string };
  const codeAt = (at: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
  const confirmed = await person.send("PUT", "/api/account/totp", { code: codeAt(Date.now()) });
  expect(await confirmed.json()).toEqual({ kind: "done" });
  await query("update totp_secrets set last_step = null where user_id = $1", [person.userId]);
  return {
    codeNow: () => codeAt(Date.now()),
    wrongCode: () => ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => ![-2, -1, 0, 1, 2].some((step) => codeAt(Date.now() + step * STEP_MS) === code))!,
  };
}

/** Makes ten recovery codes through their route; the only time they are readable. */
export async function makeRecoveryCodes(person: Person): Promise<string[]> {
  const made = await person.send("POST", "/api/account/recovery-codes");
  expect(made.status, await made.clone().text()).toBe(200);
  return (await made.json() as { codes: string[] }).codes;
}
