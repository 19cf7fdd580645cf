import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ConfirmForm } from "@/components/account/confirm-form";
import { safeReturnTo } from "@/components/account/return-to";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { listConfirmMethods } from "@/lib/server/data/confirmations";
import { isFresh } from "@/lib/server/data/sessions";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { account: { confirm } } = await getTexts();
  return { title: confirm.title, description: confirm.description };
}

const HUB = "/more/account";

type ConfirmPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * "Is it you?", before something important. `?need=second-step` asks for a passkey or an authenticator's code, as a clinician's
 * patients do; a mailed code or a recovery code would not open them.
 */
export default async function ConfirmPage({ searchParams }: ConfirmPageProps) {
  const [viewer, { account, common, passkeys }, { returnTo, need }] = await Promise.all([requireViewer(), getTexts(), searchParams]);
  const target = confirmReturnTo(returnTo);
  const needsSecondStep = need === "second-step";
  const [isDone, all] = await Promise.all([needsSecondStep ? viewer.hasSecondFactor : isFresh(viewer), listConfirmMethods(viewer)]);
  if (isDone) redirect(target);
  const methods = needsSecondStep ? all.filter((method) => method === "passkey" || method === "totp") : all;
  const { confirm } = account;
  return (
    <SubPage
      title={confirm.title} lead={needsSecondStep ? confirm.openLead : confirm.lead} helpLabel={common.help.button}
      back={needsSecondStep ? { label: confirm.back, href: target } : { label: account.back, href: HUB }}
    >
      {methods.length > 0 ? <ConfirmForm texts={confirm} passkeyTexts={{ use: passkeys.use, problems: passkeys.problems }} email={viewer.email} methods={methods} returnTo={target} /> : (
        <>
          <p className="b">{confirm.none}</p>
          <p className="mt-1 mb-5">{confirm.noneHint}</p>
          <Link className="btn primary wide" href={HUB}>{confirm.setUp}</Link>
        </>
      )}
      {!needsSecondStep && !methods.includes("mail-code") && (
        <p className="mt-6 text-ink-2">{confirm.stuck}<Link className="flex min-h-12 w-fit items-center underline" href="/imprint" prefetch={false}>{confirm.stuckLink}</Link></p>
      )}
    </SubPage>
  );
}

/** Never back to this page: it would send on to itself. */
function confirmReturnTo(value: string | string[] | undefined): string {
  const path = safeReturnTo(value, HUB);
  return path.startsWith(`${HUB}/confirm`) ? HUB : path;
}
