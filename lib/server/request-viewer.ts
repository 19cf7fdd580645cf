import "server-only";
import type { Asker, Viewer } from "@/lib/domain/sharing/viewer";
import { readSessionId, sessionCookieName } from "@/lib/server/auth";
import { findSessionViewer } from "@/lib/server/data/sessions";

const cookieOf = (request: Request): string | undefined => {
  const name = sessionCookieName();
  const pair = request.headers.get("cookie")?.split(";").map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
};

/** The signed-in person of a request to a route; null for nobody. */
export const findViewerOf = (request: Request): Promise<Viewer | null> => viewerOfCookie(cookieOf(request));

/** The session that a request's cookie names, which may have ended; null when the cookie is missing, forged or expired. */
export async function findSessionOf(request: Request): Promise<Asker | null> {
  const cookie = cookieOf(request);
  const sessionId = cookie ? await readSessionId(cookie) : null;
  return sessionId ? { sessionId } : null;
}

/** Whose session a cookie's value names; null when it is forged, expired or ended. */
export async function viewerOfCookie(value: string | undefined): Promise<Viewer | null> {
  const sessionId = value ? await readSessionId(value) : null;
  return sessionId ? findSessionViewer(sessionId) : null;
}
