import { StillBlocks } from "@/components/sharing/still-blocks";
import { messages } from "@/lib/i18n/messages";

/** For the list only: one patient's page answers 404 when it is not shared, and a page that began with this could not. */
export default function PatientsLoading() {
  return <StillBlocks title={messages.sharing.patients.title} cards={1} home="/patients" />;
}
