import { noteSearchSchema } from "@/lib/schemas/note-search";
import { diaryParams } from "@/lib/schemas/params";
import { searchNotes } from "@/lib/server/data/notes";
import { handle } from "@/lib/server/handle";

/** Searches the owner's notes. A POST, so that the words stand in no address, history or log. */
export const POST = handle({ params: diaryParams, body: noteSearchSchema }, (viewer, { diaryId }, { text }) => searchNotes(viewer, { diaryId, text }));
