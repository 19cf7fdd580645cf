import type { TrackerName } from "@/lib/domain/check-in/trackers";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import type { Comparison } from "@/lib/domain/trends/compare";
import type { Range } from "@/lib/domain/trends/range";
import { neededFrom, OLDEST_USUAL_DAYS, trendsOf, type Trends } from "@/lib/domain/trends/trends";
import type { OwnDiary } from "@/lib/server/data/diaries";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { fromDay } from "@/lib/server/days";
import type { Viewer } from "@/lib/server/viewer";

/** A usual rests on the 60 days before, and looks further back only when those hold too few; a day more, since instants decide. */
const USUAL_DAYS = 62;
/** Before any diary. */
const FIRST_DAY = "1900-01-01";

type Wanted = { range: Range; comparison: Comparison; trackers: readonly TrackerName[]; now: Date; today: CalendarDay; timeZone: string };

/** What the owner's trends page shows. Older answers are read only when the usual needs them. */
export async function readTrends(viewer: Viewer, diary: OwnDiary, wanted: Wanted): Promise<Trends> {
  const { range, comparison, trackers, today } = wanted;
  const from = neededFrom(range, comparison, today) ?? FIRST_DAY;
  const read = async (usualDays: number) => {
    const records = await readTrendRecords(viewer, {
      diaryId: diary.id, from, to: addDays(today, 1), usualFrom: addDays(today, -usualDays), alertsSince: fromDay(from), trackers, profile: diary.profile,
    });
    return trendsOf({ ...wanted, ...records, from, profile: diary.profile, isNearOnly: usualDays < OLDEST_USUAL_DAYS });
  };
  const trends = await read(USUAL_DAYS);
  return trends.lines.every(({ usual }) => usual) ? trends : read(OLDEST_USUAL_DAYS);
}
