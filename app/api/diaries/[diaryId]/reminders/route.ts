import { diaryParams } from "@/lib/schemas/params";
import { reminderSchema } from "@/lib/schemas/reminder";
import { saveReminder } from "@/lib/server/data/reminders";
import { handle } from "@/lib/server/handle";

export const PUT = handle({ params: diaryParams, body: reminderSchema }, (viewer, { diaryId }, input) => saveReminder(viewer, diaryId, input));
