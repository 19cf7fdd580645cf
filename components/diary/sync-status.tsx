"use client";

import { useState, useSyncExternalStore } from "react";
import { saveText } from "@/components/account/save-text";
import type { FlowTexts } from "@/components/diary/flow-props";
import { formatDay, formatTime } from "@/components/diary/format";
import { Icon } from "@/components/ui/icon";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { entriesFile } from "@/lib/offline/entries-file";
import type { Outbox, SyncState } from "@/lib/offline/outbox";
import type { OutboxEntry, Refusal } from "@/lib/offline/store";

type SyncStatusProps = { outbox: Outbox; words: FlowTexts["checkIn"]; timeZone: string };

/** Saved on this phone, saved and sent, or not sent with what to do. Always one of three, always in words. */
export function SyncStatus({ outbox, words, timeZone }: SyncStatusProps) {
  const state = useSyncExternalStore(outbox.subscribe, outbox.getState, outbox.getState);
  const [showsList, setShowsList] = useState(false);
  if (state.kind === "idle") return null;
  const { sync } = words;
  const isQuiet = state.kind === "sent" || state.kind === "sending" || state.kind === "dropped";
  return (
    <div className="mt-3">
      <div role="status">
        {state.dropped.map(({ key, checkIn }) => <p key={key} className="note info small mb-2">{fill(sync.gone, { entry: wordEntry(checkIn, sync) })}</p>)}
      </div>
      <div role="status">
        {state.kind === "dropped" ? null : isQuiet
          ? <p className="sync mt-1 flex justify-center"><Icon name="saved" size={22} />{state.kind === "sent" ? (state.isKept ? sync.sent : sync.storageLost) : state.isShared ? sync.shared.sending : sync.sending}</p>
          : (
            <p className={`note small row gap-3 px-[14px] py-[10px] ${state.kind === "saved-here" && !state.isShared ? "info" : "urgent"}`}>
              <Icon name="saved" size={26} /><span><b>{headline(state, sync, timeZone)}</b> {advice(state, sync)}</span>
            </p>
          )}
      </div>
      {!isQuiet && (
        <div className="mt-1 flex flex-wrap gap-x-2">
          {state.reason === "signed-out" || state.reason === "other-account"
            ? <a className="btn text" href="/sign-in?returnTo=/today">{sync.signIn}</a>
            : <button type="button" className="btn text" onClick={() => void outbox.tryAgain()}>{sync.tryAgain}</button>}
          {state.isShared && <button type="button" className="btn text" onClick={() => save(state.waiting, sync)}>{sync.shared.save}</button>}
          <button type="button" className="btn text" aria-expanded={showsList} onClick={() => setShowsList(!showsList)}>{sync.list} ({state.waiting.length})</button>
        </div>
      )}
      {!isQuiet && showsList && (
        <ul className="card list py-1">
          {state.waiting.map((entry) => <WaitingEntry key={entry.key} entry={entry} sync={sync} onDelete={() => void outbox.discard(entry.key)} />)}
        </ul>
      )}
    </div>
  );
}

function save(waiting: readonly OutboxEntry[], sync: SyncWords): void {
  const { name, text } = entriesFile(waiting, sync.shared.fileAbout, new Date());
  saveText(name, text);
}

type SyncWords = FlowTexts["checkIn"]["sync"];

/** One entry that is not sent: why, and what can be done about it. Deleting is asked twice, with the day named. */
export function WaitingEntry({ entry: { checkIn, refusal }, sync, onDelete }: { entry: OutboxEntry; sync: SyncWords; onDelete: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const when = wordEntry(checkIn, sync);
  return (
    <li className="small flex-wrap">
      <Icon name="clock" size={20} />
      <span className="grow basis-[12rem]">{when}{refusal && <><br />{reasonOf(refusal, sync)}</>}</span>
      {refusal && !isAsking && (
        <span className="flex flex-wrap gap-x-2">
          {isKnownToServer(checkIn.revision, refusal) && (
            refusal.kind === "conflict" ? <a className="btn text" href={`/history/${checkIn.id}`}>{sync.compare}</a> : <a className="btn text" href={`/today?correct=${checkIn.id}`}>{sync.open}</a>
          )}
          <button type="button" className="btn text" onClick={() => setIsAsking(true)}>{sync.remove}</button>
        </span>
      )}
      {refusal && isAsking && (
        <span role="alert" className="basis-full">
          <b>{fill(sync.removeAsk, { entry: when })}</b> {sync.removeMore}
          <span className="flex flex-wrap gap-x-2">
            <button type="button" className="btn line" onClick={() => setIsAsking(false)}>{sync.removeKeep}</button>
            <button type="button" className="btn line" onClick={onDelete}>{sync.removeYes}</button>
          </span>
        </span>
      )}
    </li>
  );
}

const wordEntry = ({ recordedAt, timeZone }: OutboxEntry["checkIn"], sync: SyncWords): string =>
  fill(sync.entry, { day: formatDay(dayOf(new Date(recordedAt), timeZone), "short"), time: formatTime(new Date(recordedAt), timeZone) });

/** Only what the server holds can be opened there: a correction, or an entry with a newer version. */
const isKnownToServer = (revision: number, refusal: Refusal) =>
  refusal.kind === "conflict" ? refusal.newestRevision > 0 : refusal.kind === "invalid" && revision > 1;

function reasonOf(refusal: Refusal, sync: SyncWords): string {
  if (refusal.kind !== "invalid") return sync[refusal.kind];
  const codes = Object.values(refusal.fields);
  if (codes.some((code) => code.endsWith(".future"))) return sync.future;
  return codes.some((code) => code.endsWith(".tooOld")) ? sync.tooOld : sync.invalid;
}

function headline(state: SyncState, sync: SyncWords, timeZone: string): string {
  if (state.kind === "not-saved") return sync.notSaved;
  const isKeptForNow = state.kind === "saved-here" || state.reason === "signed-out" || state.reason === "other-account";
  if (isKeptForNow) return `${(state.isShared ? sync.shared : sync)["saved-here"]}.`;
  return fill(sync.notSent, { since: state.since ? sinceWords(new Date(state.since), timeZone) : "" });
}

function advice(state: SyncState, sync: SyncWords): string {
  const more = reasonWords(state, sync);
  return state.isShared && state.kind !== "not-saved" ? `${more} ${sync.shared.more}`.trim() : more;
}

function reasonWords(state: SyncState, sync: SyncWords): string {
  if (state.kind === "not-saved") return sync.notSavedMore;
  switch (state.reason) {
    case null: return "";
    case "offline": return sync.offline;
    case "signed-out": return sync.signedOut;
    case "other-account": return sync.otherAccount;
    case "server": return sync.server;
    case "refused": return state.isShared ? sync.shared.refused : sync.refused;
  }
}

function sinceWords(since: Date, timeZone: string): string {
  const day = dayOf(since, timeZone);
  return day === dayOf(new Date(), timeZone) ? formatTime(since, timeZone) : formatDay(day, "long");
}
