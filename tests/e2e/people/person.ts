import type { Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { v7 as uuidv7 } from "uuid";
import { CONSENT_VERSION } from "@/lib/domain/account/consent";
import { address, query, signInSecret } from "./world";

const DAY_MS = 86_400_000;
/** The cookie of a plain http address; over https it has the prefix `__Host-`. */
const COOKIE = "daymark.session";

export type Person = {
  userId: string;
  email: string;
  name: string;
  /** Signs the page's browser context in by a session row and its cookie, as the sign-in does. */
  signIn: (page: Page, options?: { isShared?: boolean }) => Promise<void>;
  /** Ends every session of this person, as a sign-out on another device does. */
  endSessions: () => Promise<void>;
  /** Calls a JSON route as this person. */
  send: (method: string, path: string, body?: unknown) => Promise<Response>;
};

type PersonOptions = { demoRole?: "clinician" | null; hasSecondFactor?: boolean; hasConsented?: boolean };

/** @param hasConsented false for a newcomer, who is asked first
 * @param hasSecondFactor a clinician's grant opens in sessions with a second factor only */
export async function createPerson(name: string, { demoRole = null, hasSecondFactor = demoRole === "clinician", hasConsented = true }: PersonOptions = {}): Promise<Person> {
  const userId = uuidv7();
  const email = `${name.toLowerCase().replaceAll(" ", "-")}-${userId.slice(-12)}@example.org`;
  await query("insert into users (id, email, name, demo_role, created_at) values ($1, $2, $3, $4, now())", [userId, email, name, demoRole]);
  if (hasConsented) await query("insert into consents (id, user_id, version, given_at) values ($1, $2, $3, now())", [uuidv7(), userId, CONSENT_VERSION]);
  const startSession = async ({ isShared = false }: { isShared?: boolean } = {}) => {
    const sessionId = uuidv7();
    await query("insert into sessions (id, user_id, created_at, last_used_at, expires_at, ends_at, strong_at, confirmed_at, is_shared) values ($1, $2, now(), now(), $3, $3, case when $4 then now() end, now(), $5)", [sessionId, userId, new Date(Date.now() + DAY_MS), hasSecondFactor, isShared]);
    return encode({ token: { sid: sessionId }, secret: signInSecret(), maxAge: DAY_MS / 1000 });
  };
  let ownCookie: Promise<string> | undefined;
  return {
    userId,
    email,
    name,
    signIn: async (page, options) => {
      await page.context().addCookies([{ name: COOKIE, value: await startSession(options), url: address(), httpOnly: true, sameSite: "Lax" }]);
    },
    endSessions: async () => {
      await query("delete from sessions where user_id = $1", [userId]);
      ownCookie = undefined;
    },
    send: async (method, path, body) => {
      const cookie = await (ownCookie ??= startSession());
      return fetch(`${address()}${path}`, {
        method,
        headers: { cookie: `${COOKIE}=${cookie}`, origin: address(), ...(body !== undefined && { "content-type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    },
  };
}

const DEADLOCK = "40P01";

/**
 * Takes the person away with everything that hangs on them: sessions, the own diary, grants on others' diaries. Sessions go
 * first, so that an open page can store nothing more; what it had under way may cross the deletion, which is then tried again.
 */
export async function removePerson({ userId }: Person): Promise<void> {
  await query("delete from sessions where user_id = $1", [userId]);
  for (let triesLeft = 5; ; triesLeft -= 1) {
    try {
      await query("delete from diaries where owner_id = $1", [userId]);
      break;
    } catch (error) {
      if (triesLeft === 0 || (error as { code?: unknown }).code !== DEADLOCK) throw error;
    }
  }
  await query("delete from grants where grantee_id = $1", [userId]);
  await query("delete from users where id = $1", [userId]);
}
