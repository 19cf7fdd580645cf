import "server-only";
import { timingSafeEqual } from "node:crypto";
import { parse } from "uuid";
import { keyedHash } from "@/lib/server/keyed";

const ID_BYTES = 16;
const MARK_BYTES = 16;

/**
 * What the link of a mail holds to switch reminders off: the diary's id with this server's mark. It is stored nowhere and opens nothing
 * else, so a forwarded mail can at worst silence reminders.
 */
export const reminderToken = (diaryId: string): string => Buffer.concat([Buffer.from(parse(diaryId)), markOf(diaryId)]).toString("base64url");

/** The diary that a token was made for; null for one that this server did not make. */
export function readReminderToken(token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== ID_BYTES + MARK_BYTES) return null;
  const diaryId = bytes.toString("hex", 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return timingSafeEqual(bytes.subarray(ID_BYTES), markOf(diaryId)) ? diaryId : null;
}

const markOf = (diaryId: string) => Buffer.from(keyedHash("reminder-off", diaryId), "base64url").subarray(0, MARK_BYTES);
