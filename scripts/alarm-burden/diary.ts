import type { JudgedCheckIn, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { DAY_MS } from "@/lib/domain/time";

/** Without an open relapse no rule reads an older check-in, but for its timed walk; with one they go back to the usual of before it. */
const READ_MS = 181 * DAY_MS;

/** A diary as it grows. It hands the rules what they read and no more, since their time grows with it. */
export function createDiary() {
  let older: JudgedCheckIn[] = [];
  let walks: JudgedCheckIn[] = [];
  let recent: JudgedCheckIn[] = [];

  function age(now: Date): void {
    const first = recent.findIndex(({ recordedAt }) => now.getTime() - recordedAt.getTime() <= READ_MS);
    if (first === 0) return;
    const aged = first < 0 ? recent : recent.slice(0, first);
    recent = recent.slice(aged.length);
    older = [...older, ...aged];
    walks = older.filter(({ walking }) => walking?.timed25FootSeconds !== undefined);
  }

  return {
    last: (): JudgedCheckIn | undefined => recent.at(-1) ?? older.at(-1),
    add: (checkIn: JudgedCheckIn): void => void recent.push(checkIn),
    /** The check-ins for judging one of this moment, oldest first. */
    readAt(now: Date, relapses: readonly RecordedRelapse[]): JudgedCheckIn[] {
      age(now);
      return [...(relapses.some(({ endedAt }) => endedAt === undefined) ? older : walks), ...recent];
    },
  };
}
