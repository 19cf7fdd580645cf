"use client";

import { useState } from "react";
import { callAccount, type Answer } from "@/components/account/call-account";
import { MailCodeForm } from "@/components/account/mail-code-form";
import { PasskeyConfirmButton } from "@/components/account/passkey-button";
import { OneCode } from "@/components/account/second-step";
import { wordRefusal } from "@/components/account/word-refusal";
import { readRecoveryCode } from "@/lib/domain/account/recovery-code";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

export type ConfirmMethod = "passkey" | "totp" | "recovery-code" | "mail-code";
type CodeMethod = Exclude<ConfirmMethod, "passkey">;
type Checked = { kind: "done" } | { kind: "refused"; triesLeft?: number } | { kind: "expired" };

type ConfirmFormProps = {
  texts: Messages["account"]["confirm"];
  passkeyTexts: Pick<Messages["passkeys"], "use" | "problems">;
  email: string;
  /** the quickest first; never empty */
  methods: readonly ConfirmMethod[];
  /** a path of this site, already checked */
  returnTo: string;
};

/** Shows once more that it is this person, the quickest way first. It leads back without leaving itself in the history. */
export function ConfirmForm({ texts, passkeyTexts, email, methods, returnTo }: ConfirmFormProps) {
  const [chosen, setChosen] = useState<ConfirmMethod | null>(null);
  const [typed, setTyped] = useState({ totp: "", "recovery-code": "" });
  const [isSent, setSent] = useState(false);
  const [problem, setProblem] = useState("");
  const method = chosen ?? methods[0];
  const leave = () => location.replace(returnTo);

  const check = async (by: CodeMethod, code: string): Promise<string | null> => {
    if (by === "recovery-code" && !readRecoveryCode(code)) return texts.problems.badRecovery;
    const answer = await callAccount<Checked>("POST", "/api/account/confirm", { method: by, code });
    if (answer.kind !== "ok") return say(answer);
    if (answer.value.kind === "done") {
      leave();
      return null;
    }
    if (answer.value.kind === "expired") return texts.problems.codeExpired;
    if (answer.value.triesLeft === 0) return by === "mail-code" ? texts.problems.noMailTriesLeft : texts.problems.noTriesLeft;
    return wordRefusal(answer.value.triesLeft, texts.problems);
  };
  const send = async (): Promise<string | null> => {
    const answer = await callAccount("POST", "/api/account/confirm/code");
    return answer.kind === "ok" ? null : say(answer);
  };
  /** Null when another page is on its way. */
  const say = ({ kind }: Exclude<Answer<never>, { kind: "ok" }>) => (kind === "leaving" ? null : texts.problems[kind === "conflict" ? "server" : kind]);
  const choose = async (next: ConfirmMethod) => {
    setProblem("");
    if (next === "mail-code" && !isSent) {
      const wrong = await send();
      if (wrong !== null) return setProblem(wrong);
      setSent(true);
    }
    setChosen(next);
  };

  const words = (by: CodeMethod) => ({ ...texts[by], lead: fill(texts[by].lead, { email }), button: texts.check, busy: texts.checking });
  const others = methods.filter((each) => each !== method);
  const otherWays = others.length > 0 && (
    <section className="mt-6">
      <h2 className="mb-2 text-base font-semibold">{texts.otherWays}</h2>
      <div className="grid gap-2.5">
        {others.map((each) => <button key={each} type="button" className="btn line wide" onClick={() => void choose(each)}>{texts.methods[each]}</button>)}
      </div>
    </section>
  );
  return (
    <>
      {method === "passkey" && <PasskeyConfirmButton texts={passkeyTexts} onDone={leave} />}
      {method === "mail-code" && (isSent
        ? <MailCodeForm words={words(method)} texts={texts} onCheck={(digits) => check(method, digits)} onResend={send} />
        : <SendFirst texts={texts} lead={fill(texts.mailLead, { email })} onSend={() => choose("mail-code")} />)}
      {(method === "totp" || method === "recovery-code") && (
        <OneCode
          key={method} focusFirst={chosen !== null} kind={method === "totp" ? "digits" : "letters"} words={words(method)}
          code={typed[method]} setCode={(code) => setTyped({ ...typed, [method]: code })} onGo={(code) => check(method, code)}
        />
      )}
      {otherWays}
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
    </>
  );
}

type SendFirstProps = { texts: Messages["account"]["confirm"]; lead: string; onSend: () => Promise<void> };

/** Nothing is mailed before the person asks. */
function SendFirst({ texts, lead, onSend }: SendFirstProps) {
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (isBusy) return;
    setBusy(true);
    await onSend();
    setBusy(false);
  };
  return (
    <>
      <p className="mb-5 text-ink-2 wrap-anywhere">{lead}</p>
      <button type="button" className="btn primary wide" aria-disabled={isBusy} onClick={() => void send()}>{isBusy ? texts.sending : texts.send}</button>
    </>
  );
}
