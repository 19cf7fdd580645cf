import { ask, troubleOf, type Trouble } from "@/components/account/ask";

/** The sign-in calls of the browser. Each answer says what happened; none throws, so no screen is left without a sentence. */

/** What the browser tells about itself when an attempt to sign in begins. */
export type Begin = { email: string; isShared: boolean; invitation?: string | undefined };
export type CodeRequest = { kind: "sent" } | Trouble;
export type CodeCheck = { kind: "done" } | { kind: "second-step" } | { kind: "refused"; triesLeft?: number } | { kind: "expired" } | Trouble;
export type SecondStepCheck = Exclude<CodeCheck, { kind: "second-step" }>;
export type SignIn = { kind: "signedIn" } | { kind: "refused" } | Trouble;

/** Asks for a code by e-mail. The answer is the same for known and unknown addresses. */
export async function requestCode(begin: Begin): Promise<CodeRequest> {
  const answer = await ask<{ status: "accepted" }>("/api/sign-in/code", describe(begin));
  return "kind" in answer ? answer : { kind: "sent" };
}

export const checkCode = (code: string): Promise<CodeCheck> => ask("/api/sign-in/code/check", { code });
export const checkRecoveryCode = (begin: Begin, code: string): Promise<CodeCheck> => ask("/api/sign-in/recovery", { ...describe(begin), code });
export const checkSecondStep = (code: string): Promise<SecondStepCheck> => ask("/api/sign-in/second-step", { code });

const describe = ({ email, isShared, invitation }: Begin) => ({ email, isShared, timeZone: timeZoneHere(), ...(invitation && { invitation }) });

/** As coarse as the browser tells where it is: "Europe/Berlin". */
const timeZoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Turns a finished attempt into a session. "refused" means that it took too long. */
export const finishSignIn = (): Promise<SignIn> => signIn("attempt", {});

export type DemoRole = "owner" | "caregiver" | "clinician";
export const signInAsDemo = (role: DemoRole): Promise<SignIn> => signIn("demo", { role });

/** Ends the session on the server too. False when it could not be reached: the person is then still signed in. */
export async function signOut(): Promise<boolean> {
  try {
    const response = await postForm("/api/auth/signout", {});
    return response.ok;
  } catch {
    return false;
  }
}

async function signIn(provider: "attempt" | "demo", fields: Record<string, string>): Promise<SignIn> {
  try {
    const response = await postForm(`/api/auth/callback/${provider}`, fields);
    const body = (await response.json().catch(() => null)) as { url?: string } | null;
    const error = body?.url ? new URL(body.url, location.origin).searchParams.get("error") : null;
    if (response.ok && !error) return { kind: "signedIn" };
    return readSignInError(error, response.status);
  } catch {
    return { kind: "offline" };
  }
}

/** next-auth tells one word only: whatever it did not take, for whatever reason, is `CredentialsSignin`. */
export function readSignInError(error: string | null, status: number): SignIn {
  if (status === 429) return troubleOf(status);
  return { kind: error === "CredentialsSignin" ? "refused" : "server" };
}

/** A form post with next-auth's own token against forged requests; `json` makes it answer with JSON, not a redirect. */
async function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, json: "true", callbackUrl: "/" }),
  });
}
