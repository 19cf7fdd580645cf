import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function VisitsLoading() {
  const { common, visits } = await getTexts();
  return <StillPage title={visits.title} loading={common.loading} blocks={3} />;
}
