import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { sessionCookieName } from "@/lib/server/auth";
import { viewerOfCookie } from "@/lib/server/request-viewer";

export type { Viewer } from "@/lib/domain/sharing/viewer";

/** The signed-in person of this page; null for nobody. Looked up once in a request, however often it is asked. */
export const findViewer = cache(async (): Promise<Viewer | null> => viewerOfCookie((await cookies()).get(sessionCookieName())?.value));

/** The signed-in person, for pages that need one. Nobody is sent to the sign-in page. */
export async function requireViewer(): Promise<Viewer> {
  return (await findViewer()) ?? redirect("/sign-in");
}
