import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MedicinesEditor } from "@/components/setup/medicines-editor";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { listMedicines } from "@/lib/server/data/medicines";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { more } = await getTexts();
  return { title: more.medicines.title, description: more.medicines.description };
}

export default async function MedicinesPage() {
  const [viewer, { more, setUp, common }] = await Promise.all([requireViewer(), getTexts()]);
  const own = await findOwnDiary(viewer);
  if (!own) redirect("/set-up");
  return (
    <SubPage title={more.medicines.title} lead={more.medicines.lead} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      <MedicinesEditor texts={setUp} diaryId={own.id} stored={await listMedicines(viewer, own.id)} />
    </SubPage>
  );
}
