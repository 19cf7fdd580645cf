"use client";

import { useEffect, useState } from "react";
import { InfoNotes } from "@/components/alerts/info-notes";
import { TodayCards } from "@/components/alerts/today-cards";
import { entryOf } from "@/components/diary/draft-entry";
import { scoresOf } from "@/components/diary/flow-props";
import { formatDay } from "@/components/diary/format";
import { NoteSheet } from "@/components/diary/note-sheet";
import { ResultHead } from "@/components/diary/result-head";
import { ResultTrackers } from "@/components/diary/result-trackers";
import { ScoreRows, summaryLine } from "@/components/diary/score-rows";
import { SyncStatus } from "@/components/diary/sync-status";
import type { CheckIn } from "@/components/diary/use-check-in";
import { HelpButton } from "@/components/shell/help-button";
import { Icon } from "@/components/ui/icon";
import { Logo } from "@/components/ui/logo";
import { isAlarm } from "@/lib/domain/alerts/alert";
import { numbersFor, placeholdersFor } from "@/lib/domain/red-flags/numbers";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { deviceZone, type FullDraft } from "@/lib/offline/check-in-service";

/** After saving: what was logged against one's own usual, whether it is saved, and what can still be added. */
export function Result({ check }: { check: CheckIn }) {
  const { props, state, engine, judgement, act, settle } = check;
  const { texts, profile, usual } = props;
  const words = texts.checkIn;
  const [isNoteOpen, setIsNoteOpen] = useState(false);
  const { draft } = state;
  useEffect(() => {
    document.getElementById("result-title")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);

  const zone = draft.timeZone ?? props.timeZone;
  const day = draft.recordedAt ? dayOf(new Date(draft.recordedAt), zone) : draft.day;
  const isToday = day === dayOf(new Date(), deviceZone());
  const scores = scoresOf(draft);
  const history = (engine.service?.history() ?? props.recent).filter(({ id }) => id !== draft.id);
  const own = draft.id && draft.recordedAt ? [entryOf(draft as FullDraft, zone, new Date(draft.recordedAt))] : [];
  // Reassurance never stands beside an alarm, of whichever day it is.
  const isCalm = !check.cards.some(isAlarm) && !check.found.some(isAlarm);
  // What was tapped since the last save is on this device, and on its way to be saved.
  const isSaving = check.isSaving || state.isDirty;
  const { country } = engine.service?.profile() ?? profile;
  const { urgent } = placeholdersFor(numbersFor(country));
  return (
    <>
      <header className="top">
        <span className="brand min-h-12"><Logo />{texts.common.brand}</span>
        <HelpButton label={texts.common.help} />
      </header>
      <main id="main" tabIndex={-1}>
        <div className="max-w-[44rem]">
          <ResultHead isCalm={isCalm} title={!isCalm ? words.result.saved : isToday ? words.result.title : fill(words.result.titleEarlier, { day: formatDay(day, "short") })}
            line={isCalm ? summaryLine(texts, profile, scores, usual) : ""} />
          <TodayCards check={check} />
          {judgement && !judgement.isWhole && <p className="note urgent mb-3" role="alert">{fill(words.result.notChecked, { urgent })}</p>}
          <ScoreRows texts={texts} profile={profile} scores={scores} usual={usual} history={[...history, ...own]} day={day} />
          <InfoNotes alerts={isCalm ? check.notes : []} day={day} texts={texts} country={country} timeZone={zone} />
          <ResultTrackers key={draft.id} check={check} day={day} history={history} />
          <div className="mt-[14px] grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-[10px]">
            <button type="button" className="btn line" onClick={() => setIsNoteOpen(true)}><Icon name={draft.note ? "pen" : "plus"} size={22} />{draft.note ? words.result.editNote : words.result.addNote}</button>
            <button type="button" className="btn line" onClick={() => { settle(); act({ type: "correct" }); }}><Icon name="pen" size={20} />{words.change}</button>
          </div>
          <button type="button" className="btn text mt-1" onClick={() => { settle(); scrollTo(0, 0); check.startAnother(); }}>{words.result.another}</button>
          {isSaving && <p className="sync mt-4 flex justify-center" role="status">{words.sync.saving}</p>}
          {engine.service && <div hidden={isSaving}><SyncStatus outbox={engine.service.outbox} words={words} timeZone={deviceZone()} /></div>}
        </div>
      </main>
      <div className="dock"><div className="max-w-[44rem]"><a className="btn primary wide" href="/trends" onClick={settle}>{words.done}</a></div></div>
      {isNoteOpen && (
        <NoteSheet words={words} initial={draft.note} onClose={() => setIsNoteOpen(false)} onSave={(note) => {
          check.add({ note });
          settle();
          setIsNoteOpen(false);
        }} />
      )}
    </>
  );
}
