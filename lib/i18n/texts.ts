import { getMessages } from "next-intl/server";
import type { Messages } from "@/lib/i18n/messages";

/** All texts in the person's language, as plain objects that may go to client components as props. Server only. */
export async function getTexts(): Promise<Messages> {
  return (await getMessages()) as Messages;
}
