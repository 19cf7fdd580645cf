import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { detailsOf, readDetails } from "@/app/(shared)/people/read-details";
import { wordLatest } from "@/components/sharing/person-card";
import { PersonDetails } from "@/components/sharing/person-details";
import { PersonHead } from "@/components/sharing/person-head";
import { TopBar } from "@/components/shell/top-bar";
import { getTexts } from "@/lib/i18n/texts";
import { requireViewer } from "@/lib/server/viewer";

type PageProps = { params: Promise<{ diaryId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { patients } = (await getTexts()).sharing;
  return { title: patients.title, description: patients.description };
}

/** One patient's diary as far as it is shared with a clinician. No emergency button: nobody watches it live. */
export default async function PatientPage({ params }: PageProps) {
  const viewer = await requireViewer();
  const person = await readDetails(viewer, (await params).diaryId, new Date());
  if (!person) notFound();
  const { common } = await getTexts();
  const t = await getTranslations("sharing.patients");
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} back={{ label: t("back"), href: "/patients" }} />
      <main id="main">
        <div className="mb-4">
          <PersonHead level="h1" name={person.diary.displayName} line={await wordLatest(person)}>
            {person.change && <span className="pill plain">{t(`status.${person.change.status}`)}</span>}
          </PersonHead>
        </div>
        <PersonDetails {...detailsOf(person)} reader="clinician" />
        <p className="small muted mt-4">{t("notWatched")}</p>
      </main>
    </>
  );
}
