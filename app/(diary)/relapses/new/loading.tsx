import { StillBlocks } from "@/components/sharing/still-blocks";
import { messages } from "@/lib/i18n/messages";

export default function Loading() {
  return <StillBlocks title={messages.relapseForm.form.newTitle} cards={3} />;
}
