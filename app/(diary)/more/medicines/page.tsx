import type { Metadata } from "next";
import { MedicinesEditor } from "@/components/setup/medicines-editor";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { listMedicines } from "@/lib/server/data/medicines";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { more } = await getTexts();
  return { title: more.medicines.title, description: more.medicines.description };
}

export default async function MedicinesPage() {
  const [{ viewer, diary }, { more, setUp, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  return (
    <SubPage title={more.medicines.title} lead={more.medicines.lead} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      <MedicinesEditor texts={setUp} diaryId={diary.id} stored={await listMedicines(viewer, diary.id)} />
    </SubPage>
  );
}
