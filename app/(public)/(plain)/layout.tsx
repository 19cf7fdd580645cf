import type { ReactNode } from "react";
import { PublicShell } from "@/components/public/public-shell";
import { getTexts } from "@/lib/i18n/texts";
import { env } from "@/lib/server/env";
import { findViewer } from "@/lib/server/viewer";
import { findOwnDiary } from "@/lib/server/data/diaries";

export default async function PlainLayout({ children }: { children: ReactNode }) {
  const [texts, viewer] = await Promise.all([getTexts(), findViewer()]);
  const diary = viewer && (await findOwnDiary(viewer));
  return <PublicShell texts={texts} country={diary?.profile.country} alertsOn={env().DAYMARK_ALERTS}>{children}</PublicShell>;
}
