import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { RecoveryCodes } from "@/components/account/recovery-codes";
import { SubPage } from "@/components/public/sub-page";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { countRecoveryCodes } from "@/lib/server/data/recovery-codes";
import { isFresh } from "@/lib/server/data/sessions";
import { publicUrl } from "@/lib/server/env";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { recovery } = (await getTexts()).secondStep;
  return { title: recovery.title, description: recovery.description };
}

export default async function RecoveryCodesPage() {
  const [viewer, { account, secondStep, signIn, common }] = await Promise.all([requireViewer(), getTexts()]);
  if (!viewer.demoRole && !(await isFresh(viewer))) redirect("/more/account/confirm?returnTo=%2Fmore%2Faccount%2Frecovery-codes");
  const { made, left } = await countRecoveryCodes(viewer);
  const { recovery } = secondStep;
  const address = `${publicUrl().replace(/^https?:\/\//, "")}/sign-in`;
  const how = fill(recovery.paperHow, { address, noMail: signIn.cannotGetCode, noApp: signIn.secondStep.useRecovery });
  return (
    <SubPage title={recovery.title} lead={recovery.lead} helpLabel={common.help.button} back={{ label: account.back, href: "/more/account" }}>
      {viewer.demoRole ? <p className="note info">{secondStep.demo}</p> : <RecoveryCodes texts={secondStep} left={left} hasMade={made > 0} how={how} />}
    </SubPage>
  );
}
