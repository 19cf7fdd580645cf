import type { ReactNode } from "react";
import { HelpDialog } from "@/components/help/help-dialog";
import { namedCountries } from "@/components/help/places";
import { FootLinks } from "@/components/public/foot-links";
import { HelpChooserDialog } from "@/components/public/help-chooser-dialog";
import { PublicShell } from "@/components/public/public-shell";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { env } from "@/lib/server/env";
import { findViewer } from "@/lib/server/viewer";

export default async function PlainLayout({ children }: { children: ReactNode }) {
  const [{ common, errors, privacy }, viewer] = await Promise.all([getTexts(), findViewer()]);
  const country = viewer ? (await findOwnDiary(viewer))?.profile.country : undefined;
  const help = country
    ? <HelpDialog texts={common} country={country} />
    : <HelpChooserDialog texts={common} chooser={errors.chooser} countries={namedCountries()} />;
  return <PublicShell texts={common} help={help} country={country} alertsOn={env().DAYMARK_ALERTS} isShared={viewer?.isShared} foot={<FootLinks texts={privacy.foot} />}>{children}</PublicShell>;
}
