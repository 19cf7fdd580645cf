import type { ReactNode } from "react";
import { RoleShell } from "@/app/role-shell";
import { requireViewer } from "@/lib/server/viewer";

/** A clinician's pages. */
export default async function PatientsLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  return <RoleShell viewer={viewer} place="clinician" country={undefined}>{children}</RoleShell>;
}
