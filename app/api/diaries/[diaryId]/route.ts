import { diaryParams } from "@/lib/schemas/params";
import { diarySchema } from "@/lib/schemas/profile";
import { saveDiary } from "@/lib/server/data/diaries";
import { handle } from "@/lib/server/handle";

/** Makes the viewer's diary under an id made by the browser, or replaces what is stored of it. */
export const PUT = handle({ params: diaryParams, body: diarySchema }, (viewer, { diaryId }, input) => saveDiary(viewer, diaryId, input));
