import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function AboutLoading() {
  const { common, more } = await getTexts();
  return <StillPage title={more.about.title} loading={common.loading} blocks={4} />;
}
