import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function TrackersLoading() {
  const { common, trackers } = await getTexts();
  return <StillPage title={trackers.title} loading={common.loading} blocks={3} />;
}
