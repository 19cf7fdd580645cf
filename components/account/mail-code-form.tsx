"use client";

import { useState, type ReactNode } from "react";
import { CodeForm, type CodeWords } from "@/components/account/code-form";
import { ResendButton } from "@/components/account/resend-button";
import { useStep } from "@/components/account/use-step";

type MailCodeFormProps = {
  words: CodeWords;
  texts: { resend: string; resendIn: string; resent: string };
  /** each returns what is wrong, or null */
  onCheck: (digits: string) => Promise<string | null>;
  onResend: () => Promise<string | null>;
  /** between the button and the ways on */
  note?: ReactNode;
  /** other ways on */
  children?: ReactNode;
};

/** The six digits of a mail, and a way to have others sent. */
export function MailCodeForm({ words, texts, onCheck, onResend, note, children }: MailCodeFormProps) {
  const [code, setCode] = useState("");
  const [said, setSaid] = useState("");
  const step = useStep();
  const check = (digits: string) => {
    setSaid("");
    return onCheck(digits);
  };
  const resend = async (): Promise<boolean> => {
    step.setProblem("");
    setSaid("");
    const problem = await onResend();
    if (problem !== null) {
      step.refuse(problem);
      return false;
    }
    setCode("");
    setSaid(texts.resent);
    step.input.current?.focus();
    return true;
  };
  return (
    <CodeForm step={step} kind="digits" name="code" words={words} code={code} setCode={setCode} onGo={check} said={said}>
      {note}
      <div className="mt-3 grid gap-1">
        <ResendButton texts={texts} onResend={resend} />
        {children}
      </div>
    </CodeForm>
  );
}
