import { HistoryNote } from "@/components/diary/history-note";
import { HistoryScores } from "@/components/diary/history-scores";
import { HistoryTrackers } from "@/components/diary/history-trackers";
import { wordWeekday, type HistoryTexts } from "@/components/diary/history-words";
import type { ImportedScores } from "@/lib/domain/check-in/check-in";
import type { Trackers } from "@/lib/domain/check-in/trackers";
import type { ImportSource } from "@/lib/domain/import/table";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** A day out of another diary: only what that diary held. */
export type HistoryImportedDay = ImportedScores & { id: string; source: ImportSource; trackers: Trackers; note: string | null };
export type SourceNames = Messages["data"]["sources"];

type HistoryImportedProps = { day: HistoryImportedDay; texts: HistoryTexts; sources: SourceNames };

/** The head of its card, and what the other diary said; nobody answered questions there, and no alert was raised. */
export function HistoryImported({ day: { day, source, scores, trackers, note }, texts, sources }: HistoryImportedProps) {
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 min-[900px]:flex-col">
        <h3 className="text-lg">{wordWeekday(day)}</h3>
        <p className="small muted">{fill(texts.history.imported, { source: sources[source] })}</p>
      </div>
      <div className="grid min-w-0 content-start gap-4 min-[900px]:row-span-2">
        <HistoryScores scores={scores} texts={texts} />
        <HistoryTrackers trackers={trackers} texts={texts} />
        <HistoryNote note={note} texts={texts} />
      </div>
    </>
  );
}
