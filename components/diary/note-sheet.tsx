"use client";

import { useState } from "react";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Sheet } from "@/components/diary/sheet";
import { fill } from "@/lib/i18n/fill";

const LONGEST = 2000;

type NoteSheetProps = { words: FlowTexts["checkIn"]; initial: string; onSave: (note: string) => void; onClose: () => void };

/** Free words for the visit. No rule reads them, and the sheet says so. */
export function NoteSheet({ words, initial, onSave, onClose }: NoteSheetProps) {
  const [text, setText] = useState(initial);
  const left = LONGEST - text.length;
  return (
    <Sheet title={words.note.title} close={{ label: words.note.cancel, onClose }}>
      <div className="field">
        <label htmlFor="note">{words.note.label}</label>
        <textarea id="note" className="input block min-h-40" maxLength={LONGEST} aria-describedby="note-hint" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <p id="note-hint" className="mt-2 font-semibold">{words.note.hint}</p>
        {left < 200 && <p className="muted small" role="status">{fill(words.note.count, { left })}</p>}
      </div>
      <button type="button" className="btn primary wide mt-6" onClick={() => onSave(text)}>{words.note.save}</button>
    </Sheet>
  );
}
