import { wordTime, wordWeekday } from "@/components/sharing/when";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** "Next reminder: Sunday 22 November at 19:00, if there is no entry that day.", or that none will come. */
export function wordNext({ nextAt }: { nextAt: string | null }, timeZone: string, texts: Messages["reminders"]): string {
  if (!nextAt) return texts.none;
  const moment = new Date(nextAt);
  return fill(texts.next, { when: fill(texts.at, { day: wordWeekday(dayOf(moment, timeZone)), time: wordTime(moment, timeZone) }) });
}
