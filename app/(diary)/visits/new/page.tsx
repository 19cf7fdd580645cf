import type { Metadata } from "next";
import { SubPage } from "@/components/public/sub-page";
import { VisitForm } from "@/components/visits/visit-form";
import { dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { visits: { form } } = await getTexts();
  return { title: form.newTitle, description: form.newDescription };
}

export default async function NewVisitPage() {
  const [{ diary }, { visits: words, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  return (
    <SubPage title={words.form.newTitle} helpLabel={common.help.button} back={{ label: words.title, href: "/visits" }}>
      <VisitForm diaryId={diary.id} visit={null} today={dayOf(new Date(), diary.profile.timeZone ?? "UTC")} words={words} />
    </SubPage>
  );
}
