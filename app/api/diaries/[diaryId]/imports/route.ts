import { daysImportSchema } from "@/lib/schemas/import";
import { diaryParams } from "@/lib/schemas/params";
import { importDays } from "@/lib/server/data/imported-days";
import { handle } from "@/lib/server/handle";

/** Forty thousand days with ordinary notes. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Takes in the days of a file of another diary: all of them or none. */
export const POST = handle({ params: diaryParams, body: daysImportSchema, fileBytes: MOST_BYTES }, (viewer, { diaryId }, days) => importDays(viewer, diaryId, days));
