import "server-only";
import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { decode } from "next-auth/jwt";
import { deviceName } from "@/lib/domain/account/device-name";
import { demoRoleSchema } from "@/lib/schemas/sign-in";
import { cookieIn, cookieName, isSecure, setCookie } from "@/lib/server/cookies";
import { DEVICE_DAYS } from "@/lib/server/data/known-devices";
import { followTimeZone } from "@/lib/server/data/reminders";
import { createSession, endSession } from "@/lib/server/data/sessions";
import { finishSignIn, type FinishedSignIn } from "@/lib/server/data/sign-in-attempts";
import { findDemoUser } from "@/lib/server/data/users";
import { env, publicUrl } from "@/lib/server/env";
import { isForeign } from "@/lib/server/own-origin";

/** All that is used of next-auth: its token against forged requests, the two ways in, and the way out. */
const METHODS: Readonly<Record<string, string>> = { csrf: "GET", "callback/attempt": "POST", "callback/demo": "POST", signout: "POST" };
const DAY_SECONDS = 24 * 3600;

/** What a request did, as the cookies of its answer have to tell. */
type Deed = { signedIn?: FinishedSignIn; signedOut?: "own-device" | "shared-device" | "failed" | "refused" };

function options(deed: Deed): NextAuthOptions {
  process.env.NEXTAUTH_URL = publicUrl();
  const secure = isSecure();
  const cookie = (name: "session" | "csrf" | "callback") => ({ name: cookieName(name), options: { httpOnly: true, sameSite: "lax", path: "/", secure } });
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: env().DAYMARK_SESSION_MAX_DAYS * DAY_SECONDS },
    useSecureCookies: secure,
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: env().DAYMARK_DEMO ? [attemptProvider(deed), demoProvider] : [attemptProvider(deed)],
    callbacks: {
      // The token holds the id of a session row and nothing else; every request looks the row up.
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : url.startsWith(`${baseUrl}/`) ? url : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        deed.signedOut = "failed"; // next-auth goes on when this throws
        const ended = typeof token?.sid === "string" ? await endSession(token.sid) : null;
        deed.signedOut = ended?.isShared ? "shared-device" : "own-device";
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined }, // its messages may hold addresses
  };
}

/** Turns an attempt whose steps were all passed into a session. Which steps those are is decided by the routes of `app/api/sign-in`. */
const attemptProvider = (deed: Deed) => CredentialsProvider({
  id: "attempt",
  credentials: {},
  async authorize(_credentials, request) {
    const headers = new Headers(request.headers as Record<string, string>);
    const finished = await finishSignIn(cookieIn(headers, "attempt"), { device: deviceName(headers.get("user-agent")), deviceMark: cookieIn(headers, "device") });
    if (!finished) return null;
    await endSessionOf(headers);
    deed.signedIn = finished;
    if (finished.timeZone) await followTimeZone(finished, finished.timeZone);
    return { id: finished.sessionId };
  },
});

const demoProvider = CredentialsProvider({
  id: "demo",
  credentials: { role: {} },
  async authorize(credentials, request) {
    const role = demoRoleSchema.safeParse(credentials?.role);
    const userId = role.success && env().DAYMARK_DEMO ? await findDemoUser(role.data) : null;
    if (!userId) return null;
    const headers = new Headers(request.headers as Record<string, string>);
    await endSessionOf(headers);
    // The demo has no authenticator to show, so its clinician counts as having given a second factor.
    return { id: await createSession({ userId, isStrong: role.data === "clinician", isConfirmed: true, device: deviceName(headers.get("user-agent")) }) };
  },
});

/** The session that this browser had before it signs in anew: its cookie is replaced, so nobody but who copied it could use it. */
async function endSessionOf(headers: Headers): Promise<void> {
  const cookie = cookieIn(headers, "session");
  const sessionId = cookie && await readSessionId(cookie);
  if (sessionId) await endSession(sessionId);
}

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** All of `/api/auth/*`. The options are made for each request, so that building needs no settings. */
export async function authHandler(request: Request, context: AuthContext): Promise<Response> {
  const path = (await context.params).nextauth.join("/");
  if (!Object.hasOwn(METHODS, path) || METHODS[path] !== request.method) return new Response(null, { status: 404 });
  if (request.method !== "GET" && isForeign(request)) return new Response(null, { status: 403 });
  const deed: Deed = {};
  const answer = await (NextAuth(request as never, context as never, options(deed)) as Promise<Response>);
  if (path === "signout") return afterSignOut(answer, deed.signedOut ?? ((await isRefused(answer)) ? "refused" : "own-device"));
  return path === "callback/attempt" ? afterSignIn(answer, deed.signedIn) : answer;
}

/** The attempt is used up. On a shared device the session's cookie ends with the browser; one's own device is known from now on. */
function afterSignIn(answer: Response, signedIn: FinishedSignIn | undefined): Response {
  const headers = new Headers(answer.headers);
  if (signedIn?.isShared) {
    headers.delete("set-cookie");
    for (const line of answer.headers.getSetCookie()) headers.append("set-cookie", line.startsWith(`${cookieName("session")}=`) ? withoutEnd(line) : line);
  }
  headers.append("set-cookie", setCookie("attempt", "", 0));
  if (signedIn?.deviceMark) headers.append("set-cookie", setCookie("device", signedIn.deviceMark, DEVICE_DAYS * DAY_SECONDS));
  return new Response(answer.body, { status: answer.status, headers });
}

const withoutEnd = (line: string): string => line.split(";").filter((part) => !/^\s*(?:Expires|Max-Age)=/i.test(part)).join(";");

/**
 * Nothing of Daymark stays in the browser: the header asks it to clear what the page keeps. The mark of one's own device stays, so
 * that signing in again is no news; on a shared device every cookie goes.
 */
function afterSignOut(answer: Response, signedOut: NonNullable<Deed["signedOut"]>): Response {
  if (signedOut === "refused") return Response.json({ error: { code: "foreign-origin" } }, { status: 403, headers: { "cache-control": "no-store" } });
  if (signedOut === "failed") return Response.json({ error: { code: "unexpected" } }, { status: 500, headers: { "cache-control": "no-store" } });
  const headers = new Headers(answer.headers);
  headers.delete("set-cookie");
  for (const name of ["session", "csrf", "callback", "attempt"] as const) headers.append("set-cookie", setCookie(name, "", 0));
  headers.set("clear-site-data", signedOut === "shared-device" ? '"cache", "cookies", "storage"' : '"cache", "storage"');
  return new Response(answer.body, { status: answer.status, headers });
}

/** Without next-auth's token against forged requests it signs nobody out, and answers with its own page's address. */
const isRefused = async (answer: Response): Promise<boolean> => `${answer.headers.get("location") ?? ""} ${await answer.clone().text()}`.includes("csrf=true");

const decoded = new Map<string, { sessionId: string; expires: number }>();
const MOST_DECODED = 5_000;

/**
 * The session id in a cookie's value; null when it is forged or expired. What a value decrypts to never changes, so it is kept in
 * memory; whether the session still lives is asked of the database each time.
 */
export async function readSessionId(cookie: string): Promise<string | null> {
  const known = decoded.get(cookie);
  if (known) return known.expires > Date.now() ? known.sessionId : null;
  const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (typeof token?.sid !== "string" || typeof token.exp !== "number") return null;
  if (decoded.size >= MOST_DECODED) decoded.clear();
  decoded.set(cookie, { sessionId: token.sid, expires: Number(token.exp) * 1000 });
  return token.sid;
}
