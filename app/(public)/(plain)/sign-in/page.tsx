import type { Metadata } from "next";
import Link from "next/link";
import { DemoDoors } from "@/components/account/demo-doors";
import { safeReturnTo } from "@/components/account/return-to";
import { SignInForm } from "@/components/account/sign-in-form";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { env } from "@/lib/server/env";
import { findViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { signIn } = await getTexts();
  return { title: signIn.title, description: signIn.description };
}

type SignInPageProps = { searchParams: Promise<{ returnTo?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const [{ signIn, landing, passkeys }, viewer, { returnTo }] = await Promise.all([getTexts(), findViewer(), searchParams]);
  const { DAYMARK_DEMO: isDemo, DAYMARK_SIGN_UP: signUp, SMTP_URL } = env();
  const target = safeReturnTo(returnTo);
  return (
    <div className="mx-auto flex w-full max-w-[30rem] flex-1 flex-col pt-6">
      {viewer && (
        <p className="note ok mb-5 wrap-anywhere">{fill(signIn.alreadyIn, { email: viewer.email })}<Link className="flex min-h-12 w-fit items-center font-semibold underline" href={target}>{signIn.goOn}</Link></p>
      )}
      <SignInForm texts={signIn} passkeyTexts={{ use: passkeys.use, problems: passkeys.problems }} returnTo={target} mailboxHref={isDemo && !SMTP_URL ? "/demo-mailbox" : null} takesInvitations={signUp !== "closed"} foot={(
        <div className="note info mt-8 text-sm">
          <p><b>{signIn.newHere}</b> {{ open: signIn.newHereText, invited: signIn.newHereInvited, closed: signIn.newHereClosed }[signUp]}</p>
          {isDemo && (
            <>
              <p className="mt-2 mb-2.5">{signIn.justLooking}</p>
              <DemoDoors size="small" texts={landing.demo} labels={signIn.demo} />
            </>
          )}
        </div>
      )} />
    </div>
  );
}
