import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { cookieName } from "@/lib/server/cookies";
import type { Leaver } from "@/lib/server/data/sessions";
import { leaverOfCookie, viewerOfCookie } from "@/lib/server/request-viewer";

export type { Viewer } from "@/lib/domain/sharing/viewer";

/** The signed-in person of this page; null for nobody. Looked up once in a request, however often it is asked. */
export const findViewer = cache(async (): Promise<Viewer | null> => viewerOfCookie((await cookies()).get(cookieName("session"))?.value));

/** The person of this page who asked for the deletion of their account; null for everyone else. To all other pages they are nobody. */
export const findLeaver = cache(async (): Promise<Leaver | null> => leaverOfCookie((await cookies()).get(cookieName("session"))?.value));

/**
 * The signed-in person, for pages that need one. Who is leaving is led to the one page that is open to them; anyone else is sent to
 * sign in, and comes back to this page afterwards.
 */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  if (await findLeaver()) redirect("/leaving");
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  const place = cookieStore.has(cookieName("session")) ? "/session-ended" : "/sign-in";
  const path = headerList.get("x-path"); // from proxy.ts; the page that reads it back accepts paths of this site only
  return redirect(path && path !== "/today" ? `${place}?returnTo=${encodeURIComponent(path)}` : place);
}
