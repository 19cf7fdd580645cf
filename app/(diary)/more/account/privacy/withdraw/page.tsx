import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { WithdrawConsent } from "@/components/account/withdraw-consent";
import { SubPage } from "@/components/public/sub-page";
import { consentState } from "@/lib/domain/account/consent";
import { getTexts } from "@/lib/i18n/texts";
import { findOwn } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

const BACK = "/more/account/privacy";

export async function generateMetadata(): Promise<Metadata> {
  const { consent: { withdraw } } = await getTexts();
  return { title: withdraw.title, description: withdraw.description };
}

/** As easy as agreeing was: no proof of who asks, since nothing is lost by it. */
export default async function WithdrawPage() {
  const [viewer, { consent: { withdraw: texts, myData }, common }] = await Promise.all([requireViewer(), getTexts()]);
  const state = consentState((await findOwn(viewer)).consent);
  if (state === "withdrawn") redirect("/withdrawn");
  if (viewer.demoRole || state === "none") redirect(BACK);
  return (
    <SubPage title={texts.title} lead={texts.lead} helpLabel={common.help.button} back={{ label: myData.back, href: BACK }}>
      <ul data-hide-tabs className="mb-6 grid list-disc gap-1.5 ps-5">{texts.effects.map((effect) => <li key={effect}>{effect}</li>)}</ul>
      <WithdrawConsent texts={texts} backHref={BACK} />
    </SubPage>
  );
}
