import { wordAnswer, wordQuestion, type HistoryTexts } from "@/components/diary/history-words";
import type { Answers } from "@/lib/domain/check-in/check-in";
import { describeAnswers, wasAskedForSigns } from "@/lib/domain/check-in/describe-answers";

type HistoryAnswersProps = { answers: Answers; texts: HistoryTexts };

/** Questions and answers in the words of the check-in. Skipped ones say so; those that were not asked are not there. */
export function HistoryAnswers({ answers, texts }: HistoryAnswersProps) {
  const described = describeAnswers(answers);
  return (
    <>
      {!wasAskedForSigns(answers) && <p className="small muted">{texts.history.answers.notAsked}</p>}
      {described.length > 0 && (
        <dl className="grid gap-2">
          {described.map((line) => (
            <div key={line.id} className="grid items-baseline gap-x-4 min-[640px]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
              <dt className="small muted">{wordQuestion(line, texts)}</dt>
              <dd className={line.answer.kind === "skipped" ? "muted" : "font-medium"}>{wordAnswer(line.id, line.answer, texts)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
