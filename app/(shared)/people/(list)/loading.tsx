import { StillBlocks } from "@/components/sharing/still-blocks";
import { messages } from "@/lib/i18n/messages";

/** For the list only: one person's page answers 404 when it is not shared, and a page that began with this could not. */
export default function PeopleLoading() {
  return <StillBlocks title={messages.sharing.people.title} cards={2} home="/people" />;
}
