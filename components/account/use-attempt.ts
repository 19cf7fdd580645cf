"use client";

import { useRef, useState } from "react";
import type { Trouble } from "@/components/account/ask";
import { isPasskeyOfferDue } from "@/components/account/passkey-api";
import { checkCode, checkRecoveryCode, checkSecondStep, finishSignIn, requestCode, type CodeCheck } from "@/components/account/sign-in-api";
import { wordRefusal, wordTrouble } from "@/components/account/word-refusal";
import { readRecoveryCode } from "@/lib/domain/account/recovery-code";
import type { Messages } from "@/lib/i18n/messages";

export type AttemptStep = "invitation" | "email" | "code" | "recovery-email" | "recovery" | "second-step" | "offer" | "too-late" | "no-tries";

/** Where one lands when no page was asked for. */
const HOME = "/today";

type AttemptProps = { texts: Messages["signIn"]["problems"]; returnTo: string; first: AttemptStep; invitation: string | undefined };

/**
 * How far signing in is, as the server answers. Each `try` and `ask` returns what is wrong in words, or null when the page moves on.
 * An attempt that is proved but could not be finished, without a signal say, is finished by the next try: its code is used up.
 */
export function useAttempt({ texts, returnTo, first, invitation }: AttemptProps) {
  const [step, setStep] = useState(first);
  const [hasMoved, setMoved] = useState(false);
  const [email, setEmail] = useState("");
  const [isShared, setShared] = useState(false);
  const [recoveryCode, setRecoveryCode] = useState("");
  const [usedRecovery, setUsedRecovery] = useState(false);
  const [isFlooded, setFlooded] = useState(false);
  const [passkeyProblem, setPasskeyProblem] = useState("");
  const isProved = useRef(false);

  const go = (next: AttemptStep): null => {
    if (next === "email") isProved.current = false;
    setStep(next);
    setMoved(true);
    setFlooded(false);
    setPasskeyProblem("");
    return null;
  };
  const say = (trouble: Trouble): string => {
    const text = wordTrouble(trouble, texts);
    if (trouble.kind !== "tooMany") return text;
    setFlooded(true);
    return `${text} ${texts.passkeyStill}`;
  };
  const leave = (): null => {
    location.assign(returnTo);
    return null;
  };
  /** The offer never stands before a page that was asked for, an alert say. */
  const finish = async ({ mayOffer = returnTo === HOME && !isShared } = {}): Promise<string | null> => {
    isProved.current = true;
    const outcome = await finishSignIn();
    if (outcome.kind === "refused") return go("too-late");
    if (outcome.kind !== "signedIn") return say(outcome);
    return mayOffer && (await isPasskeyOfferDue()) ? go("offer") : leave();
  };
  /** Tries a proof; `refused` and `expired` word what the step says then. */
  const prove = async (check: () => Promise<CodeCheck>, refused: (triesLeft: number | undefined) => string | null, expired: () => string | null): Promise<string | null> => {
    if (isProved.current) return finish();
    const outcome = await check();
    if (outcome.kind === "done") return finish();
    if (outcome.kind === "second-step") return go("second-step");
    if (outcome.kind === "refused") return refused(outcome.triesLeft);
    return outcome.kind === "expired" ? expired() : say(outcome);
  };

  const ask = async (address: string): Promise<string | null> => {
    isProved.current = false;
    const outcome = await requestCode({ email: address, isShared, invitation });
    if (outcome.kind === "sent") {
      setUsedRecovery(false);
      return null;
    }
    if (outcome.kind !== "invalid") return say(outcome);
    return outcome.fields.includes("invitation") ? texts.badInvitation : texts.badEmail;
  };

  return {
    step, go, hasMoved, email, setEmail, isShared, setShared, recoveryCode, setRecoveryCode, usedRecovery,
    /** too many tries: another way in is worth a button of its own */
    isFlooded,
    passkeyProblem, leave,
    finishByPasskey: async () => setPasskeyProblem((await finish({ mayOffer: false })) ?? ""),
    askForCode: async (address: string) => (await ask(address)) ?? go("code"),
    askAgain: () => ask(email),
    useAddress: async () => go("recovery"),
    tryCode: (digits: string) => prove(() => checkCode(digits),
      (triesLeft) => (triesLeft === 0 ? texts.noTriesLeft : wordRefusal(triesLeft, texts)), () => texts.codeExpired),
    tryRecoveryCode: async (code: string) => {
      if (!readRecoveryCode(code)) return texts.badRecovery;
      setUsedRecovery(true);
      return prove(() => checkRecoveryCode({ email, isShared }, code), () => texts.recoveryRefused, () => go("too-late"));
    },
    trySecondStep: async (code: string, kind: "digits" | "letters") => {
      if (kind === "letters" && !readRecoveryCode(code)) return texts.badRecovery; // costs no try
      return prove(() => checkSecondStep(code),
        (triesLeft) => (triesLeft === 0 ? go("no-tries") : `${wordRefusal(triesLeft, texts)} ${kind === "digits" ? texts.nextDigits : texts.nextRecovery}`),
        () => go("too-late"));
    },
  };
}
