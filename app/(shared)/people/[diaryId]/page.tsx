import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { detailsOf, readDetails } from "@/app/(shared)/people/read-details";
import { LatestNote } from "@/components/sharing/latest-note";
import { wordLatest } from "@/components/sharing/person-card";
import { PersonDetails } from "@/components/sharing/person-details";
import { PersonHead } from "@/components/sharing/person-head";
import { TopBar } from "@/components/shell/top-bar";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { getTexts } from "@/lib/i18n/texts";
import { requireViewer } from "@/lib/server/viewer";

type PageProps = { params: Promise<{ diaryId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { people } = (await getTexts()).sharing;
  return { title: people.title, description: people.description };
}

/** One person's diary as far as it is shared with a caregiver. */
export default async function PersonPage({ params }: PageProps) {
  const viewer = await requireViewer();
  const person = await readDetails(viewer, (await params).diaryId, new Date());
  if (!person) notFound();
  const { common } = await getTexts();
  const t = await getTranslations("sharing.people");
  const emergency = numbersFor(person.diary.country ?? undefined).emergency.show;
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} back={{ label: t("back"), href: "/people" }} />
      <main id="main">
        <div className="mb-4">
          <PersonHead level="h1" name={person.diary.displayName} line={await wordLatest(person)} />
          <LatestNote state={person.state} isToday={person.latest?.day === person.today} emergency={emergency} />
        </div>
        <PersonDetails {...detailsOf(person)} reader="caregiver" />
        <p className="small muted mt-4">{t("danger", { emergency })}</p>
      </main>
    </>
  );
}
