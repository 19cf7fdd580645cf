import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DeleteAccount } from "@/components/account/delete-account";
import { DownloadLink } from "@/components/account/download-link";
import { SubPage } from "@/components/public/sub-page";
import { TitledList } from "@/components/public/titled-list";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { isFresh } from "@/lib/server/data/sessions";
import { requireViewer } from "@/lib/server/viewer";

const BACK = "/more/account/privacy";

export async function generateMetadata(): Promise<Metadata> {
  const { consent } = await getTexts();
  return { title: consent.delete.title, description: consent.delete.description };
}

/** Who may delete proves who they are first; then this page says what happens when, offers the file, and asks for a tick. */
export default async function DeletePage() {
  const [viewer, { consent: { delete: texts, myData }, common }] = await Promise.all([requireViewer(), getTexts()]);
  if (viewer.demoRole) redirect(BACK);
  if (!(await isFresh(viewer))) redirect(`/more/account/confirm?returnTo=${encodeURIComponent(`${BACK}/delete`)}`);
  const diary = await findOwnDiary(viewer);
  return (
    <SubPage title={texts.title} lead={texts.lead} helpLabel={common.help.button} back={{ label: myData.back, href: BACK }}>
      <div className="grid gap-5" data-hide-tabs>
        <TitledList title={texts.atOnceTitle} lines={diary ? texts.atOnce : texts.atOnceAccount} />
        <TitledList title={texts.goneTitle} lines={diary ? texts.gone : texts.goneAccount} />
        {diary && <section><p className="mb-2.5">{texts.copyFirst}</p><DownloadLink diaryId={diary.id} label={myData.download} /></section>}
      </div>
      <DeleteAccount texts={texts} backHref={BACK} />
    </SubPage>
  );
}
