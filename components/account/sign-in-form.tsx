"use client";

import { useState } from "react";
import { CodeStep } from "@/components/account/code-step";
import { EmailStep } from "@/components/account/email-step";
import type { Messages } from "@/lib/i18n/messages";

type SignInFormProps = {
  texts: Messages["signIn"];
  /** a path of this site, already checked */
  returnTo: string;
  /** where the message can be read when no mail is sent; null when mail is sent */
  mailboxHref: string | null;
};

/** E-mail, then code: one page, two steps. The address is kept when a person steps back. */
export function SignInForm({ texts, returnTo, mailboxHref }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [step, setStep] = useState<"email" | "code">("email");
  if (step === "email") {
    return <EmailStep texts={texts} email={email} setEmail={setEmail} onSent={() => setStep("code")} />;
  }
  return (
    <CodeStep texts={texts} email={email} mailboxHref={mailboxHref}
      onSignedIn={() => location.assign(returnTo)} onOtherEmail={() => setStep("email")} />
  );
}
