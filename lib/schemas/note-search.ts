import { z } from "zod";
import type { CalendarDay } from "@/lib/domain/time";
import { textSchema } from "@/lib/schemas/values";

export const MOST_SEARCH_CHARACTERS = 100;

/** What is looked for stands in the body, never in an address. */
export const noteSearchSchema = z.strictObject({ text: textSchema(MOST_SEARCH_CHARACTERS, "search.tooLong").min(1, "search.empty") });

export type FoundNote = { id: string; day: CalendarDay; recordedAt: string; timeZone: string; note: string };
/** `count` is of all; `entries` are the newest of them */
export type FoundNotes = { count: number; entries: FoundNote[] };
