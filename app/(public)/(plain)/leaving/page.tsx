import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DownloadLink } from "@/components/account/download-link";
import { ForgetCopies } from "@/components/account/forget-copies";
import { KeepAccount } from "@/components/account/keep-account";
import { SignOut } from "@/components/account/sign-out";
import { wordTime, wordWeekday } from "@/components/sharing/when";
import { dayOf, isTimeZone } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { COME_BACK_MS } from "@/lib/server/data/account-deletion";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { findLeaver, requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { consent: { leaving } } = await getTexts();
  return { title: leaving.pageTitle, description: leaving.description, robots: { index: false } };
}

/** The one page that is open to someone whose account will be deleted: come back, take the data, or sign out. */
export default async function LeavingPage() {
  const [leaver, { consent: { leaving: texts, myData }, more }] = await Promise.all([findLeaver(), getTexts()]);
  if (!leaver) {
    await requireViewer();
    redirect("/today");
  }
  const diary = await findOwnDiary(leaver);
  const named = diary?.profile.timeZone;
  const timeZone = named && isTimeZone(named) ? named : "UTC";
  const word = (moment: Date) => wordWeekday(dayOf(moment, timeZone));
  const { deleteAfter } = leaver;
  const time = timeZone === "UTC" ? `${wordTime(deleteAfter, timeZone)} UTC` : wordTime(deleteAfter, timeZone);
  return (
    <div className="mx-auto w-full max-w-[30rem] py-5">
      <ForgetCopies />
      <KeepAccount texts={texts} title={fill(texts.title, { date: word(deleteAfter) })} hasDiary={diary !== null}>
        <p className="mt-2">{fill(texts.text, { asked: word(new Date(deleteAfter.getTime() - COME_BACK_MS)), time })}</p>
        <p className="mt-2">{diary ? texts.closed : texts.closedAccount}</p>
      </KeepAccount>
      {diary && <div className="mt-2.5"><DownloadLink diaryId={diary.id} label={myData.download} /></div>}
      <SignOut texts={more.signOut} userId={leaver.userId} />
    </div>
  );
}
