import "server-only";
import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { decode } from "next-auth/jwt";
import { credentialsSchema, demoRoleSchema } from "@/lib/schemas/sign-in";
import { createSession, endSession } from "@/lib/server/data/sessions";
import { useSignInCode } from "@/lib/server/data/sign-in-codes";
import { findDemoUser, findOrCreateUser } from "@/lib/server/data/users";
import { env, publicUrl } from "@/lib/server/env";
import { limitCodeTries } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";

const COOKIE_SECONDS = 90 * 24 * 3600; // the session row ends earlier: 30 days after its last use

const isSecure = () => publicUrl().startsWith("https://");

/** `__Host-` binds the cookie to this host; browsers take it over https only. */
export const sessionCookieName = () => `${isSecure() ? "__Host-" : ""}daymark.session`;

function options(): NextAuthOptions {
  process.env.NEXTAUTH_URL = publicUrl();
  const secure = isSecure();
  const cookie = (name: string) => ({ name: `${secure ? "__Host-" : ""}daymark.${name}`, options: { httpOnly: true, sameSite: "lax", path: "/", secure } });
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    useSecureCookies: secure,
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: env().DAYMARK_DEMO ? [codeProvider, demoProvider] : [codeProvider],
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

const codeProvider = CredentialsProvider({
  id: "code",
  credentials: { email: {}, code: {} },
  async authorize(credentials, request) {
    const parsed = credentialsSchema.safeParse({ email: credentials?.email, code: credentials?.code });
    if (!parsed.success) return null;
    const { email, code } = parsed.data;
    await limitCodeTries({ network: networkOf(new Headers(request.headers as Record<string, string>)), knownDevice: null });
    if (!(await useSignInCode(email, code))) return null;
    const userId = await findOrCreateUser(email);
    return userId ? { id: await createSession(userId) } : null;
  },
});

const demoProvider = CredentialsProvider({
  id: "demo",
  credentials: { role: {} },
  async authorize(credentials) {
    const role = demoRoleSchema.safeParse(credentials?.role);
    const userId = role.success && env().DAYMARK_DEMO ? await findDemoUser(role.data) : null;
    return userId ? { id: await createSession(userId) } : null;
  },
});

/** All of `/api/auth/*`. The options are made for each request, so that building needs no settings. */
export function authHandler(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return NextAuth(request as never, context as never, options()) as Promise<Response>;
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
