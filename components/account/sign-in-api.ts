/** The sign-in calls of the browser. Each answer says what happened; none throws, so no screen is left without a sentence. */

export type Problem = "offline" | "tooMany" | "server";
export type CodeRequest = { kind: "sent" } | { kind: "badEmail" } | { kind: Problem };
export type SignIn = { kind: "signedIn" } | { kind: "refused" } | { kind: Problem };

/** Asks for a code by e-mail. The answer is the same for known and unknown addresses. */
export async function requestCode(email: string): Promise<CodeRequest> {
  try {
    const response = await fetch("/api/sign-in/code", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email }),
    });
    if (response.ok) return { kind: "sent" };
    if (response.status === 400) return { kind: "badEmail" };
    return { kind: response.status === 429 ? "tooMany" : "server" };
  } catch {
    return { kind: "offline" };
  }
}

/** What a step of signing in came to. `done`: `finishSignIn` may follow. */
export type Step = { kind: "done" } | { kind: "second-step" } | { kind: "refused"; triesLeft?: number } | { kind: "expired" } | { kind: Problem };

/** Checks the mailed code, in the browser that asked for it. */
export const checkCode = (code: string): Promise<Step> => postStep("/api/sign-in/code/check", { code });

/** Turns the steps that were passed into a session. */
export const finishSignIn = (): Promise<SignIn> => signIn("attempt", {});

async function postStep(path: string, body: object): Promise<Step> {
  try {
    const response = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    if (response.ok) return (await response.json()) as Step;
    if (response.status === 400) return { kind: "refused" };
    return { kind: response.status === 429 ? "tooMany" : "server" };
  } catch {
    return { kind: "offline" };
  }
}

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

/** next-auth tells one word only: every code that does not fit, for whatever reason, is `CredentialsSignin`. */
export function readSignInError(error: string | null, status: number): SignIn {
  if (status === 429) return { kind: "tooMany" };
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
