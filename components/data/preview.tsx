import { shortDay } from "@/components/sharing/when";
import type { TargetNames } from "@/components/data/series-field";
import { csvOf } from "@/lib/domain/transfer/csv";
import type { RowError } from "@/lib/domain/import/table";
import { isScore, TARGETS, type Target } from "@/lib/domain/import/targets";
import type { DayToImport } from "@/lib/domain/import/to-days";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { saveText } from "@/components/account/save-text";

const SHOWN_DAYS = 5;
const NOTE_LETTERS = 60;
const SHOWN_WORDS = 5;

type PreviewProps = { days: readonly DayToImport[]; errors: readonly RowError[]; leftOut: number; names: TargetNames; today: CalendarDay; texts: Messages["data"] };

const valueOf = ({ scores, trackers }: DayToImport, target: Target): number | undefined => (isScore(target) ? scores[target] : trackers[target]);

/** The first days as they would be kept, how many there are, and what cannot be read. */
export function Preview({ days, errors, leftOut, names, today, texts: { preview: texts, rows: rowTexts } }: PreviewProps) {
  const targets = TARGETS.filter((target) => days.some((day) => valueOf(day, target) !== undefined));
  const hasNotes = days.some(({ note }) => note !== undefined);
  const [first, last] = [days[0], days.at(-1)];
  const unplaced = errors.filter(({ problem }) => problem === "notPlaced");
  const unread = errors.length - unplaced.length;
  const download = () => saveText("daymark-rows.csv", csvOf(
    [rowTexts.row, rowTexts.column, rowTexts.problem], errors.map(({ line, column, problem }) => [line, column, rowTexts[problem]])));
  return (
    <section className="card">
      <h3>{texts.title}</h3>
      {first && last ? (
        <>
          <p className="mt-1.5">{days.length === 1 ? texts.oneDay : fill(texts.days, { days: days.length, from: shortDay(first.day, today), to: shortDay(last.day, today) })}</p>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls sideways, by keyboard too */}
          <div className="scrollx mt-2" role="region" aria-label={texts.title} tabIndex={0}>
            <table>
              <thead><tr><th scope="col" className="py-2 pe-3">{texts.day}</th>{targets.map((target) => <th key={target} scope="col" className="py-2 pe-3">{names[target]}</th>)}{hasNotes && <th scope="col" className="py-2">{texts.note}</th>}</tr></thead>
              <tbody>
                {days.slice(0, SHOWN_DAYS).map((day) => (
                  <tr key={day.day} className="border-t border-line align-top">
                    <th scope="row" className="py-2 pe-3 whitespace-nowrap">{shortDay(day.day, today)}</th>
                    {targets.map((target) => <td key={target} className="num py-2 pe-3">{valueOf(day, target) ?? <span className="muted small">{texts.unknown}</span>}</td>)}
                    {hasNotes && <td className="small min-w-40 py-2 wrap-anywhere">{shorten(day.note)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="muted small mt-2">{texts.several}</p>
        </>
      ) : <p className="mt-1.5">{texts.none}</p>}
      {leftOut > 0 && <p className="muted small mt-2">{fill(texts.leftOut, { count: leftOut })}</p>}
      {errors.length > 0 && (
        <div className="note info mt-3">
          {unread > 0 && <p className="b">{unread === 1 ? texts.oneProblem : fill(texts.problems, { count: unread })}</p>}
          {unplaced.length > 0 && <p className="b">{wordUnplaced(unplaced, texts)}</p>}
          <p className="small">{texts.problemsText}</p>
          <button type="button" className="btn line mt-2" onClick={download}>{texts.download}</button>
        </div>
      )}
    </section>
  );
}

/** How many values were left out because their words have no place, and which words. */
export function wordUnplaced(unplaced: readonly RowError[], texts: Messages["data"]["preview"]): string {
  const all = [...new Set(unplaced.flatMap(({ word }) => word ?? []))];
  const words = [...all.slice(0, SHOWN_WORDS).map((word) => `"${word}"`), ...(all.length > SHOWN_WORDS ? ["…"] : [])].join(", ");
  return fill(unplaced.length === 1 ? texts.oneUnplaced : texts.unplaced, { count: unplaced.length, words });
}

const shorten = (note = "") => (note.length > NOTE_LETTERS ? `${note.slice(0, NOTE_LETTERS)}…` : note);
