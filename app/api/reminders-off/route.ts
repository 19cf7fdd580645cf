import { switchOffSchema } from "@/lib/schemas/reminder";
import { switchOffReminder } from "@/lib/server/data/reminders";
import { handlePublic } from "@/lib/server/handle";
import { limitSecretTries } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";
import { readReminderToken } from "@/lib/server/reminder-token";

/** Switches reminders off by the link of a mail, signed in or not. */
export const POST = handlePublic({ body: switchOffSchema }, async (request, { token }) => {
  await limitSecretTries({ network: networkOf(request.headers) });
  const diaryId = readReminderToken(token);
  if (!diaryId) return { kind: "unknown" };
  await switchOffReminder(diaryId);
  return { kind: "off" };
});
