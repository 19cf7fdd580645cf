import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { consentState } from "@/lib/domain/account/consent";
import { findOwn, type OwnDiary } from "@/lib/server/data/diaries";
import { requireViewer, type Viewer } from "@/lib/server/viewer";

/**
 * The signed-in person and their own diary, for every page that shows or changes it. Who has none is led to the set-up; who has not
 * agreed to the consent text of today is asked first, and comes back; who withdrew it is led to what they can do then.
 */
export async function requireOwnDiary(): Promise<{ viewer: Viewer; diary: OwnDiary }> {
  const viewer = await requireViewer();
  const { diary } = await findOwn(viewer);
  if (!diary) redirect("/set-up");
  await requireConsent(viewer);
  return { viewer, diary };
}

/** @param returnTo where to go on afterwards; without it the page that asks */
export async function requireConsent(viewer: Viewer, returnTo?: string): Promise<void> {
  const state = consentState((await findOwn(viewer)).consent);
  if (viewer.demoRole || state === "current") return;
  if (state === "withdrawn") redirect("/withdrawn");
  const path = returnTo ?? (await headers()).get("x-path") ?? "/today"; // from proxy.ts; the page that reads it back accepts paths of this site only
  redirect(`/consent?returnTo=${encodeURIComponent(path)}`);
}
