import type { Metadata } from "next";
import Link from "next/link";
import { QuickLeave } from "@/components/public/quick-leave";
import { getTexts } from "@/lib/i18n/texts";

export async function generateMetadata(): Promise<Metadata> {
  const { someoneElse } = await getTexts();
  return { title: someoneElse.title, description: someoneElse.description, robots: { index: false } };
}

const LINK = "inline-flex min-h-12 items-center font-semibold underline";

/** For someone whose phone or login another person may use, and who may be watched: what to do first, and what the other may notice. */
export default async function SomeoneElsePage() {
  const { someoneElse: texts } = await getTexts();
  return (
    <>
      <QuickLeave label={texts.leave} hint={texts.leaveHint} />
      <h1 className="mt-2">{texts.title}</h1>
      <p className="mt-1.5 mb-4 text-ink-2">{texts.lead}</p>
      <div className="grid gap-6">
        <section className="note urgent">
          <h2>{texts.danger.title}</h2>
          <p className="mt-1">{texts.danger.text}</p>
          <Link className={LINK} href="/help" prefetch={false}>{texts.danger.link}</Link>
        </section>
        <section>
          <h2 className="mb-1.5">{texts.before.title}</h2>
          <ul className="grid list-disc gap-1.5 ps-5">{texts.before.lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
        <section>
          <h2 className="mb-2.5">{texts.stepsTitle}</h2>
          <ol className="grid gap-3">
            {texts.steps.map(({ title, text, noticed, href, link }, index) => (
              <li key={title} className="card mt-0">
                <h3><span className="num">{index + 1}.</span> {title}</h3>
                <p className="mt-1">{text}</p>
                <p className="mt-1.5 text-sm text-ink-2"><b className="b">{texts.noticedLabel}</b> {noticed}</p>
                {href && <Link className={LINK} href={href} prefetch={false}>{link}</Link>}
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h2 className="mb-1.5">{texts.phone.title}</h2>
          <ul className="grid list-disc gap-1.5 ps-5">{texts.phone.lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
        <section>
          <h2>{texts.undo.title}</h2>
          <p className="mt-1">{texts.undo.text}</p>
          <Link className={LINK} href="/undo-email" prefetch={false}>{texts.undo.link}</Link>
        </section>
        <section>
          <h2>{texts.locked.title}</h2>
          <p className="mt-1">{texts.locked.text}</p>
          <Link className={LINK} href="/imprint" prefetch={false}>{texts.locked.link}</Link>
        </section>
      </div>
    </>
  );
}
