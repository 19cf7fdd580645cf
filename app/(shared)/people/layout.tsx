import type { ReactNode } from "react";
import { RoleShell } from "@/app/role-shell";
import { findOwnDiary, listSharedDiaries } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

/** A caregiver's pages. The numbers are those of their own country, else of the first person they care for. */
export default async function PeopleLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const [own, shared] = await Promise.all([findOwnDiary(viewer), listSharedDiaries(viewer)]);
  const country = own?.profile.country ?? shared.find((diary) => diary.country)?.country ?? undefined;
  return <RoleShell viewer={viewer} place="caregiver" country={country}>{children}</RoleShell>;
}
