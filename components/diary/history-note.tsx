import type { HistoryTexts } from "@/components/diary/history-words";

type HistoryNoteProps = { note: string | null; texts: HistoryTexts };

/** A note as it was written. */
export function HistoryNote({ note, texts }: HistoryNoteProps) {
  if (!note) return null;
  return (
    <div>
      <p className="small muted">{texts.history.note}</p>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{note}</p>
    </div>
  );
}
