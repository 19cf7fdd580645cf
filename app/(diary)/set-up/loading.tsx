import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function SetUpLoading() {
  const { common, setUp } = await getTexts();
  return <StillPage title={setUp.title} loading={common.loading} blocks={3} />;
}
