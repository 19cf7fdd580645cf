import { StillPage } from "@/components/ui/still-page";
import { getTexts } from "@/lib/i18n/texts";

export default async function RemindersLoading() {
  const { common, reminders } = await getTexts();
  return <StillPage title={reminders.title} loading={common.loading} blocks={3} />;
}
