import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { DoneView } from "@/components/diary/done-view";
import { CheckInFlow } from "@/components/diary/check-in-flow";
import type { FlowProps, FlowTexts } from "@/components/diary/flow-props";
import { draftOf } from "@/lib/domain/check-in/flow";
import { isUnanswered, OPEN_FOR_DAYS } from "@/lib/domain/alerts/alert";
import { standingAlerts } from "@/lib/domain/alerts/standing";
import { usualsOf } from "@/app/(diary)/today/usuals";
import { addDays, dayOf } from "@/lib/domain/time";
import { messages } from "@/lib/i18n/messages";
import { screenRules } from "@/lib/i18n/rule-texts";
import { listAlerts } from "@/lib/server/data/alerts";
import { findCheckIn, getRuleContext, listCheckIns } from "@/lib/server/data/check-ins";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { env } from "@/lib/server/env";
import { requireViewer } from "@/lib/server/viewer";

const { checkIn, common } = messages;

export const metadata: Metadata = { title: checkIn.metadata.title, description: checkIn.metadata.description, robots: { index: false, follow: false } };

/** What the page itself carries: two weeks to draw and "last time". The device fetches the rest for the rules. */
const RECENT_DAYS = 16;
/** An open emergency is at most a week old; what was answered to an earlier revision of its entry may be older. */
const ALERT_DAYS = 2 * OPEN_FOR_DAYS;

type TodayPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The check-in, or what was logged today. `?correct=` opens an entry of any day to be corrected. */
export default async function TodayPage({ searchParams }: TodayPageProps) {
  const viewer = await requireViewer();
  const diary = await findOwnDiary(viewer);
  if (!diary) redirect("/set-up");
  const timeZone = diary.profile.timeZone ?? "UTC";
  const now = new Date();
  const today = dayOf(now, timeZone);
  const [context, todays] = await Promise.all([getRuleContext(viewer, diary.id), listCheckIns(viewer, { diaryId: diary.id, from: today, to: today })]);
  const newest = todays.at(-1);
  const { correct } = await searchParams;
  const id = z.guid().safeParse(correct).data;
  const toCorrect = id ? await findCheckIn(viewer, { diaryId: diary.id, id }) : null;
  if (correct !== undefined && !toCorrect) notFound();
  const stored = env().DAYMARK_ALERTS ? await listAlerts(viewer, { diaryId: diary.id, from: addDays(today, -ALERT_DAYS), to: addDays(today, 1) }) : [];
  const alerts = standingAlerts(stored, context.history).filter(({ tier }) => tier === "EMERGENCY").map((alert) => ({ ...alert, isOpen: isUnanswered(alert, now) }))
    .filter(({ checkInId, isOpen }) => isOpen || checkInId === newest?.id);
  const props: FlowProps = {
    userId: viewer.userId, diaryId: diary.id, today, timeZone, profile: diary.profile, alertsOn: env().DAYMARK_ALERTS,
    hasPump: context.medications.some((medicine) => medicine.class === "baclofen-pump" && !medicine.stoppedOn),
    usual: usualsOf(context, toCorrect?.recordedAt ?? now), medications: context.medications, relapses: context.relapses,
    recent: context.history.filter(({ id, day }) => day >= addDays(today, -RECENT_DAYS) || alerts.some(({ checkInId }) => checkInId === id)),
    doneToday: newest ? draftOf(newest) : null, correcting: toCorrect && draftOf(toCorrect),
    storedAlerts: alerts.map(({ checkInId, ruleId, ruleVersion, tier, evidence, shownAt, response, isOpen }) =>
      ({ checkInId, ruleId, ruleVersion, tier, evidence, shownAt: shownAt?.toISOString() ?? null, response, isOpen })),
    texts: TEXTS,
  };
  return <CheckInFlow key={toCorrect?.id} {...props} doneView={newest && <DoneView props={props} entry={newest} />} />;
}

const TEXTS: FlowTexts = {
  checkIn, alerts: messages.alerts, rules: screenRules,
  common: { symptoms: common.symptoms, levels: common.levels, statement: common.statement, brand: common.brand, loading: common.loading, help: common.help.button },
};
