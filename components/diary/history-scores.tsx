import { SymptomMark } from "@/components/charts/symptom-mark";
import type { HistoryTexts } from "@/components/diary/history-words";
import type { Scores } from "@/lib/domain/check-in/check-in";
import { levelOf } from "@/lib/domain/check-in/level";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { fill } from "@/lib/i18n/fill";

type HistoryScoresProps = { scores: Scores; texts: HistoryTexts };

/** The four scores in numbers and words. Columns fold as the text grows. */
export function HistoryScores({ scores, texts }: HistoryScoresProps) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-4 gap-y-3" aria-label={texts.history.scores}>
      {SCORE_NAMES.map((name) => (
        <li key={name} className="flex items-start gap-2">
          <SymptomMark symptom={name} size={20} />
          <div className="min-w-0">
            <p className="small muted leading-tight">{texts.symptoms[name]}</p>
            <p className="num b leading-tight">{fill(texts.history.score, { value: scores[name], level: texts.levels[levelOf(scores[name])] })}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
