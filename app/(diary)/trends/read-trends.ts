import { addDays, type CalendarDay } from "@/lib/domain/time";
import { windowOf, type Range } from "@/lib/domain/trends/range";
import { trendsOf, type Trends } from "@/lib/domain/trends/trends";
import { listAlerts } from "@/lib/server/data/alerts";
import { listCheckIns } from "@/lib/server/data/check-ins";
import type { OwnDiary } from "@/lib/server/data/diaries";
import { listMedicines } from "@/lib/server/data/medicines";
import { listRelapses } from "@/lib/server/data/relapses";
import type { Viewer } from "@/lib/server/viewer";

/** A usual rests on the 60 days before, and on 180 when those hold too few; a day more, since instants decide. */
const USUAL_DAYS = 62;
const WIDE_USUAL_DAYS = 182;
/** Before any diary. */
const FIRST_DAY = "1970-01-01";

type Wanted = { range: Range; now: Date; today: CalendarDay; timeZone: string };

/** What the owner's trends page shows. Older days are read only when the usual needs them. */
export async function readTrends(viewer: Viewer, diary: OwnDiary, { range, now, today, timeZone }: Wanted): Promise<Trends> {
  const diaryId = diary.id;
  const start = range === "all" ? FIRST_DAY : windowOf(range, today, null).from;
  const from = earlier(start, addDays(today, -USUAL_DAYS));
  const [checkIns, alerts, relapses, medicines] = await Promise.all([
    listCheckIns(viewer, { diaryId, from, to: today }),
    listAlerts(viewer, { diaryId, from: addDays(start, -1), to: addDays(today, 1) }),
    listRelapses(viewer, diaryId),
    listMedicines(viewer, diaryId),
  ]);
  const trends = trendsOf({ range, now, today, timeZone, checkIns, alerts, relapses, medicines, profile: diary.profile });
  const wide = addDays(today, -WIDE_USUAL_DAYS);
  if (trends.usual.fatigue || from <= wide) return trends;
  const more = await listCheckIns(viewer, { diaryId, from: wide, to: today });
  return trendsOf({ range, now, today, timeZone, checkIns: more, alerts, relapses, medicines, profile: diary.profile });
}

const earlier = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);
