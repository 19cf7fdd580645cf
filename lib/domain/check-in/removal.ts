import { DAY_MS } from "@/lib/domain/time";

/** So long a removed entry can be put back; then it is deleted for good. Source: the issue, "undo for a day". */
export const UNDO_MS = DAY_MS;

/** The moment from which on a removed entry can not be put back any more. */
export const undoUntil = (removedAt: Date): Date => new Date(removedAt.getTime() + UNDO_MS);

/** True from exactly 24 hours on, whether or not the worker has been there: nobody reads it any more, and nothing brings it back. */
export const isGone = (removedAt: Date, now: Date): boolean => now.getTime() >= removedAt.getTime() + UNDO_MS;
