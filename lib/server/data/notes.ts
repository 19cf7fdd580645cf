import "server-only";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { foldWords, hasWords } from "@/lib/domain/search/find-words";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import type { FoundNote, FoundNotes } from "@/lib/schemas/note-search";
import { openDiary } from "@/lib/server/access";
import { toDay } from "@/lib/server/days";

/** So many are shown; how many there are is said. */
const MOST_SHOWN = 100;

/**
 * The owner's entries whose note holds every word of a text, newest first; accents and capitals do not matter. Removed entries and
 * older versions are left out. Owner only: notes of others are never searched, nor their diaries.
 * The notes are read and compared here, because a database folds letters by the locale it was made with.
 */
export function searchNotes(viewer: Viewer, { diaryId, text }: { diaryId: string; text: string }): Promise<FoundNotes> {
  return openDiary(viewer, diaryId, "owner", async (scope) => {
    const words = foldWords(text);
    if (words.length === 0) return { count: 0, entries: [] };
    const rows = await scope.db.checkIn.findMany({
      where: { diaryId: scope.diaryId, supersededAt: null, note: { not: null } },
      select: { id: true, day: true, recordedAt: true, timeZone: true, note: true }, orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    });
    const found = rows.filter(({ note }) => hasWords(note ?? "", words));
    return { count: found.length, entries: found.slice(0, MOST_SHOWN).map(toFound) };
  });
}

type Row = Pick<CheckIn, "id" | "recordedAt" | "timeZone" | "note"> & { day: Date };

const toFound = ({ id, day, recordedAt, timeZone, note }: Row): FoundNote => ({ id, day: toDay(day), recordedAt: recordedAt.toISOString(), timeZone, note: note ?? "" });
