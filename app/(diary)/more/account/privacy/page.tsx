import type { Metadata } from "next";
import Link from "next/link";
import { DownloadLink } from "@/components/account/download-link";
import { SubPage } from "@/components/public/sub-page";
import { wordDay } from "@/components/sharing/when";
import { LinkList, type LinkItem } from "@/components/ui/link-list";
import { consentState } from "@/lib/domain/account/consent";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { findOwn } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { consent: { myData } } = await getTexts();
  return { title: myData.title, description: myData.description };
}

/** What one agreed to, a copy of everything, and the two ways out. Open without a consent, too. */
export default async function MyDataPage() {
  const [viewer, { account, consent: { myData: texts }, common, data }] = await Promise.all([requireViewer(), getTexts()]);
  const { diary, consent } = await findOwn(viewer);
  const state = consentState(consent);
  const timeZone = diary?.profile.timeZone ?? "UTC";
  const word = (moment: Date) => wordDay(dayOf(moment, timeZone), dayOf(new Date(), timeZone));
  const items: LinkItem[] = [
    ...(diary && (state === "current" || viewer.demoRole) ? [{ href: "/more/data", icon: "saved", label: data.title, hint: data.hint } as const] : []),
    ...(state === "current" || state === "outdated" ? [{ href: "/more/account/privacy/withdraw", icon: "lock", label: texts.withdraw, hint: texts.withdrawHint } as const] : []),
    { href: "/more/account/privacy/delete", icon: "alert", label: texts.delete, hint: diary ? texts.deleteHint : texts.deleteAccountHint },
  ];
  return (
    <SubPage title={texts.title} helpLabel={common.help.button} back={{ label: account.back, href: "/more/account" }}>
      <div className="stack">
        {consent && !viewer.demoRole && (
          <p>
            {fill(state === "withdrawn" ? texts.withdrawn : state === "outdated" ? texts.agreedBefore : texts.agreed, { date: word(consent.withdrawnAt ?? consent.givenAt) })}
            {state !== "current" && <Link className="flex min-h-12 w-fit items-center underline" href="/consent" prefetch={false}>{state === "withdrawn" ? texts.agreeAgain : texts.readAgain}</Link>}
          </p>
        )}
        {!diary && <p>{texts.none}</p>}
        {diary && (
          <section className="card">
            <h2>{texts.copy}</h2>
            <p className="mt-1.5 mb-3">{texts.copyText}</p>
            <DownloadLink diaryId={diary.id} label={texts.download} />
          </section>
        )}
        {viewer.demoRole ? <p className="note info">{texts.demo}</p> : <LinkList items={items} />}
        <LinkList items={[{ href: "/privacy", icon: "list", label: texts.privacy, hint: texts.privacyHint }]} />
      </div>
    </SubPage>
  );
}
