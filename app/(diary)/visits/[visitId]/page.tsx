import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { SubPage } from "@/components/public/sub-page";
import { VisitForm } from "@/components/visits/visit-form";
import { wordVisitDay } from "@/components/visits/visit-words";
import { dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { findVisit } from "@/lib/server/data/visits";
import { requireOwnDiary } from "@/lib/server/own-diary";

type VisitPageProps = { params: Promise<{ visitId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { visits: { form } } = await getTexts();
  return { title: form.changeTitle, description: form.changeDescription };
}

export default async function VisitPage({ params }: VisitPageProps) {
  const [{ visitId }, { viewer, diary }, { visits: words, common }] = await Promise.all([params, requireOwnDiary(), getTexts()]);
  const visit = z.guid().safeParse(visitId).success ? await findVisit(viewer, diary.id, visitId) : null;
  if (!visit) notFound();
  const today = dayOf(new Date(), diary.profile.timeZone ?? "UTC");
  return (
    <SubPage title={words.form.changeTitle} lead={wordVisitDay(visit.day, today)} helpLabel={common.help.button} back={{ label: words.title, href: "/visits" }}>
      <VisitForm key={visit.updatedAt} diaryId={diary.id} visit={visit} today={today} words={words} />
    </SubPage>
  );
}
