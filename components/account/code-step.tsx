import type { ReactNode } from "react";
import { MailCodeForm } from "@/components/account/mail-code-form";
import { Icon } from "@/components/ui/icon";
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
          {mailboxHref && (
            <p className="note ok mt-4 text-sm">
              {texts.mailboxHint}{" "}
              <a className="inline-flex min-h-12 items-center gap-2 font-semibold text-ok-ink underline" href={mailboxHref} target="_blank" rel="opener">
                <Icon name="mail" size={20} /><span>{texts.mailbox} <span className="vh">{texts.opens}</span></span>
              </a>
            </p>
          )}
        </>
      )}
    >
      <button type="button" className="btn text wide" onClick={onOtherEmail}>{texts.otherEmail}</button>
      <button type="button" className="btn text wide font-normal" onClick={onCannotGet}>{texts.cannotGetCode}</button>
    </MailCodeForm>
  );
}
