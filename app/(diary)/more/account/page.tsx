import type { Metadata } from "next";
import { SubPage } from "@/components/public/sub-page";
import { LinkList, type LinkItem } from "@/components/ui/link-list";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { getTexts } from "@/lib/i18n/texts";
import { findFactors, type Factors } from "@/lib/server/data/factors";
import { listOwnSessions } from "@/lib/server/data/own-sessions";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await getTexts();
  return { title: account.title, description: account.description };
}

/** All that has to do with getting in, each with its present state. */
export default async function AccountPage() {
  const [viewer, { account, more, common }] = await Promise.all([requireViewer(), getTexts()]);
  const [factors, sessions] = await Promise.all([findFactors(viewer.userId), listOwnSessions(viewer)]);
  return (
    <SubPage title={account.title} lead={account.lead} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      <LinkList items={itemsOf({ factors, sessions: sessions.length, email: viewer.email }, account.list)} />
    </SubPage>
  );
}

type State = { factors: Factors; sessions: number; email: string };

function itemsOf({ factors: { passkeys, hasTotp, recoveryCodesLeft }, sessions, email }: State, list: Messages["account"]["list"]): LinkItem[] {
  return [
    { href: "/more/account/passkeys", icon: "saved", label: list.passkeys, hint: passkeys === 0 ? list.passkeysNone : passkeys === 1 ? list.passkeysOne : fill(list.passkeysMany, { count: passkeys }) },
    { href: "/more/account/second-step", icon: "lock", label: list.secondStep, hint: hasTotp ? list.secondStepOn : list.secondStepOff },
    { href: "/more/account/recovery-codes", icon: "list", label: list.recoveryCodes, hint: recoveryCodesLeft === 0 ? list.recoveryCodesNone : fill(list.recoveryCodesLeft, { left: recoveryCodesLeft }) },
    { href: "/more/account/email", icon: "mail", label: list.email, hint: email },
    { href: "/more/account/sessions", icon: "show", label: list.sessions, hint: sessions === 1 ? list.sessionsOne : fill(list.sessionsMany, { count: sessions }) },
    { href: "/more/account/privacy", icon: "eye", label: list.privacy, hint: list.privacyHint },
    { href: "/someone-else", icon: "help", label: list.someoneElse, hint: list.someoneElseHint },
  ];
}
