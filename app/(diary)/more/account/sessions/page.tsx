import type { Metadata } from "next";
import { SessionList, type ListedSession } from "@/components/account/session-list";
import { SubPage } from "@/components/public/sub-page";
import { wordDay } from "@/components/sharing/when";
import { placeName } from "@/lib/domain/account/place-name";
import { addDays, dayOf, HOUR_MS } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { listOwnSessions, type OwnSession } from "@/lib/server/data/own-sessions";
import { requireViewer } from "@/lib/server/viewer";

/** A use is noted once an hour, so what was noted within two is recent. */
const RECENT_MS = 2 * HOUR_MS;

export async function generateMetadata(): Promise<Metadata> {
  const { sessions } = await getTexts();
  return { title: sessions.title, description: sessions.description };
}

/** Where the person is signed in; every place but this one can be ended here. */
export default async function SessionsPage() {
  const [viewer, { account, sessions: texts, common }] = await Promise.all([requireViewer(), getTexts()]);
  const [sessions, own] = await Promise.all([listOwnSessions(viewer), findOwnDiary(viewer)]);
  const timeZone = own?.profile.timeZone ?? sessions[0]?.place ?? "UTC";
  const now = new Date();
  return (
    <SubPage title={texts.title} lead={texts.lead} helpLabel={common.help.button} back={{ label: account.back, href: "/more/account" }}>
      <SessionList texts={texts} sessions={sessions.map((session) => listed(session, texts, now, timeZone))} demo={viewer.demoRole ? texts.demo : null} />
    </SubPage>
  );
}

function listed({ id, isThis, device, place, isShared, signedInAt, lastUsedAt, firstStep, secondStep }: OwnSession, texts: Messages["sessions"], now: Date, timeZone: string): ListedSession {
  const where = placeName(place);
  const how = firstStep && texts.how[(secondStep ? `${firstStep}+${secondStep}` : firstStep) as keyof typeof texts.how];
  const isRecent = now.getTime() - lastUsedAt.getTime() <= RECENT_MS;
  const used = isThis ? texts.used.now : isRecent ? texts.used.recently : wordDayOf(lastUsedAt, texts.used, now, timeZone);
  return {
    id, isThis, device: device ?? texts.unknownDevice, place: where && fill(texts.placeTime, { place: where }), isShared, used,
    begun: [wordDayOf(signedInAt, texts.begun, now, timeZone), how].filter(Boolean).join(" "),
  };
}

function wordDayOf(moment: Date, words: { today: string; yesterday: string; on: string }, now: Date, timeZone: string): string {
  const [day, today] = [dayOf(moment, timeZone), dayOf(now, timeZone)];
  if (day === today) return words.today;
  return day === addDays(today, -1) ? words.yesterday : fill(words.on, { day: wordDay(day, today) });
}
