import type { Metadata } from "next";
import { LookForm } from "@/components/account/look-form";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { more } = await getTexts();
  return { title: more.look.title, description: more.look.description };
}

export default async function LookPage() {
  const [{ more, common }] = await Promise.all([getTexts(), requireViewer()]);
  return (
    <SubPage title={more.look.title} lead={more.look.lead} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      <LookForm texts={more.look} />
    </SubPage>
  );
}
