import { getRequestConfig } from "next-intl/server";
import { textsFor } from "@/lib/i18n/plain";
import { env } from "@/lib/server/env";

/**
 * The locale comes from the person, not from the path. The time zone is passed by each call: the server's is never right.
 * Only the areas that need plurals and dates in their texts are formatted by next-intl; the others are read as plain objects
 * and filled by `fill`, so that they can be handed to the browser without its runtime.
 */
export default getRequestConfig(async () => {
  const { common, medicines, relapses, rules, sharing } = textsFor(env().DAYMARK_ALERTS);
  return { locale: "en", messages: { common, medicines, relapses, rules, sharing }, timeZone: "UTC" };
});
