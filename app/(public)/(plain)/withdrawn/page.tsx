import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { DownloadLink } from "@/components/account/download-link";
import { SignOut } from "@/components/account/sign-out";
import { consentState } from "@/lib/domain/account/consent";
import { getTexts } from "@/lib/i18n/texts";
import { findOwn } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { consent: { withdrawn } } = await getTexts();
  return { title: withdrawn.title, description: withdrawn.description, robots: { index: false } };
}

/** Where every page of the diary leads once its owner withdrew: take the data, delete it, or agree again. */
export default async function WithdrawnPage() {
  const [viewer, { consent: { withdrawn: texts, myData }, more }] = await Promise.all([requireViewer(), getTexts()]);
  const { diary, consent } = await findOwn(viewer);
  if (consentState(consent) !== "withdrawn") redirect("/today");
  return (
    <div className="mx-auto w-full max-w-[30rem] py-5">
      <h1>{texts.title}</h1>
      <p className="mt-2">{texts.text}</p>
      <h2 className="mt-6 mb-2.5">{texts.next}</h2>
      <div className="grid gap-2.5">
        {diary && <div><DownloadLink diaryId={diary.id} label={myData.download} /><p className="mt-1.5 mb-2 text-sm text-ink-2">{myData.copyText}</p></div>}
        <Link className="btn line wide" href="/more/account/privacy/delete" prefetch={false}>{texts.delete}</Link>
        <Link className="btn line wide" href="/consent" prefetch={false}>{texts.again}</Link>
      </div>
      <SignOut texts={more.signOut} userId={viewer.userId} />
    </div>
  );
}
