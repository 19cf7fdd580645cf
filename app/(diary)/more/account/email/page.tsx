import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangeEmail } from "@/components/account/change-email";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { isFresh } from "@/lib/server/data/sessions";
import { env } from "@/lib/server/env";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { emailChange } = await getTexts();
  return { title: emailChange.title, description: emailChange.description };
}

/** Changing the address, for someone who has just shown who they are. */
export default async function ChangeEmailPage() {
  const [viewer, { account, emailChange, common }] = await Promise.all([requireViewer(), getTexts()]);
  const mayChange = !viewer.demoRole;
  if (mayChange && !(await isFresh(viewer))) redirect("/more/account/confirm?returnTo=%2Fmore%2Faccount%2Femail");
  const { DAYMARK_DEMO: isDemo, SMTP_URL } = env();
  return (
    <SubPage title={emailChange.title} helpLabel={common.help.button} back={{ label: account.back, href: "/more/account" }}>
      {mayChange
        ? <ChangeEmail texts={emailChange} email={viewer.email} mailboxHref={isDemo && !SMTP_URL ? "/demo-mailbox" : null} />
        : <p className="note info">{emailChange.demo}</p>}
    </SubPage>
  );
}
