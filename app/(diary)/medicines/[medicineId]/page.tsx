import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { MedicineForm } from "@/components/medicines/medicine-form";
import { toMedicineInput } from "@/components/medicines/medicine-input";
import { SubPage } from "@/components/public/sub-page";
import { wordDay } from "@/components/sharing/when";
import { addDays, dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { listMedicineEvents } from "@/lib/server/data/medicine-events";
import { findMedicine } from "@/lib/server/data/medicines";
import { requireOwnDiary } from "@/lib/server/own-diary";

type MedicinePageProps = { params: Promise<{ medicineId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { medicines: { form } } = await getTexts();
  return { title: form.changeTitle, description: form.changeDescription };
}

export default async function MedicinePage({ params }: MedicinePageProps) {
  const [{ medicineId }, { viewer, diary }, { medicines: words, setUp, common }] = await Promise.all([params, requireOwnDiary(), getTexts()]);
  const found = z.guid().safeParse(medicineId).success ? await findMedicine(viewer, { diaryId: diary.id, id: medicineId }) : null;
  if (!found || found.isRemoved) notFound();
  const { isRemoved: _standing, ...medicine } = found;
  const today = dayOf(new Date(), diary.profile.timeZone ?? "UTC");
  const events = await listMedicineEvents(viewer, { diaryId: diary.id, from: "1900-01-01", to: addDays(today, 1) });
  const newest = events.filter(({ medicineId: of, kind }) => of === medicine.id && kind === "infusion").at(-1);
  return (
    <SubPage title={words.form.changeTitle} lead={medicine.name} helpLabel={common.help.button} back={{ label: words.title, href: "/medicines" }}>
      <MedicineForm key={medicine.updatedAt.toISOString()} diary={{ userId: viewer.userId, diaryId: diary.id }} stored={toMedicineInput(medicine)}
        lastListed={newest ? wordDay(newest.day, today) : null} texts={setUp} words={words} />
    </SubPage>
  );
}
