import { StillBlocks } from "@/components/sharing/still-blocks";
import { messages } from "@/lib/i18n/messages";

export default function ShareLoading() {
  return <StillBlocks title={messages.sharing.share.title} cards={2} />;
}
