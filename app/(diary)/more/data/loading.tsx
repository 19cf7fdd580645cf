import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function DataLoading() {
  const { common, data } = await getTexts();
  return <StillPage title={data.title} loading={common.loading} blocks={3} />;
}
