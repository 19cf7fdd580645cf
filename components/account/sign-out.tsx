"use client";

import { useState } from "react";
import { signOut } from "@/components/account/sign-in-api";
import { UnsentPanel } from "@/components/account/unsent-panel";
import { applyLook, readLook } from "@/components/shell/look";
import type { Messages } from "@/lib/i18n/messages";
import { isSharedDevice } from "@/lib/offline/device-storage";
import type { Unsent } from "@/lib/offline/leave";

type SignOutProps = { texts: Messages["more"]["signOut"]; userId: string };

/** A database that does not answer must not keep anyone signed in. */
const ANSWER_MS = 3_000;
const inTime = <T,>(work: Promise<T>) => Promise.race([work.catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_MS))]);
const load = () => import("@/lib/offline/leave");
const isNothing = ({ entries, answers, walks, ofOthers, hasDraft }: Unsent) => entries.length + answers.length + walks.length + ofOthers === 0 && !hasDraft;

/**
 * Ends the session and takes everything of Daymark off this device, but how it looks on one's own device. What would be lost with
 * it is named first, and can be sent or saved to a file; so is that nobody could look.
 */
export function SignOut({ texts, userId }: SignOutProps) {
  const [unsent, setUnsent] = useState<Unsent | "unknown" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [isSent, setSent] = useState(false);
  const find = async () => (await inTime(load().then(({ findUnsent }) => findUnsent(userId)))) ?? "unknown";
  const leave = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailed(false);
    const look = isSharedDevice() ? {} : readLook();
    const clearing = load().then(({ clearDevice }) => clearDevice, () => null); // fetched while there is a session
    if (await signOut()) {
      await inTime(clearing.then((clear) => clear?.()));
      if (Object.keys(look).length > 0) applyLook(look);
      return location.assign("/");
    }
    setBusy(false);
    setFailed(true);
  };
  const ask = async () => {
    if (isBusy) return;
    const found = await find();
    if (found !== "unknown" && isNothing(found)) await leave();
    else setUnsent(found);
  };
  const send = async () => {
    const { sendUnsent } = await load();
    const reason = await sendUnsent(userId);
    const left = await find();
    setUnsent(left !== "unknown" && isNothing(left) ? null : left);
    setSent(left !== "unknown" && left.entries.length + left.answers.length === 0);
    return reason;
  };
  return (
    <div className="mt-6">
      {unsent
        ? <UnsentPanel texts={texts} unsent={unsent} isLeaving={isBusy} onSend={send} onStay={() => setUnsent(null)} onLeave={() => void leave()} />
        : <button type="button" className="btn line wide" aria-disabled={isBusy} onClick={() => void ask()}>{isBusy ? texts.busy : texts.button}</button>}
      <p role="status" className="mt-2 font-semibold empty:hidden">{isSent ? texts.sent : ""}</p>
      <p role="alert" className="mt-2 font-semibold text-urgent-ink empty:hidden">{hasFailed ? texts.failed : ""}</p>
    </div>
  );
}
