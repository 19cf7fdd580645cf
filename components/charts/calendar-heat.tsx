import type { ChartModel } from "@/components/charts/chart-model";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { wordDay, type TrendTexts } from "@/components/charts/words";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";

const MOST_DAYS = 90;
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const LEVELS = ["none", "mild", "moderate", "severe", "missing"] as const;

/** Weeks as columns, Monday first, the number in each square; a real table for readers. Of a longer range, the last 13 weeks. */
export function CalendarHeat({ model, symptom, texts }: { model: ChartModel; symptom: ScoreName; texts: TrendTexts }) {
  const { calendar } = texts;
  const skipped = Math.max(0, model.window.days - MOST_DAYS);
  const from = addDays(model.window.from, skipped);
  const values = model.lines[symptom].slice(skipped);
  const firstWeekday = weekdayOf(from);
  const weeks = Array.from({ length: Math.ceil((firstWeekday + values.length) / 7) }, (_, week) => addDays(from, week * 7 - firstWeekday));
  return (
    <section className={`card s-${symptom}`}>
      <div className="mb-3 flex items-center gap-2.5"><SymptomMark symptom={symptom} size={22} /><h2 id="calendar-title">{fill(calendar.title, { symptom: texts.symptoms[symptom] })}</h2></div>
      <div className="calendar">
        <table aria-labelledby="calendar-title">
          <thead>
            <tr>
              <td />
              {weeks.map((monday, week) => <th key={monday} scope="col"><span className="vh">{fill(calendar.week, { day: wordDay(monday, texts) })}</span><span aria-hidden="true">{monthName(monday, week, texts)}</span></th>)}
            </tr>
          </thead>
          <tbody>
            {WEEK.map((weekday) => <tr key={weekday} dangerouslySetInnerHTML={{ __html: weekdayHead(texts.weekdays[weekday] ?? "", weekday) + weeks.map((_, week) => dayCell(week * 7 + weekday - firstWeekday, values, calendar.missing)).join("") }} />)}
          </tbody>
        </table>
      </div>
      <ul className="small muted mt-3 flex flex-wrap gap-x-4 gap-y-1.5">
        {LEVELS.map((level) => <li key={level} className="flex items-center gap-1.5"><span className={`day-swatch day-${level}`} />{level === "missing" ? calendar.noEntry : calendar[level]}</li>)}
      </ul>
      {skipped > 0 && <p className="small muted mt-1">{calendar.newest}</p>}
    </section>
  );
}

/** A row is one text of our own words and numbers: as elements, the squares would cost the server more than the charts. */
const weekdayHead = (name: string, weekday: number) =>
  `<th scope="row"><span class="vh">${escapeHtml(name)}</span><span aria-hidden="true">${weekday % 2 === 0 ? escapeHtml(name.slice(0, 3)) : ""}</span></th>`;

function dayCell(at: number, values: readonly (number | null)[], missing: string): string {
  if (at < 0 || at >= values.length) return "<td></td>";
  const value = values[at] ?? null;
  const today = at === values.length - 1 ? " day-today" : "";
  if (value === null) return `<td class="day-missing${today}"><span class="vh">${escapeHtml(missing)}</span></td>`;
  const shown = Math.round(value);
  return `<td class="day-${shown === 0 ? "none" : shown <= 3 ? "mild" : shown <= 6 ? "moderate" : "severe"}${today}">${shown}</td>`;
}

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Monday 0 */
const weekdayOf = (day: CalendarDay) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The month's name over its first Monday; not over the first column unless it is one, where two names would meet. */
function monthName(monday: CalendarDay, week: number, texts: TrendTexts): string {
  const date = Number(monday.slice(8));
  return date <= 7 || (week === 0 && date <= 14) ? (texts.months[Number(monday.slice(5, 7)) - 1] ?? "").slice(0, 3) : "";
}
