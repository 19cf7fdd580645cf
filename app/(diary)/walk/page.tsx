import type { Metadata } from "next";
import { WalkPage } from "@/components/walk/walk-page";
import { draftOf } from "@/lib/domain/check-in/flow";
import { isTimedWalk } from "@/lib/domain/measures/measure";
import { addDays, dayOf } from "@/lib/domain/time";
import { screenRules } from "@/lib/i18n/rule-texts";
import { getTexts } from "@/lib/i18n/texts";
import type { FullDraft } from "@/lib/offline/check-in-service";
import { getRuleContext, listCheckIns } from "@/lib/server/data/check-ins";
import { listMeasures } from "@/lib/server/data/measures";
import { env } from "@/lib/server/env";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { walk } = await getTexts();
  return { title: walk.title, description: walk.description, robots: { index: false, follow: false } };
}

const ALL_FROM = "1900-01-01";
/** What the page itself carries for the rules; the device fetches the rest. */
const RECENT_DAYS = 16;

/** The timed walk with the phone, and what was walked. */
export default async function TimedWalkPage() {
  const { viewer, diary } = await requireOwnDiary();
  const today = dayOf(new Date(), diary.profile.timeZone ?? "UTC");
  const [context, todays, measures, texts] = await Promise.all([
    getRuleContext(viewer, diary.id), listCheckIns(viewer, { diaryId: diary.id, from: today, to: today }),
    listMeasures(viewer, { diaryId: diary.id, from: ALL_FROM, to: addDays(today, 1) }), getTexts(),
  ]);
  const newest = todays.at(-1);
  const { walk, common, checkIn, alerts } = texts;
  return (
    <WalkPage userId={viewer.userId} diaryId={diary.id} alertsOn={env().DAYMARK_ALERTS} todays={newest ? draftOf(newest) as FullDraft : null}
      context={{ ...context, history: context.history.filter(({ day }) => day >= addDays(today, -RECENT_DAYS)) }}
      walks={measures.filter(isTimedWalk).map(({ id, day, value, details, recordedAt }) => ({ id, day, value, details, recordedAt: recordedAt.toISOString() }))}
      isWheelchair={diary.profile.mobility === "wheelchair-full-time"}
      texts={{
        walk, help: common.help.button, more: common.nav.more,
        alerts: { checkIn, alerts, rules: screenRules, trackers: texts.trackers, common: { symptoms: common.symptoms, levels: common.levels, statement: common.statement, brand: common.brand, loading: common.loading, help: common.help.button } },
      }} />
  );
}
