import "server-only";
import type { Asker, Viewer } from "@/lib/domain/sharing/viewer";
import { readSessionId } from "@/lib/server/auth";
import { cookieIn } from "@/lib/server/cookies";
import { findSessionLeaver, findSessionViewer, type Leaver } from "@/lib/server/data/sessions";

/** The signed-in person of a request to a route; null for nobody. */
export const findViewerOf = (request: Request): Promise<Viewer | null> => viewerOfCookie(cookieIn(request.headers, "session"));

/** The person of a request to a route who is leaving; null for everyone else. */
export const findLeaverOf = (request: Request): Promise<Leaver | null> => leaverOfCookie(cookieIn(request.headers, "session"));

/** The session that a request's cookie names, which may have ended; null when the cookie is missing, forged or expired. */
export async function findSessionOf(request: Request): Promise<Asker | null> {
  const cookie = cookieIn(request.headers, "session");
  const sessionId = cookie ? await readSessionId(cookie) : null;
  return sessionId ? { sessionId } : null;
}

/** Whose session a cookie's value names; null when it is forged, expired or ended. */
export async function viewerOfCookie(value: string | undefined): Promise<Viewer | null> {
  const sessionId = value ? await readSessionId(value) : null;
  return sessionId ? findSessionViewer(sessionId) : null;
}

/** Who is leaving, by a cookie's value; null for everyone else. */
export async function leaverOfCookie(value: string | undefined): Promise<Leaver | null> {
  const sessionId = value ? await readSessionId(value) : null;
  return sessionId ? findSessionLeaver(sessionId) : null;
}
