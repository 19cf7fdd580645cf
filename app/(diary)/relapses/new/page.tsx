import type { Metadata } from "next";
import { SubPage } from "@/components/public/sub-page";
import { RelapseForm } from "@/components/relapse/relapse-form";
import { dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { relapseForm: { form } } = await getTexts();
  return { title: form.newTitle, description: form.newDescription };
}

export default async function NewRelapsePage() {
  const [{ viewer, diary }, { relapseForm, relapses: { title, symptoms, sides, regions, felt }, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  return (
    <SubPage title={relapseForm.form.newTitle} lead={relapseForm.form.newLead} helpLabel={common.help.button} back={{ label: title, href: "/relapses" }}>
      <RelapseForm diary={{ userId: viewer.userId, diaryId: diary.id }} stored={null} today={dayOf(new Date(), diary.profile.timeZone ?? "UTC")} words={{ form: relapseForm, choices: { symptoms, sides, regions, felt } }} />
    </SubPage>
  );
}
