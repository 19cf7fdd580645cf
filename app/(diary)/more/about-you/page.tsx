import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DIARY_SECTIONS } from "@/components/setup/draft";
import { TopBar } from "@/components/shell/top-bar";
import { LinkList } from "@/components/ui/link-list";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { more } = await getTexts();
  return { title: more.aboutYou.title, description: more.aboutYou.description };
}

/** The screens of the set-up, to change answers later. */
export default async function AboutYouPage() {
  const [viewer, { more, setUp, common }] = await Promise.all([requireViewer(), getTexts()]);
  if (!(await findOwnDiary(viewer))) redirect("/set-up");
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }} />
      <main id="main">
        <div className="max-w-[38rem]">
          <h1>{more.aboutYou.title}</h1>
          <p className="mt-1.5 mb-4 text-ink-2">{more.aboutYou.lead}</p>
          <LinkList items={DIARY_SECTIONS.map((section) => ({ href: `/more/about-you/${section}`, label: setUp.sections[section].title }))} />
        </div>
      </main>
    </>
  );
}
