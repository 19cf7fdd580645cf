import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import type { SummaryPart } from "@/lib/domain/trends/summary";
import type { Tick } from "@/lib/domain/trends/ticks";
import type { ChartModel } from "@/components/charts/chart-model";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** The texts of a trends screen, handed over by its page: `trends.view` and the names of the four symptoms. */
export type TrendTexts = Messages["trends"]["view"] & { symptoms: Record<ScoreName, string> };

const SHORT_MONTH = 3;

/** "30 September", with the year where it is needed to tell. */
export function wordDay(day: CalendarDay, texts: TrendTexts, withYear = false): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return fill(withYear ? texts.dateYear : texts.date, { day: date, month: texts.months[month - 1] ?? "", year });
}

/** "30 Sep", for tables. */
export function wordShortDay(day: CalendarDay, texts: TrendTexts, withYear = false): string {
  return wordDay(day, { ...texts, months: texts.months.map((month) => month.slice(0, SHORT_MONTH)) }, withYear);
}

/** "1 Sep", "Sep" or "2026" on the time axis. */
export function wordTick({ day, as }: Tick, texts: TrendTexts): string {
  const month = (texts.months[Number(day.slice(5, 7)) - 1] ?? "").slice(0, SHORT_MONTH);
  if (as === "year") return day.slice(0, 4);
  return as === "month" ? month : fill(texts.date, { day: Number(day.slice(8)), month });
}

/** One sentence of the summary. */
export function wordSummary(part: SummaryPart, texts: TrendTexts, withYear: boolean): string {
  const { summary } = texts;
  switch (part.key) {
    case "noEntries": case "notEnough": case "closeToUsual":
      return summary[part.key];
    case "silent":
      return fill(summary.silent, { day: wordDay(part.day, texts, true) });
    case "worseNow":
      return fill(part.of === 14 ? summary.worseNow : summary.worseNowGaps, { symptom: texts.symptoms[part.symptom], count: part.count, of: part.of });
    case "worseLatest":
      return fill(summary.worseLatest, { symptom: texts.symptoms[part.symptom], day: wordDay(part.day, texts, withYear) });
    case "backToUsual":
      return fill(summary.backToUsual, { symptom: texts.symptoms[part.symptom] });
    case "wasWorse":
      return fill(summary.wasWorse, { days: part.days, day: wordDay(part.day, texts, withYear) });
  }
}

/** The chart in one sentence, for those who do not see it. */
export function wordChart(model: ChartModel, symptom: ScoreName, texts: TrendTexts): string {
  const values = model.lines[symptom].filter((value) => value !== null);
  const names = { symptom: texts.symptoms[symptom], last: texts.last[model.range] };
  const newest = values.at(-1);
  if (newest === undefined) return fill(texts.chartEmpty, names);
  const usual = model.usual[symptom];
  const chart = fill(texts.chart, { ...names, low: Math.min(...values), high: Math.max(...values), newest });
  return usual ? `${chart} ${wordUsual(usual, texts.chartUsual)}` : chart;
}

/** The newest value beside the usual: "5, usual is 4". */
export function wordValue(model: ChartModel, symptom: ScoreName, texts: TrendTexts): string {
  const value = model.lines[symptom].findLast((each) => each !== null) ?? null;
  const usual = model.usual[symptom];
  if (value === null) return texts.noValue;
  if (!usual) return String(value);
  return fill(value === usual.median ? texts.valueAsUsual : texts.value, { value, usual: usual.median });
}

/** The value of the day that is pointed at: "30 September: 8". */
export function wordValueOn(model: ChartModel, symptom: ScoreName, at: number, texts: TrendTexts): string {
  return fill(texts.valueOn, { day: wordDay(addDays(model.window.from, at), texts, model.isLong), value: model.lines[symptom][at] ?? texts.noValue });
}

/** One day read aloud: "30 September. Vision 8. Usual 0 to 2. Relapse." */
export function wordReading(model: ChartModel, symptom: ScoreName, at: number, texts: TrendTexts): string {
  const value = model.lines[symptom][at] ?? null;
  const usual = model.usual[symptom];
  const names = { day: wordDay(addDays(model.window.from, at), texts, model.isLong), symptom: texts.symptoms[symptom] };
  return [
    value === null ? fill(texts.reading.none, names) : fill(texts.reading.value, { ...names, value }),
    ...(usual ? [wordUsual(usual, texts.chartUsual)] : []),
    ...marksOn(model, at, texts).map((mark) => `${mark}.`),
  ].join(" ");
}

const wordUsual = ({ low, high }: { low: number; high: number }, texts: TrendTexts["chartUsual"]) =>
  low === high ? fill(texts.one, { value: low }) : fill(texts.range, { low, high });

/** What else is known of a day, in words. */
export function marksOn(model: ChartModel, at: number, texts: TrendTexts): string[] {
  const covers = (span: { first: number; last: number }) => span.first <= at && at <= span.last;
  return [
    ...model.relapses.filter(covers).map(({ isPossible }) => (isPossible ? texts.possibleRelapse : texts.relapse)),
    ...model.alerts.filter((mark) => mark.at === at).map(() => texts.alert),
    ...model.medicines.filter((mark) => mark.at === at).map(({ name, what }) => fill(texts.medicine[what], { name })),
    ...model.heat.filter(covers).map(() => texts.hotSpell),
  ];
}
