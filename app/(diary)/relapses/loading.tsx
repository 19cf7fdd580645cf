import { StillBlocks } from "@/components/sharing/still-blocks";
import { messages } from "@/lib/i18n/messages";

export default function RelapsesLoading() {
  return <StillBlocks title={messages.relapses.title} cards={2} />;
}
