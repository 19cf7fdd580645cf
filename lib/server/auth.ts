import "server-only";
import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { decode } from "next-auth/jwt";
import { demoRoleSchema } from "@/lib/schemas/sign-in";
import { cookieIn, cookieName, isSecure, setCookie } from "@/lib/server/cookies";
import { createSession, endSession } from "@/lib/server/data/sessions";
import { finishSignIn } from "@/lib/server/data/sign-in-attempts";
import { findDemoUser } from "@/lib/server/data/users";
import { env, publicUrl } from "@/lib/server/env";
import { isForeign } from "@/lib/server/own-origin";

const COOKIE_SECONDS = 180 * 24 * 3600; // the session row ends earlier

/** All that is used of next-auth: its token against forged requests, the two ways in, and the way out. */
const PATHS = ["csrf", "callback/attempt", "callback/demo", "signout"];

function options(): NextAuthOptions {
  process.env.NEXTAUTH_URL = publicUrl();
  const secure = isSecure();
  const cookie = (name: "session" | "csrf" | "callback") => ({ name: cookieName(name), options: { httpOnly: true, sameSite: "lax", path: "/", secure } });
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    useSecureCookies: secure,
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: env().DAYMARK_DEMO ? [attemptProvider, demoProvider] : [attemptProvider],
    callbacks: {
      // The token holds the id of a session row and nothing else; every request looks the row up.
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : url.startsWith(`${baseUrl}/`) ? url : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await endSession(token.sid);
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined }, // its messages may hold addresses
  };
}

/** Turns an attempt whose steps were all passed into a session. Which steps those are is decided by the routes of `app/api/sign-in`. */
const attemptProvider = CredentialsProvider({
  id: "attempt",
  credentials: {},
  async authorize(_credentials, request) {
    const headers = new Headers(request.headers as Record<string, string>);
    const finished = await finishSignIn(cookieIn(headers, "attempt"));
    if (!finished) return null;
    await endSessionOf(headers);
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
    await endSessionOf(new Headers(request.headers as Record<string, string>));
    // The demo has no authenticator to show, so its clinician counts as having given a second factor.
    return { id: await createSession({ userId, isStrong: role.data === "clinician", isConfirmed: true }) };
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
  if (!PATHS.includes(path)) return new Response(null, { status: 404 });
  if (request.method !== "GET" && isForeign(request)) return new Response(null, { status: 403 });
  const answer = await (NextAuth(request as never, context as never, options()) as Promise<Response>);
  return path === "callback/attempt" ? withCookies(answer, [setCookie("attempt", "", 0)]) : answer;
}

function withCookies(answer: Response, cookies: readonly string[]): Response {
  const headers = new Headers(answer.headers);
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(answer.body, { status: answer.status, headers });
}

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
