import { StillBlocks } from "@/components/sharing/still-blocks";
import { messages } from "@/lib/i18n/messages";

export default function WalkLoading() {
  return <StillBlocks title={messages.walk.title} cards={2} />;
}
