import type { Metadata } from "next";
import { DIARY_SECTIONS } from "@/components/setup/draft";
import { LinkList } from "@/components/ui/link-list";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { more } = await getTexts();
  return { title: more.aboutYou.title, description: more.aboutYou.description };
}

/** The screens of the set-up, to change answers later. */
export default async function AboutYouPage() {
  const [, { more, setUp, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  return (
    <SubPage title={more.aboutYou.title} lead={more.aboutYou.lead} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      <LinkList items={DIARY_SECTIONS.map((section) => ({ href: `/more/about-you/${section}`, label: setUp.sections[section].title, hint: setUp.sections[section].hint }))} />
    </SubPage>
  );
}
