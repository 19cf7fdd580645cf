import type { Metadata } from "next";
import { SignInForm } from "@/components/account/sign-in-form";
import { getTexts } from "@/lib/i18n/texts";
import { env } from "@/lib/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const { signIn } = await getTexts();
  return { title: signIn.invite.title, description: signIn.invite.description, robots: { index: false } };
}

/** An invitation opens here: its code stands in the address' fragment or is typed, then the address is asked for. */
export default async function InvitePage() {
  const { signIn, passkeys } = await getTexts();
  const { DAYMARK_DEMO: isDemo, DAYMARK_SIGN_UP: signUp, SMTP_URL } = env();
  return (
    <div className="mx-auto flex w-full max-w-[30rem] flex-1 flex-col pt-6">
      <SignInForm texts={signIn} passkeyTexts={{ use: passkeys.use, problems: passkeys.problems }} returnTo="/today" mailboxHref={isDemo && !SMTP_URL ? "/demo-mailbox" : null} isInvited takesInvitations={signUp !== "closed"} />
    </div>
  );
}
