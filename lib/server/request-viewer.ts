import "server-only";
import type { Asker, Viewer } from "@/lib/domain/sharing/viewer";
import { readSessionId } from "@/lib/server/auth";
import { cookieIn } from "@/lib/server/cookies";
import { findSessionViewer } from "@/lib/server/data/sessions";

/** The signed-in person of a request to a route; null for nobody. */
export const findViewerOf = (request: Request): Promise<Viewer | null> => viewerOfCookie(cookieIn(request.headers, "session"));

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
