import { lineOf, type ChartModel } from "@/components/charts/chart-model";
import { escapeHtml } from "@/components/charts/escape-html";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { lineClass } from "@/components/charts/symptom-shape";
import { wordDay, wordSentence, type TrendTexts } from "@/components/charts/words";
import { levelOf } from "@/lib/domain/check-in/level";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import type { LineName } from "@/lib/domain/trends/lines";
import { fill } from "@/lib/i18n/fill";

const QUARTERS = 4;
const WEEK_DAYS = 7;
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const LEVELS = ["none", "mild", "moderate", "severe", "missing"] as const;

type CalendarHeatProps = { model: ChartModel; symptom: LineName; texts: TrendTexts };

/** The year that ends today, a square a day with its number: quarters from that of the first entry on, weeks as columns, Monday first. A real table for readers. */
export function CalendarHeat({ model, symptom, texts }: CalendarHeatProps) {
  const { calendar } = texts;
  const line = lineOf(model, symptom);
  const monday = addDays(model.year.from, -weekdayOf(model.year.from));
  const weeks = Math.ceil((weekdayOf(model.year.from) + line.year.length) / WEEK_DAYS);
  const perQuarter = Math.ceil(weeks / QUARTERS);
  const firstEntry = Math.max(0, line.year.findIndex((value) => value !== null));
  const firstQuarter = Math.floor((weekdayOf(model.year.from) + firstEntry) / (perQuarter * WEEK_DAYS));
  return (
    <section className={`card ${lineClass(symptom)}`}>
      <div className="flex items-center gap-2.5"><SymptomMark symptom={symptom} size={22} /><h2 id="calendar-title">{fill(calendar.title, { symptom: texts.names[symptom] })}</h2></div>
      <p className="small muted mt-1 mb-3">{wordSentence(line.yearSentence, texts)}</p>
      <div className="calendars">
        {Array.from({ length: QUARTERS - firstQuarter }, (_, place) => firstQuarter + place).map((quarter) => (
          <Quarter key={quarter} values={line.year} from={model.year.from} firstMonday={addDays(monday, quarter * perQuarter * WEEK_DAYS)} weeks={Math.min(perQuarter, weeks - quarter * perQuarter)} texts={texts} />
        ))}
      </div>
      <ul className="small muted mt-3 flex flex-wrap gap-x-4 gap-y-1.5">
        {LEVELS.map((level) => <li key={level} className="flex items-center gap-1.5"><span className={`day-swatch day-${level}`} />{level === "missing" ? calendar.noEntry : calendar[level]}</li>)}
      </ul>
    </section>
  );
}

type QuarterProps = { values: readonly (number | null)[]; from: CalendarDay; firstMonday: CalendarDay; weeks: number; texts: TrendTexts };

function Quarter({ values, from, firstMonday, weeks, texts }: QuarterProps) {
  const { calendar } = texts;
  const first = Math.round((Date.parse(firstMonday) - Date.parse(from)) / 86_400_000);
  const mondays = Array.from({ length: weeks }, (_, week) => addDays(firstMonday, week * WEEK_DAYS));
  const name = fill(calendar.quarter, { from: wordDay(first < 0 ? from : firstMonday, texts, true), to: wordDay(addDays(from, Math.min(values.length - 1, first + weeks * WEEK_DAYS - 1)), texts, true) });
  return (
    <div className="calendar">
      <table aria-label={name}>
        <thead>
          <tr dangerouslySetInnerHTML={{ __html: `<td></td>${mondays.map((monday, week) => weekHead(monday, week, texts)).join("")}` }} />
        </thead>
        <tbody>
          {WEEK.map((weekday) => <tr key={weekday} dangerouslySetInnerHTML={{ __html: weekdayHead(texts.weekdays[weekday] ?? "", weekday) + mondays.map((_, week) => dayCell(first + week * WEEK_DAYS + weekday, values, calendar.missing)).join("") }} />)}
        </tbody>
      </table>
    </div>
  );
}

function weekHead(monday: CalendarDay, week: number, texts: TrendTexts): string {
  const month = monthName(monday, week, texts);
  return `<th scope="col"><span class="vh">${escapeHtml(fill(texts.calendar.week, { day: wordDay(monday, texts) }))}</span>${month && `<span aria-hidden="true">${escapeHtml(month)}</span>`}</th>`;
}

/** A row is one text of our own words and numbers: as elements, the squares would cost the server more than the charts. */
const weekdayHead = (name: string, weekday: number) =>
  `<th scope="row"><span class="vh">${escapeHtml(name)}</span>${weekday % 2 === 0 ? `<span aria-hidden="true">${escapeHtml(name.slice(0, 3))}</span>` : ""}</th>`;

function dayCell(at: number, values: readonly (number | null)[], missing: string): string {
  if (at < 0 || at >= values.length) return "<td></td>";
  const value = values[at] ?? null;
  const today = at === values.length - 1 ? " day-today" : "";
  if (value === null) return `<td class="day-missing${today}">${escapeHtml(missing)}</td>`; // the style sheet hides the words from the eye
  return `<td class="day-${levelOf(value)}${today}">${Math.round(value)}</td>`;
}

/** Monday 0 */
const weekdayOf = (day: CalendarDay) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The month's name over its first Monday; not over the first column unless it is one, where two names would meet. */
function monthName(monday: CalendarDay, week: number, texts: TrendTexts): string {
  const date = Number(monday.slice(8));
  return date <= 7 || (week === 0 && date <= 14) ? (texts.months[Number(monday.slice(5, 7)) - 1] ?? "").slice(0, 3) : "";
}
