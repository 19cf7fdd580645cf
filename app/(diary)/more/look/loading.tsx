import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function LookLoading() {
  const { common, more } = await getTexts();
  return <StillPage title={more.look.title} loading={common.loading} blocks={4} />;
}
