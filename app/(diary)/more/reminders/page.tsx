import type { Metadata } from "next";
import { SubPage } from "@/components/public/sub-page";
import { ReminderForm } from "@/components/reminders/reminder-form";
import { getTexts } from "@/lib/i18n/texts";
import { listPushDevices } from "@/lib/server/data/push-subscriptions";
import { getReminder } from "@/lib/server/data/reminders";
import { requireOwnDiary } from "@/lib/server/own-diary";
import { pushPublicKey } from "@/lib/server/push/send";

export async function generateMetadata(): Promise<Metadata> {
  const { reminders } = await getTexts();
  return { title: reminders.title, description: reminders.description };
}

export default async function RemindersPage() {
  const [{ viewer, diary }, { reminders: texts, more, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  const [{ timeZone: _timeZone, nextAt, updatedAt, ...settings }, devices] = await Promise.all([getReminder(viewer, diary.id), listPushDevices(viewer)]);
  const stored = { ...settings, nextAt: nextAt?.toISOString() ?? null, updatedAt: updatedAt?.toISOString() ?? null };
  const publicKey = pushPublicKey();
  const push = publicKey === null ? null
    : { publicKey, isShared: viewer.isShared, isKnown: devices.some(({ isThis }) => isThis), others: devices.filter(({ isThis }) => !isThis).map(({ device }) => device) };
  return (
    <SubPage title={texts.title} lead={texts.lead} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      {viewer.demoRole && <p className="note info mb-4 text-sm">{texts.demo}</p>}
      <ReminderForm diaryId={diary.id} stored={stored} email={viewer.email} texts={texts} push={push} />
    </SubPage>
  );
}
