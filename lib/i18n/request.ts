import { getRequestConfig } from "next-intl/server";
import { messages } from "@/lib/i18n/messages";

/** The locale comes from the person, not from the path. The time zone is passed by each call: the server's is never right. */
export default getRequestConfig(async () => ({ locale: "en", messages, timeZone: "UTC" }));
