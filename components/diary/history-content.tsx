import { HistoryAlerts, type HistoryAlert } from "@/components/diary/history-alerts";
import { HistoryAnswers } from "@/components/diary/history-answers";
import { HistoryNote } from "@/components/diary/history-note";
import { HistoryScores } from "@/components/diary/history-scores";
import { HistoryTrackers } from "@/components/diary/history-trackers";
import { wordSame, type CopiedFrom, type HistoryTexts } from "@/components/diary/history-words";
import { Icon } from "@/components/ui/icon";
import type { CheckIn } from "@/lib/domain/check-in/check-in";

/** One check-in as the history shows it. */
export type HistoryEntry = {
  checkIn: CheckIn;
  copiedFrom: CopiedFrom;
  alerts: readonly HistoryAlert[];
  /** when its first version was typed */
  firstTyped: Date;
};

type HistoryContentProps = { entry: Omit<HistoryEntry, "firstTyped">; texts: HistoryTexts };

/** All that one version of a check-in says: alerts first, then scores, answers and the note. */
export function HistoryContent({ entry: { checkIn, copiedFrom, alerts }, texts }: HistoryContentProps) {
  const same = wordSame(checkIn, copiedFrom, texts);
  return (
    <div className="grid min-w-0 content-start gap-4">
      {alerts.length > 0 && <HistoryAlerts alerts={alerts} checkIn={checkIn} texts={texts} />}
      <HistoryScores scores={checkIn.scores} texts={texts} />
      {same && <p className="small muted flex items-start gap-2"><Icon name="check" size={20} />{same}</p>}
      <HistoryTrackers trackers={checkIn.trackers} texts={texts} />
      <HistoryAnswers answers={checkIn} texts={texts} />
      <HistoryNote note={checkIn.note} texts={texts} />
    </div>
  );
}
