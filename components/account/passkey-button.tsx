"use client";

import { useState } from "react";
import { askForPasskey } from "@/components/account/passkey-api";
import { PasskeyIcon } from "@/components/account/passkey-icon";
import type { Messages } from "@/lib/i18n/messages";

type PasskeyTexts = Pick<Messages["passkeys"], "use" | "problems">;
type PasskeySignInProps = {
  texts: PasskeyTexts;
  /** "this is a shared device" */
  isShared?: boolean;
  /** The device has been believed: what is left is to turn the finished attempt into a session. */
  onDone: () => void | Promise<void>;
};

/** "Use face or fingerprint" on the sign-in screen: no address is typed. */
export function PasskeySignInButton({ texts, isShared = false, onDone }: PasskeySignInProps) {
  const ask = () => askForPasskey("sign-in", { isShared, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  return <PasskeyButton texts={texts.use} problems={texts.problems.signIn} look="line min-h-15" askDevice={ask} onDone={onDone} />;
}

/** The same on the screen that asks once more who is there. */
export function PasskeyConfirmButton({ texts, onDone }: { texts: PasskeyTexts; onDone: () => void | Promise<void> }) {
  return <PasskeyButton texts={texts.use} problems={texts.problems.confirm} look="primary" askDevice={() => askForPasskey("confirm")} onDone={onDone} />;
}

type PasskeyButtonProps = {
  texts: Messages["passkeys"]["use"];
  problems: Messages["passkeys"]["problems"]["signIn"];
  look: string;
  askDevice: () => ReturnType<typeof askForPasskey>;
  onDone: () => void | Promise<void>;
};

function PasskeyButton({ texts, problems, look, askDevice, onDone }: PasskeyButtonProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const press = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem("");
    const { kind } = await askDevice();
    if (kind === "done") await onDone();
    else if (kind !== "leaving") setProblem(problems[kind]);
    setBusy(false);
  };
  return (
    <div>
      <button type="button" className={`btn wide ${look}`} aria-disabled={isBusy} onClick={() => void press()}>
        <PasskeyIcon />{isBusy ? texts.busy : texts.button}
      </button>
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem}</p>
    </div>
  );
}
