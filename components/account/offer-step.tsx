"use client";

import { useEffect, useRef, useState } from "react";
import { addPasskey } from "@/components/account/passkey-api";
import { PasskeyIcon } from "@/components/account/passkey-icon";
import type { Messages } from "@/lib/i18n/messages";

type OfferStepProps = { texts: Messages["signIn"]["offer"]; passkeyTexts: Pick<Messages["passkeys"], "use" | "problems">; onGoOn: () => void };

/** Offered once, after signing in with a code. Whatever is answered, the person goes on to where they were going. */
export function OfferStep({ texts, passkeyTexts, onGoOn }: OfferStepProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const add = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const { kind } = await addPasskey();
    if (kind === "done") return onGoOn();
    if (kind === "leaving") return;
    setBusy(false);
    setProblem(passkeyTexts.problems.change[kind]);
  };
  return (
    <section>
      <span className="avatar mb-4"><PasskeyIcon /></span>
      <h1 ref={heading} tabIndex={-1}>{texts.title}</h1>
      <p className="mt-2">{texts.lead}</p>
      <p className="mt-2 mb-6 text-ink-2">{texts.private}</p>
      <button type="button" className="btn primary wide" aria-disabled={isBusy} onClick={() => void add()}>{isBusy ? passkeyTexts.use.busy : texts.add}</button>
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
      <button type="button" className="btn text wide mt-3" onClick={onGoOn}>{texts.notNow}</button>
      <p className="mt-2 text-center text-sm text-ink-2">{texts.later}</p>
    </section>
  );
}
