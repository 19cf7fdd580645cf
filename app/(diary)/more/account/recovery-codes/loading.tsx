import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function RecoveryCodesLoading() {
  const { common, secondStep } = await getTexts();
  return <StillPage title={secondStep.recovery.title} loading={common.loading} blocks={3} />;
}
