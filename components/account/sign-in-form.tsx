"use client";

import Link from "next/link";
import { useState, type ReactNode } from "react";
import { CodeStep } from "@/components/account/code-step";
import { EmailStep } from "@/components/account/email-step";
import { InvitationStep } from "@/components/account/invitation-step";
import { OfferStep } from "@/components/account/offer-step";
import { PasskeySignInButton } from "@/components/account/passkey-button";
import { OneCode, SecondStep } from "@/components/account/second-step";
import { SharedDevice } from "@/components/account/shared-device";
import { looksLikeEmail } from "@/components/account/step-fields";
import { StoppedStep } from "@/components/account/stopped-step";
import { useAttempt } from "@/components/account/use-attempt";
import { Icon } from "@/components/ui/icon";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type SignInFormProps = {
  texts: Messages["signIn"];
  passkeyTexts: Pick<Messages["passkeys"], "use" | "problems">;
  /** a path of this site, already checked */
  returnTo: string;
  /** where the message can be read when no mail is sent; null when mail is sent */
  mailboxHref: string | null;
  /** an invitation is asked for first; its code comes in the address' fragment, which no server sees, or is typed */
  isInvited?: boolean;
  /** false where nobody may make an account, invited or not */
  takesInvitations: boolean;
  /** what stands at the foot of the first screen, and of no other */
  foot?: ReactNode;
};

/** Signing in, one thing a screen. The address, and what was chosen about the device, are kept from step to step. */
export function SignInForm({ texts, passkeyTexts, returnTo, mailboxHref, isInvited = false, takesInvitations, foot }: SignInFormProps) {
  const [invitation, setInvitation] = useState("");
  const attempt = useAttempt({ texts: texts.problems, returnTo, first: isInvited ? "invitation" : "email", invitation: isInvited ? invitation : undefined });
  const { step, go, email, setEmail, isShared, setShared } = attempt;
  const passkey = <PasskeySignInButton texts={passkeyTexts} isShared={isShared} onDone={attempt.finishByPasskey} />;
  const otherWay = attempt.isFlooded && <div className="mt-3.5">{passkey}</div>;
  const cannotGet = () => go(looksLikeEmail(email.trim()) ? "recovery" : "recovery-email");
  switch (step) {
    case "invitation":
      return <InvitationStep texts={texts} code={invitation} setCode={setInvitation} focusFirst={attempt.hasMoved} onGo={() => go("email")} />;
    case "email":
      return (
        <EmailStep
          texts={texts} email={email} setEmail={setEmail} focusFirst={attempt.hasMoved} onGo={attempt.askForCode}
          words={{ ...(isInvited ? { title: texts.invite.emailTitle, lead: texts.invite.emailLead } : { title: texts.title, lead: texts.lead }), button: texts.sendCode }}
          options={<SharedDevice texts={texts} isShared={isShared} setShared={setShared} />}
        >
          {isInvited ? <button type="button" className="btn text wide mt-3" onClick={() => go("invitation")}>{texts.invite.otherCode}</button> : (
            <>
              <OrLine text={texts.or} />
              {passkey}
              <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{attempt.passkeyProblem}</p>
              <div className="mt-3 grid gap-1">
                {takesInvitations && <Link className="btn text wide" href="/invite">{texts.invitation}</Link>}
                <button type="button" className="btn text wide font-normal" onClick={cannotGet}>{texts.cannotGetCode}</button>
              </div>
            </>
          )}
          {foot}
        </EmailStep>
      );
    case "code":
      return (
        <CodeStep
          texts={texts} hint={fill(isInvited ? texts.codeHintInvited : texts.codeHint, { email })} mailboxHref={mailboxHref}
          onCheck={attempt.tryCode} onResend={attempt.askAgain} onOtherEmail={() => go("email")} onCannotGet={cannotGet} otherWay={otherWay}
        />
      );
    case "recovery-email":
      return (
        <EmailStep
          texts={texts} email={email} setEmail={setEmail} focusFirst onGo={attempt.useAddress}
          words={{ title: texts.recovery.emailTitle, lead: texts.recovery.emailLead, button: texts.goOn }}
        >
          <button type="button" className="btn text wide mt-3" onClick={() => go("email")}>{texts.back}</button>
        </EmailStep>
      );
    case "recovery":
      return (
        <OneCode
          kind="letters" code={attempt.recoveryCode} setCode={attempt.setRecoveryCode} onGo={attempt.tryRecoveryCode}
          words={{
            title: texts.recovery.title, lead: fill(texts.recovery.lead, { email }), code: texts.recovery.code,
            button: texts.check, busy: texts.checking, missing: texts.problems.recoveryMissing,
          }}
        >
          <div className="mt-3 grid gap-1">
            <button type="button" className="btn text wide" onClick={() => go("recovery-email")}>{texts.otherEmail}</button>
            <button type="button" className="btn text wide" onClick={() => go("email")}>{texts.back}</button>
          </div>
          <details className="group mt-3">
            <summary className="justify-center">{texts.recovery.none}<Icon name="down" size={20} className="transition-transform duration-(--dm-fast) group-open:rotate-180" /></summary>
            <p className="mt-1">{texts.recovery.noneText}</p>
          </details>
        </OneCode>
      );
    case "second-step":
      return <SecondStep texts={texts} mayUseRecovery={!attempt.usedRecovery} onCheck={attempt.trySecondStep} onStartOver={() => go("email")} />;
    case "offer":
      return <OfferStep texts={texts.offer} passkeyTexts={passkeyTexts} onGoOn={attempt.leave} />;
    case "too-late":
    case "no-tries":
      return <StoppedStep texts={texts.stopped} why={step} onStartOver={() => go("email")} />;
  }
}

/** A hairline with "or" in it, between two ways in. */
function OrLine({ text }: { text: string }) {
  return <p className="my-5 flex items-center gap-3.5 text-sm text-ink-2 before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">{text}</p>;
}
