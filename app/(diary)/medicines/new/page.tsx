import type { Metadata } from "next";
import { MedicineForm } from "@/components/medicines/medicine-form";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { medicines: { form } } = await getTexts();
  return { title: form.newTitle, description: form.newDescription };
}

export default async function NewMedicinePage() {
  const [{ viewer, diary }, { medicines: words, setUp, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  return (
    <SubPage title={words.form.newTitle} helpLabel={common.help.button} back={{ label: words.title, href: "/medicines" }}>
      <MedicineForm diary={{ userId: viewer.userId, diaryId: diary.id }} stored={null} lastListed={null} texts={setUp} words={words} />
    </SubPage>
  );
}
