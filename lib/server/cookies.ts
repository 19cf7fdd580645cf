import "server-only";
import { publicUrl } from "@/lib/server/env";

/** `session`, `csrf` and `callback` are next-auth's; `attempt` holds how far signing in got; `device` marks a browser known to an account. */
export type CookieName = "session" | "csrf" | "callback" | "attempt" | "device";

export const isSecure = (): boolean => publicUrl().startsWith("https://");

/** `__Host-` binds the cookie to this host; browsers take it over https only. */
export const cookieName = (name: CookieName): string => `${isSecure() ? "__Host-" : ""}daymark.${name}`;

/** A cookie's value as the browser sent it. */
export function cookieIn(headers: Headers, name: CookieName): string | undefined {
  const start = `${cookieName(name)}=`;
  return headers.get("cookie")?.split(";").map((part) => part.trim()).find((part) => part.startsWith(start))?.slice(start.length);
}

/** A `Set-Cookie` line. Without `maxAgeSeconds` the cookie ends with the browser; 0 takes it away. */
export function setCookie(name: CookieName, value: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? "" : `; Max-Age=${maxAgeSeconds}`;
  return `${cookieName(name)}=${value}; Path=/; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}${age}`;
}
