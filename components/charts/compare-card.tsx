import Link from "next/link";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { wordDay, wordDays, wordSentence, type TrendTexts } from "@/components/charts/words";
import { addDays } from "@/lib/domain/time";
import { COMPARISONS } from "@/lib/domain/trends/compare";
import type { Range, Window } from "@/lib/domain/trends/range";
import type { Trends } from "@/lib/domain/trends/trends";
import { fill } from "@/lib/i18n/fill";

type CompareCardProps = { compare: Trends["compare"]; range: Range; texts: TrendTexts };

/** Two periods beside each other, in a sentence, in numbers and one word, each with the days it rests on. The choice is two links: it works without scripts. */
export function CompareCard({ compare, range, texts }: CompareCardProps) {
  const { change } = texts;
  const period = ({ from, days }: Window) => fill(texts.span, { from: wordDay(from, texts, true), to: wordDay(addDays(from, days - 1), texts, true) });
  const mean = (value: number | null, days: number) => (
    <>{value === null ? change.none : value.toFixed(1)}<span className="small muted block font-normal">{wordDays(days, texts)}</span></>
  );
  return (
    <section className="card" id="compare">
      <h2>{change.title[compare.comparison]}</h2>
      <p className="small muted mt-1">{wordSentence(compare.sentence, texts)}</p>
      <nav className="segctl mt-3 mb-2" aria-label={change.choose}>
        {COMPARISONS.map((comparison) => (
          <Link key={comparison} href={`?range=${range}&compare=${comparison}`} prefetch={false} scroll={false} replace aria-current={comparison === compare.comparison ? "true" : undefined} className="seg-link">{change[comparison]}</Link>
        ))}
      </nav>
      <div className="scrollx trend-box">
        <table className="trend-table trend-change">
          <thead>
            <tr><th scope="col"><span className="vh">{change.symptom}</span></th><th scope="col">{change.then}</th><th scope="col">{change.now}</th><th scope="col">{change.change}</th></tr>
          </thead>
          <tbody>
            {compare.rows.map((row) => (
              <tr key={row.name}>
                <th scope="row"><span className="flex items-center gap-2 text-ink"><SymptomMark symptom={row.name} />{texts.names[row.name]}</span></th>
                <td className="num">{mean(row.before, row.beforeDays)}</td>
                <td className="num b">{mean(row.now, row.nowDays)}</td>
                <td><span className={`pill ${row.change === "better" ? "ok" : "plain"}`}>{change[row.change]}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted mt-2.5">{change.note}</p>
      <p className="small muted mt-1">{fill(change.period, { now: period(compare.now), before: period(compare.before) })}</p>
    </section>
  );
}
