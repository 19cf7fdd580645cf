import { StillBlocks } from "@/components/sharing/still-blocks";
import { messages } from "@/lib/i18n/messages";

export default function CaregiverAlertsLoading() {
  return <StillBlocks title={messages.sharing.alerts.title} cards={1} home="/people" />;
}
