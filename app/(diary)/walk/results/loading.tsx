import { StillBlocks } from "@/components/sharing/still-blocks";
import { messages } from "@/lib/i18n/messages";

export default function ClinicResultsLoading() {
  return <StillBlocks title={messages.walk.clinic.title} cards={2} />;
}
