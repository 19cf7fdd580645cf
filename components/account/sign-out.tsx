"use client";

import { useState } from "react";
import { signOut } from "@/components/account/sign-in-api";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type SignOutProps = { texts: Messages["more"]["signOut"]; userId: string };
type Unsent = { entries: number; hasDraft: boolean };

/** A database that does not answer must not keep anyone signed in. */
const FORGET_MS = 3_000;
const pause = (milliseconds: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds));

/**
 * Ends the session and takes the diary off this device. Entries that wait here are named first: they stay, and need the same
 * account to be sent. A check-in that was only begun is named too: it goes.
 */
export function SignOut({ texts, userId }: SignOutProps) {
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const leave = async () => {
    setBusy(true);
    setFailed(false);
    if (await signOut()) {
      const forgotten = import("@/lib/offline/leave").then(({ forgetDiary }) => forgetDiary(userId)).catch(() => null);
      await Promise.race([forgotten, pause(FORGET_MS)]);
      return location.assign("/");
    }
    setBusy(false);
    setFailed(true);
  };
  const ask = async () => {
    if (isBusy) return;
    const finding = import("@/lib/offline/leave").then(({ findUnsent }) => findUnsent(userId)).catch(() => null);
    const found = await Promise.race([finding, pause(FORGET_MS)]);
    if (found && (found.entries > 0 || found.hasDraft)) setUnsent(found);
    else await leave();
  };
  return (
    <div className="mt-6">
      {unsent ? (
        <div className="note urgent" role="alert">
          {unsent.entries > 0 && (
            <>
              <p className="font-semibold">{unsent.entries === 1 ? texts.unsentOne : fill(texts.unsentMany, { count: unsent.entries })}</p>
              <p className="mt-1">{texts.unsentText}</p>
            </>
          )}
          {unsent.hasDraft && <p className="mt-1 font-semibold">{texts.draft}</p>}
          <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.25rem),1fr))] gap-2.5">
            <button type="button" className="btn line" onClick={() => setUnsent(null)}>{texts.stay}</button>
            <button type="button" className="btn line" aria-disabled={isBusy} onClick={() => void leave()}>{isBusy ? texts.busy : texts.anyway}</button>
          </div>
        </div>
      ) : (
        <button type="button" className="btn line wide" aria-disabled={isBusy} onClick={() => void ask()}>{isBusy ? texts.busy : texts.button}</button>
      )}
      <p role="alert" className="mt-2 font-semibold text-emergency-ink empty:hidden">{hasFailed ? texts.failed : ""}</p>
    </div>
  );
}
