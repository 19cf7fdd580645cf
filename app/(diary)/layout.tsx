import type { Metadata } from "next";
import type { ReactNode } from "react";
import { RoleShell } from "@/app/role-shell";
import { countWaitingDiaries, findOwnDiary, listSharedDiaries } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The owner's pages; More is also where caregivers and clinicians without a diary of their own find their settings. */
export default async function DiaryLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const diary = await findOwnDiary(viewer);
  if (diary) return <RoleShell viewer={viewer} place="owner" country={diary.profile.country}>{children}</RoleShell>;
  const shared = await listSharedDiaries(viewer);
  const country = shared.find((each) => each.country)?.country ?? undefined;
  const role = shared[0]?.role ?? ((await countWaitingDiaries(viewer)) > 0 ? "clinician" : "owner");
  return <RoleShell viewer={viewer} place={role} country={country}>{children}</RoleShell>;
}
