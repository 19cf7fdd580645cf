import type { Metadata } from "next";
import { PasskeyList } from "@/components/account/passkey-list";
import { SubPage } from "@/components/public/sub-page";
import { wordDay } from "@/components/sharing/when";
import { addDays, dayOf, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { getTexts } from "@/lib/i18n/texts";
import { countWaitingDiaries, findOwnDiary, listSharedDiaries } from "@/lib/server/data/diaries";
import { findFactors } from "@/lib/server/data/factors";
import { listPasskeys, PASSKEYS_MOST, type PasskeyRecord } from "@/lib/server/data/passkeys";
import { isFresh } from "@/lib/server/data/sessions";
import { requireViewer } from "@/lib/server/viewer";

const CONFIRM = `/more/account/confirm?returnTo=${encodeURIComponent("/more/account/passkeys")}`;

export async function generateMetadata(): Promise<Metadata> {
  const { passkeys } = await getTexts();
  return { title: passkeys.title, description: passkeys.description };
}

/** The devices that open the account by a face, a fingerprint or a PIN. */
export default async function PasskeysPage() {
  const [viewer, { account, passkeys: texts, common }] = await Promise.all([requireViewer(), getTexts()]);
  const [passkeys, { hasTotp }, fresh, own, shared, waiting] = await Promise.all([
    listPasskeys(viewer), findFactors(viewer.userId), isFresh(viewer), findOwnDiary(viewer), listSharedDiaries(viewer), countWaitingDiaries(viewer),
  ]);
  const timeZone = own?.profile.timeZone ?? "UTC";
  const today = dayOf(new Date(), timeZone);
  const isClinician = waiting > 0 || shared.some(({ role }) => role === "clinician");
  const afterLast = hasTotp ? texts.remove.lastBesideApp : isClinician ? `${texts.remove.last} ${texts.remove.lastForClinician}` : texts.remove.last;
  return (
    <SubPage title={texts.title} lead={texts.lead} helpLabel={common.help.button} back={{ label: account.back, href: "/more/account" }}>
      {viewer.demoRole ? <p className="note info">{texts.demo}</p> : (
        <PasskeyList texts={texts} passkeys={passkeys.map((passkey) => listed(passkey, timeZone, today, texts.item))} mostPasskeys={PASSKEYS_MOST} isShared={viewer.isShared}
          afterLast={passkeys.length === 1 ? afterLast : null} confirmHref={fresh ? null : CONFIRM} />
      )}
    </SubPage>
  );
}

function listed({ id, name, createdAt, lastUsedAt }: PasskeyRecord, timeZone: string, today: CalendarDay, texts: Messages["passkeys"]["item"]) {
  const added = fill(texts.added, { day: wordDay(dayOf(createdAt, timeZone), today) });
  return { id, name, added, used: wordUse(lastUsedAt && dayOf(lastUsedAt, timeZone), today, texts) };
}

function wordUse(day: CalendarDay | null, today: CalendarDay, texts: Messages["passkeys"]["item"]): string {
  if (day === null) return texts.neverUsed;
  if (day === today) return texts.usedToday;
  if (day === addDays(today, -1)) return texts.usedYesterday;
  return fill(texts.usedOn, { day: wordDay(day, today) });
}
