import { SymptomMark } from "@/components/charts/symptom-mark";
import type { TrendTexts } from "@/components/charts/words";
import type { ChangeRow } from "@/lib/domain/trends/change";
import { fill } from "@/lib/i18n/fill";

type ChangeTableProps = { rows: ChangeRow[]; texts: TrendTexts["change"]; symptoms: TrendTexts["symptoms"] };

/** The last 30 days beside the 30 before, in numbers and one word, with the days they rest on. */
export function ChangeTable({ rows, texts, symptoms }: ChangeTableProps) {
  const [first] = rows;
  return (
    <section className="card">
      <h2 className="mb-1">{texts.title}</h2>
      <div className="scrollx">
        <table className="trend-table trend-change">
          <thead>
            <tr><th scope="col"><span className="vh">{texts.symptom}</span></th><th scope="col">{texts.before}</th><th scope="col">{texts.now}</th><th scope="col">{texts.change}</th></tr>
          </thead>
          <tbody>
            {rows.map(({ symptom, before, now, change }) => (
              <tr key={symptom}>
                <th scope="row"><span className="flex items-center gap-2 text-ink"><SymptomMark symptom={symptom} />{symptoms[symptom]}</span></th>
                <td className="num">{mean(before, texts.none)}</td>
                <td className="num b">{mean(now, texts.none)}</td>
                <td><span className={`pill ${change === "better" ? "ok" : "plain"}`}>{texts[change]}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted mt-2.5">{texts.note} {first && fill(texts.days, { before: first.beforeDays, now: first.nowDays })}</p>
    </section>
  );
}

const mean = (value: number | null, none: string) => (value === null ? none : value.toFixed(1));
