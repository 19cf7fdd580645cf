import "server-only";
import type { Messages } from "@/lib/i18n/messages";
import { textsFor } from "@/lib/i18n/plain";
import { env } from "@/lib/server/env";

/**
 * All texts in the person's language, as plain objects that may go to client components as props. Asked for, not imported, so that
 * a page need not change when there is a second language. Not through next-intl: it holds only the areas that it formats.
 */
export async function getTexts(): Promise<Messages> {
  return textsFor(env().DAYMARK_ALERTS);
}
