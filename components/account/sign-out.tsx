"use client";

import { useState } from "react";
import { signOut } from "@/components/account/sign-in-api";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type SignOutProps = { texts: Messages["more"]["signOut"]; userId: string };

/** Ends the session. Entries that wait on this device are named first: they stay, and need the same account to be sent. */
export function SignOut({ texts, userId }: SignOutProps) {
  const [unsent, setUnsent] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const leave = async () => {
    setBusy(true);
    setFailed(false);
    if (await signOut()) return location.assign("/");
    setBusy(false);
    setFailed(true);
  };
  const ask = async () => {
    if (isBusy) return;
    const count = await countUnsent(userId);
    if (count > 0) setUnsent(count);
    else await leave();
  };
  return (
    <div className="mt-6">
      {unsent > 0 ? (
        <div className="note urgent" role="alert">
          <p className="font-semibold">{unsent === 1 ? texts.unsentOne : fill(texts.unsentMany, { count: unsent })}</p>
          <p className="mt-1 mb-3">{texts.unsentText}</p>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.25rem),1fr))] gap-2.5">
            <button type="button" className="btn line" onClick={() => setUnsent(0)}>{texts.stay}</button>
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

/** How many entries of this account have not reached the server. A browser without storage has none waiting. */
async function countUnsent(userId: string): Promise<number> {
  try {
    const { indexedDbStore } = await import("@/lib/offline/store");
    const store = indexedDbStore(userId);
    try {
      return (await store.entries()).filter(({ state }) => state !== "sent").length;
    } finally {
      await store.close();
    }
  } catch {
    return 0;
  }
}
