import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SecondStepFlow } from "@/components/account/second-step-flow";
import { SubPage } from "@/components/public/sub-page";
import { getTexts } from "@/lib/i18n/texts";
import { findFactors } from "@/lib/server/data/factors";
import { isFresh } from "@/lib/server/data/sessions";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { secondStep } = await getTexts();
  return { title: secondStep.title, description: secondStep.description };
}

export default async function SecondStepPage() {
  const [viewer, { account, secondStep, common }] = await Promise.all([requireViewer(), getTexts()]);
  if (!viewer.demoRole && !(await isFresh(viewer))) redirect("/more/account/confirm?returnTo=%2Fmore%2Faccount%2Fsecond-step");
  const { hasTotp, recoveryCodesLeft } = await findFactors(viewer.userId);
  return (
    <SubPage title={secondStep.title} helpLabel={common.help.button} back={{ label: account.back, href: "/more/account" }}>
      {viewer.demoRole ? <p className="note info">{secondStep.demo}</p> : <SecondStepFlow texts={secondStep} isOn={hasTotp} codesLeft={recoveryCodesLeft} />}
    </SubPage>
  );
}
