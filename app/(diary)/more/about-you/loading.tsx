import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function AboutYouLoading() {
  const { common, more } = await getTexts();
  return <StillPage title={more.aboutYou.title} loading={common.loading} blocks={5} />;
}
