import type { Metadata } from "next";
import Link from "next/link";
import { OperatorCard } from "@/components/public/operator-card";
import { PrintButton } from "@/components/public/print-button";
import { TitledList } from "@/components/public/titled-list";
import { getTexts } from "@/lib/i18n/texts";
import { operator } from "@/lib/server/env";
import { findViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { privacy } = await getTexts();
  return { title: privacy.page.title, description: privacy.page.description };
}

/** What is stored, where, how long, who sees it, and what one can do about it. */
export default async function PrivacyPage() {
  const [{ privacy: { page, operator: texts }, account, common }, viewer] = await Promise.all([getTexts(), findViewer()]);
  return (
    <>
      <h1>{page.title}</h1>
      <p className="mt-1.5 mb-5 text-ink-2">{page.lead}</p>
      <div className="grid gap-6">
        <section><h2 className="mb-1.5">{page.who}</h2><OperatorCard texts={texts} operator={operator()} /></section>
        {page.sections.map(({ title, lines }) => <TitledList key={title} title={title} lines={lines} />)}
        <TitledList title={page.rights} lines={page.rightsLines} />
        {viewer && <Link className="btn line wide" href="/more/account/privacy" prefetch={false}>{page.toMyData}</Link>}
        <p>{common.notesStatement}</p>
        <Link className="inline-flex min-h-12 items-center font-semibold underline" href="/someone-else" prefetch={false}>{account.list.someoneElse}</Link>
        <div className="flex"><PrintButton label={page.print} /></div>
      </div>
    </>
  );
}
