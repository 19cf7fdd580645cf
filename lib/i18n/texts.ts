import { messages, type Messages } from "@/lib/i18n/messages";

/**
 * All texts in the person's language, as plain objects that may go to client components as props. Server only.
 * Not by way of next-intl, which is given only the areas that it formats.
 */
export async function getTexts(): Promise<Messages> {
  return messages;
}
