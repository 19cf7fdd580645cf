"use client";

import { useEffect, useRef, useState } from "react";
import { fill } from "@/lib/i18n/fill";

const RESEND_AFTER_SECONDS = 30;

type ResendButtonProps = { texts: { resend: string; resendIn: string }; /** true when a new code is on its way */ onResend: () => Promise<boolean> };

/** Asks for another code by mail, not more often than mail travels. */
export function ResendButton({ texts, onResend }: ResendButtonProps) {
  const { secondsLeft, restart } = useCountdown(RESEND_AFTER_SECONDS);
  const isBusy = useRef(false);
  const resend = async () => {
    if (secondsLeft > 0 || isBusy.current) return;
    isBusy.current = true;
    if (await onResend()) restart();
    isBusy.current = false;
  };
  return (
    <button type="button" className="btn text wide num aria-disabled:cursor-default aria-disabled:font-normal aria-disabled:text-ink-2 aria-disabled:no-underline" aria-disabled={secondsLeft > 0} onClick={() => void resend()}>
      {secondsLeft > 0 ? fill(texts.resendIn, { seconds: secondsLeft }) : texts.resend}
    </button>
  );
}

/** Whole seconds left of `from`, by the clock: a phone that slept has waited too. It holds nothing back but a button. */
function useCountdown(from: number) {
  const [secondsLeft, setSecondsLeft] = useState(from);
  const startedAt = useRef(0);
  useEffect(() => {
    startedAt.current = Date.now();
    const timer = setInterval(() => setSecondsLeft(Math.max(0, from - Math.floor((Date.now() - startedAt.current) / 1000))), 1000);
    return () => clearInterval(timer);
  }, [from]);
  const restart = () => {
    startedAt.current = Date.now();
    setSecondsLeft(from);
  };
  return { secondsLeft, restart };
}
