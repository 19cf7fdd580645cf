import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { StillCards } from "@/components/alerts/still-cards";
import { DoneView } from "@/components/diary/done-view";
import { CheckInFlow } from "@/components/diary/check-in-flow";
import { NearVisit } from "@/components/visits/near-visit";
import type { FlowProps, FlowTexts } from "@/components/diary/flow-props";
import { openAlertOf, todayCardOf } from "@/components/diary/open-alerts";
import { helpToAsk } from "@/lib/domain/alerts/ask-help";
import { draftOf, newDraft } from "@/lib/domain/check-in/flow";
import { cardsOf, linesOf, screensOnOpening } from "@/lib/domain/alerts/cards";
import { usualsOf } from "@/app/(diary)/today/usuals";
import { addDays, dayOf, DAY_MS } from "@/lib/domain/time";
import { messages as english, type Messages } from "@/lib/i18n/messages";
import { screenRules } from "@/lib/i18n/rule-texts";
import { getTexts } from "@/lib/i18n/texts";
import { findCheckIn, getRuleContext, listCheckIns } from "@/lib/server/data/check-ins";
import { findNextVisit } from "@/lib/server/data/visits";
import { env } from "@/lib/server/env";
import { fromWire } from "@/lib/schemas/rule-context";
import { requireOwnDiary } from "@/lib/server/own-diary";

const { metadata: words } = english.checkIn;

export const metadata: Metadata = { title: words.title, description: words.description, robots: { index: false, follow: false } };

/** What the page itself carries: two weeks to draw and "last time". The device fetches the rest for the rules. */
const RECENT_DAYS = 16;
/** A card stands for two weeks at most, and for what was told before the device has its own copy. */
const TOLD_MS = 15 * DAY_MS;

type TodayPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The check-in, or what was logged today. `?correct=` opens an entry of any day to be corrected. */
export default async function TodayPage({ searchParams }: TodayPageProps) {
  const { viewer, diary } = await requireOwnDiary();
  const timeZone = diary.profile.timeZone ?? "UTC";
  const now = new Date();
  const today = dayOf(now, timeZone);
  const [context, todays, visit, messages] = await Promise.all([
    getRuleContext(viewer, diary.id), listCheckIns(viewer, { diaryId: diary.id, from: today, to: today }), findNextVisit(viewer, diary.id, today), getTexts(),
  ]);
  const newest = todays.at(-1);
  const { correct } = await searchParams;
  const id = z.guid().safeParse(correct).data;
  const toCorrect = id ? await findCheckIn(viewer, { diaryId: diary.id, id }) : null;
  if (correct !== undefined && !toCorrect) notFound();
  const told = (context.alerts ?? []).filter(({ raisedAt }) => now.getTime() - Date.parse(raisedAt) <= TOLD_MS);
  const alerts = (context.alerts ?? []).map(fromWire);
  const entries = { history: context.history, draft: newDraft(today) };
  const props: FlowProps = {
    userId: viewer.userId, diaryId: diary.id, today, timeZone, profile: diary.profile, alertsOn: env().DAYMARK_ALERTS, trackers: diary.trackers,
    hasPump: context.medications.some((medicine) => medicine.class === "baclofen-pump" && !medicine.stoppedOn),
    usual: usualsOf(context, toCorrect?.recordedAt ?? now), medications: context.medications, relapses: context.relapses,
    recent: context.history.filter(({ id, day }) => day >= addDays(today, -RECENT_DAYS) || told.some(({ checkInId }) => checkInId === id)),
    doneToday: newest ? draftOf(newest) : null, correcting: toCorrect && draftOf(toCorrect),
    told, reader: "owner", notes: linesOf(alerts, now), hasUnanswered: helpToAsk(alerts, now).length > 0,
    cards: cardsOf(alerts, now).map((card) => todayCardOf(card, entries, now)),
    opening: screensOnOpening(alerts, now).filter(({ checkInId }) => checkInId !== toCorrect?.id).map((opening) => openAlertOf(opening, entries, now)),
    visitView: toCorrect ? null : <NearVisit visit={visit} today={today} words={messages.visits.today} />,
    texts: flowTexts(messages),
  };
  return <CheckInFlow key={toCorrect?.id} {...props} cardsView={<StillCards props={props} />} doneView={newest && <DoneView props={props} entry={newest} />} />;
}

const flowTexts = ({ checkIn, alerts, common, trackers: { names, ends, fine, worstMood, log } }: Messages): FlowTexts => ({
  checkIn, alerts, rules: screenRules, trackers: { names, ends, fine, worstMood, log },
  common: { symptoms: common.symptoms, levels: common.levels, statement: common.statement, brand: common.brand, loading: common.loading, help: common.help.button },
});
