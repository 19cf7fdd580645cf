import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { listLocalMails } from "@/lib/server/data/local-mails";
import { env } from "@/lib/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const { signIn: { mailboxPage }, errors } = await getTexts();
  if (!isOpen()) return { title: errors.notFound.title, robots: { index: false } };
  return { title: mailboxPage.title, description: mailboxPage.description, robots: { index: false } };
}

/** In demo mode without SMTP only: behind a proxy every request looks local. */
const isOpen = () => env().DAYMARK_DEMO && !env().SMTP_URL;

/** What would have been mailed, newest first. */
export default async function DemoMailboxPage() {
  if (!isOpen()) notFound();
  const [{ signIn: { mailboxPage } }, mails] = await Promise.all([getTexts(), listLocalMails()]);
  return (
    <>
      <h1>{mailboxPage.title}</h1>
      <p className="mt-1.5 mb-4 text-ink-2">{mailboxPage.lead}</p>
      <div className="mb-5 flex flex-wrap gap-2.5">
        {/* A plain link: it asks the server again. */}
        <a className="btn line px-4" href="/demo-mailbox">{mailboxPage.refresh}</a>
        <Link className="btn text" href="/sign-in">{mailboxPage.back}</Link>
      </div>
      {mails.length === 0 && <p className="card">{mailboxPage.empty}</p>}
      <ol className="grid gap-3.5">
        {mails.map((mail) => (
          <li key={mail.id} className="card wrap-anywhere">
            <h2>{mail.subject}</h2>
            <p className="mt-1 text-sm text-ink-2">
              {fill(mailboxPage.to, { email: mail.to })} · <time dateTime={mail.createdAt.toISOString()}>{mail.createdAt.toISOString().slice(11, 16)} UTC</time>
            </p>
            <p className="mt-2.5 whitespace-pre-line">{mail.text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
