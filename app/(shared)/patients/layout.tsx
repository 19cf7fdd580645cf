import type { ReactNode } from "react";
import { RoleShell } from "@/app/role-shell";
import { requireViewer } from "@/lib/server/viewer";

/** A clinician's pages. */
export default async function PatientsLayout({ children }: { children: ReactNode }) {
  await requireViewer();
  return <RoleShell place="clinician" country={undefined}>{children}</RoleShell>;
}
