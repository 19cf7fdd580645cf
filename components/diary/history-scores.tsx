import { SymptomMark } from "@/components/charts/symptom-mark";
import type { HistoryTexts } from "@/components/diary/history-words";
import type { Scores } from "@/lib/domain/check-in/check-in";
import { levelOf } from "@/lib/domain/check-in/level";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { fill } from "@/lib/i18n/fill";

type HistoryScoresProps = { scores: Partial<Scores>; texts: HistoryTexts };

/** The scores that are known, in numbers and words. Columns fold as the text grows. */
export function HistoryScores({ scores, texts }: HistoryScoresProps) {
  const known = SCORE_NAMES.flatMap((name) => (scores[name] === undefined ? [] : [{ name, value: scores[name] }]));
  if (known.length === 0) return null;
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-4 gap-y-3" aria-label={texts.history.scores}>
      {known.map(({ name, value }) => (
        <li key={name} className="flex items-start gap-2">
          <SymptomMark symptom={name} size={20} />
          <div className="min-w-0">
            <p className="small muted leading-tight">{texts.symptoms[name]}</p>
            <p className="num b leading-tight">{fill(texts.history.score, { value, level: texts.levels[levelOf(value)] })}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
