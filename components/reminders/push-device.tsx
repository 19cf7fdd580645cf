"use client";

import { useEffect, useState } from "react";
import { findPushSupport, switchPushOff, switchPushOn, type PushProblem, type PushSupport } from "@/components/reminders/push";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type PushDeviceProps = {
  texts: Messages["reminders"]["device"];
  publicKey: string;
  isShared: boolean;
  /** the server knows a subscription of this session */
  isKnown: boolean;
  /** the person's other devices that get notifications, coarse */
  others: readonly (string | null)[];
};

/** Switching notifications on and off for this one device. The browser asks the person only after the button was pressed. */
export function PushDevice({ texts, publicKey, isShared, isKnown, others }: PushDeviceProps) {
  const [support, setSupport] = useState<PushSupport | null>(null);
  const [problem, setProblem] = useState<PushProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (!isShared) void findPushSupport(isKnown).then(setSupport, () => setSupport("unsupported"));
  }, [isKnown, isShared]);
  const change = async (work: () => Promise<PushProblem | null>, then: PushSupport) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    const found = await work().catch((): PushProblem => "failed");
    setBusy(false);
    setProblem(found);
    if (!found) setSupport(then);
  };
  const state = isShared ? texts.shared : support ? texts[support] : texts.looking;
  return (
    <section className="card" aria-labelledby="push-device">
      <h2 id="push-device">{texts.title}</h2>
      <p role="status" className="mt-1.5">{state}</p>
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{problem && texts[problem]}</p>
      {support === "off" && !isShared && <button type="button" className="btn line wide mt-3" aria-disabled={isBusy} onClick={() => void change(() => switchPushOn(publicKey), "on")}>{isBusy ? texts.busy : texts.switchOn}</button>}
      {support === "on" && !isShared && <button type="button" className="btn line wide mt-3" aria-disabled={isBusy} onClick={() => void change(switchPushOff, "off")}>{isBusy ? texts.busy : texts.switchOff}</button>}
      {others.length > 0 && <p className="mt-3 text-sm text-ink-2">{fill(texts.others, { devices: others.map((device) => device ?? texts.otherUnknown).join(", ") })}</p>}
    </section>
  );
}
