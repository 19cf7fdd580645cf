import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { readSessionId, sessionCookieName } from "@/lib/server/auth";
import { findSessionViewer } from "@/lib/server/data/sessions";

export type { Viewer } from "@/lib/domain/sharing/viewer";

/** The signed-in person of this page; null for nobody. Looked up once in a request, however often it is asked. */
export const findViewer = cache(async (): Promise<Viewer | null> => viewerOf((await cookies()).get(sessionCookieName())?.value));

/** The signed-in person, for pages that need one. Nobody is sent to the sign-in page. */
export async function requireViewer(): Promise<Viewer> {
  return (await findViewer()) ?? redirect("/sign-in");
}

/** The signed-in person of a request to a route; null for nobody. */
export function findViewerOf(request: Request): Promise<Viewer | null> {
  const name = sessionCookieName();
  const pair = request.headers.get("cookie")?.split(";").map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  return viewerOf(pair && decodeURIComponent(pair.slice(name.length + 1)));
}

async function viewerOf(cookie: string | undefined): Promise<Viewer | null> {
  const sessionId = cookie ? await readSessionId(cookie) : null;
  return sessionId ? findSessionViewer(sessionId) : null;
}
