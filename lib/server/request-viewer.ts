import "server-only";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { readSessionId, sessionCookieName } from "@/lib/server/auth";
import { findSessionViewer } from "@/lib/server/data/sessions";

/** The signed-in person of a request to a route; null for nobody. */
export function findViewerOf(request: Request): Promise<Viewer | null> {
  const name = sessionCookieName();
  const pair = request.headers.get("cookie")?.split(";").map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  return viewerOfCookie(pair?.slice(name.length + 1));
}

/** Whose session a cookie's value names; null when it is forged, expired or ended. */
export async function viewerOfCookie(value: string | undefined): Promise<Viewer | null> {
  const sessionId = value ? await readSessionId(value) : null;
  return sessionId ? findSessionViewer(sessionId) : null;
}
