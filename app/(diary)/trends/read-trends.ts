import { addDays, type CalendarDay } from "@/lib/domain/time";
import { windowOf, type Range } from "@/lib/domain/trends/range";
import { trendsOf, type Trends } from "@/lib/domain/trends/trends";
import type { OwnDiary } from "@/lib/server/data/diaries";
import { readTrendRecords } from "@/lib/server/data/trend-records";
import { fromDay } from "@/lib/server/days";
import type { Viewer } from "@/lib/server/viewer";

/** A usual rests on the 60 days before, and on 180 when those hold too few; a day more, since instants decide. */
const USUAL_DAYS = 62;
const WIDE_USUAL_DAYS = 182;
/** Before any diary. */
const FIRST_DAY = "1900-01-01";

type Wanted = { range: Range; now: Date; today: CalendarDay; timeZone: string };

/** What the owner's trends page shows. Older days are read only when the usual needs them. */
export async function readTrends(viewer: Viewer, diary: OwnDiary, wanted: Wanted): Promise<Trends> {
  const { range, today } = wanted;
  const start = range === "all" ? FIRST_DAY : windowOf(range, today, null).from;
  const read = async (from: CalendarDay) => {
    const records = await readTrendRecords(viewer, { diaryId: diary.id, from, to: addDays(today, 1), alertsSince: fromDay(addDays(start, -1)) });
    return trendsOf({ ...wanted, ...records, profile: diary.profile });
  };
  const from = earlier(start, addDays(today, -USUAL_DAYS));
  const trends = await read(from);
  const wide = addDays(today, -WIDE_USUAL_DAYS);
  return trends.usual.fatigue || from <= wide ? trends : read(wide);
}

const earlier = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);
