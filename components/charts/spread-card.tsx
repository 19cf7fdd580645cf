import { lineOf, type ChartModel } from "@/components/charts/chart-model";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { lineClass } from "@/components/charts/symptom-shape";
import { wordDay, wordDays, wordSentence, type TrendTexts } from "@/components/charts/words";
import { LEVELS } from "@/lib/domain/check-in/level";
import type { Distribution, Week } from "@/lib/domain/trends/distribution";
import type { LineName } from "@/lib/domain/trends/lines";
import type { Sentence } from "@/lib/domain/trends/sentences";
import { fill } from "@/lib/i18n/fill";

type SpreadCardProps = { model: ChartModel; front: LineName; goodDays: Sentence; texts: TrendTexts };

/** How days are spread: the share of good days, the best and the hardest week of the line in front, and every line by level, as a bar and in numbers. */
export function SpreadCard({ model, front, goodDays, texts }: SpreadCardProps) {
  const { spread } = texts;
  const { best, worst } = lineOf(model, front).spread;
  const name = texts.names[front].toLowerCase();
  return (
    <section className="card">
      <h2>{spread.title}</h2>
      <p className="mt-1">{wordSentence(goodDays, texts)}</p>
      {best && worst ? (
        <dl className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,calc(172*var(--dm-unit))),1fr))] gap-3">
          <WeekFact title={fill(spread.best, { name })} week={best} model={model} texts={texts} />
          <WeekFact title={fill(spread.worst, { name })} week={worst} model={model} texts={texts} />
        </dl>
      ) : <p className="small muted mt-2">{spread.noWeeks}</p>}
      <div className="scrollx trend-box mt-3">
        <table className="trend-table spread-table">
          <caption className="vh">{spread.caption}</caption>
          <thead>
            <tr>{LEVELS.map((level) => <th key={level} scope="col">{texts.calendar[level]}</th>)}<th scope="col">{spread.days}</th></tr>
          </thead>
          {model.lines.map((line) => (
            <tbody key={line.name}>
              <tr>
                <th scope="rowgroup" colSpan={LEVELS.length + 1}>
                  <span className="flex items-center gap-2 text-ink"><SymptomMark symptom={line.name} size={18} />{texts.names[line.name]}</span>
                  <LevelBar name={line.name} spread={line.spread} />
                </th>
              </tr>
              <tr>
                {LEVELS.map((level) => <td key={level} className="num">{line.spread.levels[level]}</td>)}
                <td className="num b">{line.spread.days}</td>
              </tr>
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function WeekFact({ title, week, model, texts }: { title: string; week: Week; model: ChartModel; texts: TrendTexts }) {
  const days = { from: wordDay(week.from, texts, model.isLong), to: wordDay(week.to, texts, model.isLong) };
  return (
    <div>
      <dt className="small muted">{title}</dt>
      <dd className="font-semibold">{fill(texts.spread.week, days)}<span className="small muted block font-normal">{fill(texts.spread.mean, { mean: week.mean.toFixed(1), days: wordDays(week.days, texts) })}</span></dd>
    </div>
  );
}

const BAR = 100;

/** The same numbers as lengths, in the tints of the calendar; decorative, since they stand beside it. */
function LevelBar({ name, spread: { levels, days } }: { name: LineName; spread: Distribution }) {
  let at = 0;
  return (
    <svg className={`spread-bar ${lineClass(name)}`} viewBox={`0 0 ${BAR} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="spread-back" width={BAR} height="8" />
      {days > 0 && LEVELS.map((level) => {
        const width = (levels[level] / days) * BAR;
        const x = at;
        at += width;
        return width > 0 && <rect key={level} className={`bar-${level}`} x={x.toFixed(2)} width={width.toFixed(2)} height="8" />;
      })}
    </svg>
  );
}
