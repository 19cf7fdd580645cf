import type { Metadata } from "next";
import { LookForm } from "@/components/account/look-form";
import { TopBar } from "@/components/shell/top-bar";
import { getTexts } from "@/lib/i18n/texts";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { more } = await getTexts();
  return { title: more.look.title, description: more.look.description };
}

export default async function LookPage() {
  const [viewer, { more, common }] = await Promise.all([requireViewer(), getTexts()]);
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} withHelp={viewer.demoRole !== "clinician"} back={{ label: more.title, href: "/more" }} />
      <main id="main">
        <div className="max-w-[38rem]">
          <h1>{more.look.title}</h1>
          <p className="mt-1.5 mb-5 text-ink-2">{more.look.lead}</p>
          <LookForm texts={more.look} />
        </div>
      </main>
    </>
  );
}
