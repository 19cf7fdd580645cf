import { SymptomMark } from "@/components/charts/symptom-mark";
import type { HistoryTexts } from "@/components/diary/history-words";
import { trackerLevels } from "@/components/diary/tracker-words";
import { levelOf } from "@/lib/domain/check-in/level";
import { loggedTrackers, type Trackers } from "@/lib/domain/check-in/trackers";
import { fill } from "@/lib/i18n/fill";

type HistoryTrackersProps = { trackers: Trackers; texts: HistoryTexts };

/** The trackers that were answered, also those switched off since. What was not answered is not there. */
export function HistoryTrackers({ trackers, texts }: HistoryTrackersProps) {
  const names = loggedTrackers(trackers);
  if (names.length === 0) return null;
  return (
    <div>
      <p className="small muted">{texts.trackers.history.title}</p>
      <ul className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-4 gap-y-3">
        {names.map((name) => (
          <li key={name} className="flex items-start gap-2">
            <SymptomMark symptom={name} size={20} />
            <div className="min-w-0">
              <p className="small muted leading-tight">{texts.trackers.names[name]}</p>
              <p className="num b leading-tight">{fill(texts.history.score, { value: trackers[name]!, level: trackerLevels(name, texts.trackers, texts.levels)[levelOf(trackers[name]!)] })}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
