import { exportFileSchema } from "@/lib/schemas/export";
import { diaryParams } from "@/lib/schemas/params";
import { importDiary } from "@/lib/server/data/diary-imports";
import { handle } from "@/lib/server/handle";

/** Ten years of many entries a day are about half of it. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Takes in a file that the export wrote: all of it or nothing. */
export const POST = handle({ params: diaryParams, body: exportFileSchema, fileBytes: MOST_BYTES }, (viewer, { diaryId }, file) => importDiary(viewer, diaryId, file));
