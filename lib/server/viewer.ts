import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { cookieName } from "@/lib/server/cookies";
import { viewerOfCookie } from "@/lib/server/request-viewer";

export type { Viewer } from "@/lib/domain/sharing/viewer";

/** The signed-in person of this page; null for nobody. Looked up once in a request, however often it is asked. */
export const findViewer = cache(async (): Promise<Viewer | null> => viewerOfCookie((await cookies()).get(cookieName("session"))?.value));

/** The signed-in person, for pages that need one. Anyone else is sent to sign in, and comes back to this page afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  const place = cookieStore.has(cookieName("session")) ? "/session-ended" : "/sign-in";
  const path = headerList.get("x-path"); // from proxy.ts; the page that reads it back accepts paths of this site only
  return redirect(path && path !== "/today" ? `${place}?returnTo=${encodeURIComponent(path)}` : place);
}
