import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ConsentForm } from "@/components/account/consent-form";
import { safeReturnTo } from "@/components/account/return-to";
import { SignOut } from "@/components/account/sign-out";
import { OperatorCard } from "@/components/public/operator-card";
import { CONSENT_VERSION, consentState } from "@/lib/domain/account/consent";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { findOwn } from "@/lib/server/data/diaries";
import { operator } from "@/lib/server/env";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { consent } = await getTexts();
  return { title: consent.screen.title, description: consent.description, robots: { index: false } };
}

type ConsentPageProps = { searchParams: Promise<{ returnTo?: string | string[] }> };

/** What is stored and what this is not, before anything about a person's health is kept. Asked anew when the text changes. */
export default async function ConsentPage({ searchParams }: ConsentPageProps) {
  const [viewer, { consent: texts, common, more, privacy }, { returnTo }] = await Promise.all([requireViewer(), getTexts(), searchParams]);
  const { diary, consent } = await findOwn(viewer);
  const target = safeReturnTo(returnTo);
  const state = consentState(consent);
  if (viewer.demoRole || state === "current") redirect(target);
  const { screen } = texts;
  const country = diary?.profile.country;
  const emergency = country === undefined ? common.localNumber : numbersFor(country).emergency.show;
  return (
    <div className="mx-auto w-full max-w-[34rem]">
      <h1>{screen.title}</h1>
      <p className="mt-1.5 text-ink-2">{screen.lead}</p>
      {state === "outdated" && <p className="note info mt-3">{texts.changed}</p>}
      <dl className="mt-4 grid gap-3.5">
        <Point title={screen.stored.title}>{screen.stored.text}</Point>
        <Point title={screen.seen.title}>{screen.seen.text}</Point>
        <Point title={screen.not.title}><span data-statement>{fill(common.statement, { emergency })}</span></Point>
        <Point title={screen.change.title}>{screen.change.text}</Point>
        <div><dt className="font-semibold">{screen.operator.title}</dt><dd className="mt-1.5"><OperatorCard texts={privacy.operator} operator={operator()} /></dd></div>
      </dl>
      <Link className="mt-2 inline-flex min-h-12 items-center underline" href="/privacy" prefetch={false}>{texts.readPrivacy}</Link>
      <div className="mt-3"><ConsentForm texts={texts} version={CONSENT_VERSION} returnTo={target} /></div>
      <section className="mt-7 border-t border-line pt-4">
        <p className="text-ink-2">{diary ? texts.noThanksDiary : texts.noThanks}</p>
        <Link className="inline-flex min-h-12 items-center underline" href={diary ? "/more/account/privacy" : "/more/account/privacy/delete"} prefetch={false}>{diary ? texts.dataInstead : texts.deleteInstead}</Link>
        <SignOut texts={more.signOut} userId={viewer.userId} />
      </section>
    </div>
  );
}

function Point({ title, children }: { title: string; children: ReactNode }) {
  return <div><dt className="font-semibold">{title}</dt><dd className="mt-0.5">{children}</dd></div>;
}
