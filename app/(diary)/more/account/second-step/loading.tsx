import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function SecondStepLoading() {
  const { common, secondStep } = await getTexts();
  return <StillPage title={secondStep.title} loading={common.loading} blocks={3} />;
}
