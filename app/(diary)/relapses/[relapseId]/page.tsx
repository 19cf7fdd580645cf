import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SubPage } from "@/components/public/sub-page";
import { RelapseForm } from "@/components/relapse/relapse-form";
import { wordDates, wordTitle } from "@/components/relapse/relapse-words";
import { RemoveRelapse } from "@/components/relapse/remove-relapse";
import { dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { listRelapses, listSteroidCourses } from "@/lib/server/data/relapses";
import { requireOwnDiary } from "@/lib/server/own-diary";

type RelapsePageProps = { params: Promise<{ relapseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { relapseForm: { form } } = await getTexts();
  return { title: form.changeTitle, description: form.changeDescription };
}

/** One relapse with all that can be told of it: to change, to close or open again, and to remove. */
export default async function RelapsePage({ params }: RelapsePageProps) {
  const [{ relapseId }, { viewer, diary }, { relapseForm, relapses: { title, symptoms, sides, regions, felt }, common }] = await Promise.all([params, requireOwnDiary(), getTexts()]);
  const [relapses, courses, t] = await Promise.all([listRelapses(viewer, diary.id), listSteroidCourses(viewer, diary.id), getTranslations("relapses")]);
  const relapse = relapses.find(({ id }) => id === relapseId.toLowerCase());
  if (!relapse) notFound();
  const today = dayOf(new Date(), diary.profile.timeZone ?? "UTC");
  const course = courses.find((each) => each.relapseId === relapse.id);
  const { startedAt: _start, endedAt: _end, updatedAt, ...told } = relapse;
  const stored = {
    ...told, updatedAt: updatedAt.toISOString(),
    steroids: course ? { id: course.id, name: course.name, startedOn: course.startedOn ?? null, lastDoseOn: course.lastDoseOn ?? null } : null,
  };
  const lead = `${wordTitle(t, { ...relapse, cause: null, eyes: null })}. ${wordDates(t, relapse, today)}`;
  return (
    <SubPage title={relapseForm.form.changeTitle} lead={lead} helpLabel={common.help.button} back={{ label: title, href: "/relapses" }}>
      <RelapseForm key={stored.updatedAt} diary={{ userId: viewer.userId, diaryId: diary.id }} stored={stored} today={today} words={{ form: relapseForm, choices: { symptoms, sides, regions, felt } }} />
      <div className="border-line mt-6 border-t pt-5"><RemoveRelapse diary={{ userId: viewer.userId, diaryId: diary.id }} relapseId={relapse.id} words={relapseForm} /></div>
    </SubPage>
  );
}
