"use client";

import { useEffect, useRef, useState } from "react";
import { saveText } from "@/components/account/save-text";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import type { Unsent } from "@/lib/offline/leave";
import type { SyncState } from "@/lib/offline/outbox";

type UnsentPanelProps = {
  texts: Messages["more"]["signOut"];
  /** unknown: the browser's storage did not answer */
  unsent: Unsent | "unknown";
  isLeaving: boolean;
  /** Sends what waits and looks again; null when all of it went. */
  onSend: () => Promise<SyncState["reason"]>;
  onStay: () => void;
  onLeave: () => void;
};

const NOTHING_KNOWN: Unsent = { entries: [], answers: [], walks: [], ofOthers: 0, hasDraft: false };

/** What signing out would delete, before it does: send it, save it, stay, or delete it. */
export function UnsentPanel({ texts, unsent, isLeaving, onSend, onStay, onLeave }: UnsentPanelProps) {
  const { entries, answers, walks, ofOthers, hasDraft } = unsent === "unknown" ? NOTHING_KNOWN : unsent;
  const [said, setSaid] = useState<"sending" | "saved" | Exclude<SyncState["reason"], null> | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const send = async () => {
    if (said === "sending") return;
    setSaid("sending");
    setSaid(await onSend().catch(() => "server" as const));
  };
  const save = async () => {
    const { entriesFile } = await import("@/lib/offline/entries-file");
    const { name, text } = entriesFile(entries, texts.fileAbout, new Date(), answers, walks);
    saveText(name, text);
    setSaid("saved");
  };
  const count = entries.length + answers.length + walks.length + ofOthers;
  const deleting = count === 0 ? texts.deleteDraft : answers.length + walks.length > 0 ? texts.deleteAll : count === 1 ? texts.deleteOne : fill(texts.deleteMany, { count });
  return (
    <section className="note urgent" aria-labelledby="unsent-title">
      <h2 id="unsent-title" ref={title} tabIndex={-1}>{texts.unsentTitle}</h2>
      {unsent === "unknown" && <p className="mt-1"><b>{texts.unknown}</b> {texts.unsentText}</p>}
      {entries.length > 0 && (
        <p className="mt-1"><b>{entries.length === 1 ? texts.unsentOne : fill(texts.unsentMany, { count: entries.length })}</b> {texts.unsentText}</p>
      )}
      {answers.length > 0 && (
        <p className="mt-1"><b>{answers.length === 1 ? texts.answersOne : fill(texts.answersMany, { count: answers.length })}</b> {entries.length === 0 && texts.unsentText}</p>
      )}
      {walks.length > 0 && (
        <p className="mt-1"><b>{walks.length === 1 ? texts.walksOne : fill(texts.walksMany, { count: walks.length })}</b> {entries.length + answers.length === 0 && texts.unsentText}</p>
      )}
      {ofOthers > 0 && <p className="mt-1"><b>{ofOthers === 1 ? texts.othersOne : fill(texts.othersMany, { count: ofOthers })}</b> {texts.othersText}</p>}
      {hasDraft && <p className="mt-1 font-semibold">{texts.draft}</p>}
      <div className="mt-3 grid gap-2.5">
        {entries.length + answers.length + walks.length > 0 && (
          <>
            <button type="button" className="btn primary wide" aria-disabled={said === "sending"} onClick={() => void send()}>{said === "sending" ? texts.sending : texts.send}</button>
            <button type="button" className="btn line wide" onClick={() => void save()}>{texts.save}</button>
          </>
        )}
        <button type="button" className="btn line wide" onClick={onStay}>{texts.stay}</button>
        <button type="button" className="btn line wide" aria-disabled={isLeaving} onClick={onLeave}>
          {isLeaving ? texts.busy : unsent === "unknown" ? texts.anyway : deleting}
        </button>
      </div>
      <p role="status" className="mt-2 font-semibold empty:hidden">{said === null || said === "sending" ? "" : said === "saved" ? texts.saved : texts.problems[said]}</p>
    </section>
  );
}
