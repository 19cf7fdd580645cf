import type { ReactNode } from "react";
import { MailCodeForm } from "@/components/account/mail-code-form";
import { MailboxHint } from "@/components/account/mailbox-hint";
import type { Messages } from "@/lib/i18n/messages";

type CodeStepProps = {
  texts: Messages["signIn"];
  /** where the code was sent, in words */
  hint: string;
  mailboxHref: string | null;
  /** each returns what is wrong, or null */
  onCheck: (digits: string) => Promise<string | null>;
  onResend: () => Promise<string | null>;
  onOtherEmail: () => void;
  onCannotGet: () => void;
  /** another way in, where there is one now */
  otherWay?: ReactNode;
};

export function CodeStep({ texts, hint, mailboxHref, onCheck, onResend, onOtherEmail, onCannotGet, otherWay }: CodeStepProps) {
  return (
    <MailCodeForm
      texts={texts} onCheck={onCheck} onResend={onResend}
      words={{ title: texts.codeTitle, lead: hint, code: texts.code, button: texts.check, busy: texts.checking, missing: texts.problems.codeMissing }}
      note={(
        <>
          {otherWay}
          {mailboxHref && <MailboxHint texts={texts} href={mailboxHref} />}
        </>
      )}
    >
      <button type="button" className="btn text wide" onClick={onOtherEmail}>{texts.otherEmail}</button>
      <button type="button" className="btn text wide font-normal" onClick={onCannotGet}>{texts.cannotGetCode}</button>
    </MailCodeForm>
  );
}
