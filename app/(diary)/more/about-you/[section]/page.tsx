import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { namedCountries, otherCountries, timeZones } from "@/components/help/places";
import { DIARY_SECTIONS, type DiarySection } from "@/components/setup/draft";
import { SectionEditor } from "@/components/setup/section-editor";
import { partTexts } from "@/components/setup/section-props";
import { toDiaryInput } from "@/components/setup/stored-diary";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";

type SectionPageProps = { params: Promise<{ section: string }> };

export async function generateMetadata({ params }: SectionPageProps): Promise<Metadata> {
  const [{ setUp, more }, { section }] = await Promise.all([getTexts(), params]);
  if (!isSection(section)) return {};
  const { title, lead } = setUp.sections[section];
  return { title, description: `${lead} ${more.aboutYou.sectionDescription}` };
}

export default async function SectionPage({ params }: SectionPageProps) {
  const [{ diary }, texts, { section }] = await Promise.all([requireOwnDiary(), getTexts(), params]);
  const { setUp, more, common } = texts;
  if (!isSection(section)) notFound();
  const { title, lead } = setUp.sections[section];
  return (
    <SubPage title={title} lead={lead} helpLabel={common.help.button} back={{ label: more.aboutYou.title, href: "/more/about-you" }}>
      <SectionEditor
        section={section} texts={setUp} common={partTexts(texts)}
        places={{ countries: namedCountries(), others: otherCountries(), zones: timeZones() }}
        diaryId={diary.id} stored={toDiaryInput(diary)} backHref="/more/about-you"
      />
    </SubPage>
  );
}

const isSection = (value: string): value is DiarySection => (DIARY_SECTIONS as readonly string[]).includes(value);
