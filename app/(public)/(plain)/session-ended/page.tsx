import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ForgetCopies } from "@/components/account/forget-copies";
import { safeReturnTo } from "@/components/account/return-to";
import { WayBack } from "@/components/public/way-back";
import { getTexts } from "@/lib/i18n/texts";
import { findLeaver } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { errors } = await getTexts();
  return { title: errors.sessionEnded.title, description: errors.sessionEnded.description, robots: { index: false } };
}

type SessionEndedPageProps = { searchParams: Promise<{ returnTo?: string | string[] }> };

export default async function SessionEndedPage({ searchParams }: SessionEndedPageProps) {
  const [{ errors: { sessionEnded } }, { returnTo }, leaver] = await Promise.all([getTexts(), searchParams, findLeaver()]);
  if (leaver) redirect("/leaving");
  return (
    <WayBack icon="lock" title={sessionEnded.title}>
      <ForgetCopies />
      <p className="mt-2 mb-6">{sessionEnded.text}</p>
      <Link className="btn primary wide" href={`/sign-in?returnTo=${encodeURIComponent(safeReturnTo(returnTo))}`}>{sessionEnded.signIn}</Link>
      <Link className="btn line wide mt-2.5" href="/">{sessionEnded.home}</Link>
      <p className="mt-6 text-ink-2">{sessionEnded.why}</p>
      <Link className="inline-flex min-h-12 items-center underline" href="/someone-else" prefetch={false}>{sessionEnded.notMe}</Link>
    </WayBack>
  );
}
