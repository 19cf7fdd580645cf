import { daysOfCell, type ChartLine, type ChartModel } from "@/components/charts/chart-model";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import type { LineName } from "@/lib/domain/trends/lines";
import type { Mark, Span } from "@/lib/domain/trends/marks";
import type { Sentence } from "@/lib/domain/trends/sentences";
import type { SummaryPart } from "@/lib/domain/trends/summary";
import type { Tick } from "@/lib/domain/trends/ticks";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** The texts of a trends screen, handed over by its page: `trends.view` and the names of the lines. */
export type TrendTexts = Messages["trends"]["view"] & { names: Record<LineName, string> };

const SHORT_MONTH = 3;
/** From here on a time is told in years. */
const TOLD_IN_YEARS_DAYS = 400;
const YEAR_DAYS = 365.25;

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

/** "1 day", "12 days". */
export const wordDays = (count: number, texts: Pick<TrendTexts, "days">): string => (count === 1 ? texts.days.one : fill(texts.days.many, { count }));

/** A length of time: "90 days", "10 years". */
function wordTime(days: number, texts: TrendTexts): string {
  return days < TOLD_IN_YEARS_DAYS ? wordDays(days, texts) : fill(texts.days.years, { count: Math.round((days / YEAR_DAYS) * 10) / 10 });
}

/** One part of the sentence the page begins with. */
export function wordSummary(part: SummaryPart, texts: TrendTexts, withYear: boolean): string {
  const { summary } = texts;
  switch (part.key) {
    case "noEntries": case "notEnough": case "closeToUsual":
      return summary[part.key];
    case "silent":
      return fill(summary.silent, { day: wordDay(part.day, texts, true) });
    case "worseNow":
      return fill(part.of === 14 ? summary.worseNow : summary.worseNowGaps, { symptom: texts.names[part.symptom], count: part.count, of: part.of });
    case "worseLatest":
      return fill(summary.worseLatest, { symptom: texts.names[part.symptom], day: wordDay(part.day, texts, withYear) });
    case "backToUsual":
      return fill(summary.backToUsual, { symptom: texts.names[part.symptom] });
    case "wasWorse":
      return fill(summary.wasWorse, { days: part.days, day: wordDay(part.day, texts, withYear) });
  }
}

/** The sentence of a chart: "Walking: worse than your usual on 9 of the last 14 days." */
export function wordSentence(sentence: Sentence, texts: TrendTexts): string {
  const rest = wordRest(sentence, texts);
  return "name" in sentence ? fill(texts.sentence.named, { name: texts.names[sentence.name], rest }) : rest;
}

/** The same under a heading that has the name already: "Worse than your usual on 9 of the last 14 days." */
export function wordUnderName(sentence: Sentence, texts: TrendTexts): string {
  const rest = wordRest(sentence, texts);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function wordRest(found: Sentence, texts: TrendTexts): string {
  const { sentence } = texts;
  switch (found.key) {
    case "none":
      return fill(sentence.none, { time: wordTime(found.days, texts) });
    case "worse": case "notWorse": {
      const isWhole = found.of === found.days;
      const text = found.key === "worse" ? (isWhole ? sentence.worse : sentence.worseGaps) : isWhole ? sentence.notWorse : sentence.notWorseGaps;
      return fill(text, { count: found.key === "worse" ? found.count : 0, of: wordDays(found.of, texts), time: wordTime(found.days, texts) });
    }
    case "noUsual":
      return fill(found.low === found.high ? sentence.noUsualOne : sentence.noUsual, { low: found.low, high: found.high, of: wordDays(found.of, texts), time: wordTime(found.days, texts) });
    case "levels":
      return fill(sentence.levels, { severe: found.severe, moderate: found.moderate, of: wordDays(found.of, texts) });
    case "noLevels":
      return sentence.noLevels;
    case "goodDays":
      return fill(sentence.goodDays, { good: found.good, of: found.of });
    case "goodDaysUnknown":
      return sentence.goodDaysUnknown;
    case "compare":
      return fill(found.comparison === "before" ? sentence.compareBefore : sentence.compareYear, { parts: wordChanges(found, texts) });
  }
}

function wordChanges({ better, worse, same, tooFew }: Extract<Sentence, { key: "compare" }>, texts: TrendTexts): string {
  const { sentence } = texts;
  if (better.length + worse.length + same.length === 0) return sentence.allTooFew;
  if (better.length + worse.length + tooFew.length === 0) return sentence.allSame;
  const parts: [readonly LineName[], string][] = [[worse, sentence.worseNames], [better, sentence.better], [same, sentence.same], [tooFew, sentence.tooFew]];
  return parts.filter(([names]) => names.length > 0).map(([names, text]) => fill(text, { names: wordList(names.map((name) => texts.names[name].toLowerCase()), sentence.and) })).join("; ");
}

/** "fatigue, vision and walking" */
function wordList(words: readonly string[], and: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : fill(and, { first: words.slice(0, -1).join(", "), last });
}

/** The chart in words, for those who do not see it: its figures, then its sentence. */
export function wordChart(model: ChartModel, line: ChartLine, texts: TrendTexts): string {
  const values = line.cells.flatMap(({ value }) => value ?? []);
  const names = { symptom: texts.names[line.name], last: texts.last[model.range] };
  const newest = values.at(-1);
  if (newest === undefined) return fill(texts.chartEmpty, names);
  const chart = fill(texts.chart, { ...names, low: Math.min(...values), high: Math.max(...values), newest });
  return [chart, ...(line.usual ? [wordUsual(line.usual, texts.chartUsual)] : []), wordUnderName(line.sentence, texts)].join(" ");
}

/** The newest value beside the usual: "5, usual is 4". */
export function wordValue(model: ChartModel, line: ChartLine, texts: TrendTexts): string {
  const days = model.step === 1 ? line.cells.map(({ value }) => value) : line.year;
  const value = days.findLast((each) => each !== null) ?? null;
  if (value === null) return texts.noValue;
  if (!line.usual) return String(value);
  return fill(value === line.usual.median ? texts.valueAsUsual : texts.value, { value, usual: line.usual.median });
}

/** The value of the cell that is pointed at: "30 September: 8". */
export function wordValueOn(model: ChartModel, line: ChartLine, cell: number, texts: TrendTexts): string {
  return fill(texts.valueOn, { day: wordCell(model, cell, texts), value: line.cells[cell]?.value ?? texts.noValue });
}

/** "30 September", or "Week of 27 September 2024". */
export function wordCell(model: ChartModel, cell: number, texts: TrendTexts): string {
  const day = wordDay(addDays(model.window.from, daysOfCell(model, cell).first), texts, model.isLong);
  return model.step === 1 ? day : fill(texts.cell[model.step], { day });
}

/** One day read aloud: "30 September. Vision 8. Usual 0 to 2. Relapse." */
export function wordReading(model: ChartModel, line: ChartLine, cell: number, texts: TrendTexts): string {
  const { value, days } = line.cells[cell] ?? { value: null, days: 0 };
  const names = { day: wordCell(model, cell, texts), symptom: texts.names[line.name] };
  const told = value === null ? fill(texts.reading.none, names) : fill(model.step === 1 ? texts.reading.value : texts.reading.mean, { ...names, value, days: wordDays(days, texts) });
  return [told, ...(line.usual ? [wordUsual(line.usual, texts.chartUsual)] : []), ...marksOn(model, cell, texts).map((mark) => `${mark}.`)].join(" ");
}

const wordUsual = ({ low, high }: { low: number; high: number }, texts: TrendTexts["chartUsual"]) =>
  low === high ? fill(texts.one, { value: low }) : fill(texts.range, { low, high });

/** What else is known of a cell, in words; each once. */
export function marksOn(model: ChartModel, cell: number, texts: TrendTexts): string[] {
  const { first, last } = daysOfCell(model, cell);
  const meets = (span: Span) => span.first <= last && first <= span.last;
  return [...new Set([
    ...model.relapses.filter(meets).map(({ isPossible }) => (isPossible ? texts.possibleRelapse : texts.relapse)),
    ...model.marks.filter(meets).map((mark) => wordMark(mark, texts)),
  ])];
}

/** "Ocrelizumab started", "Hot spell". */
export function wordMark({ kind, name = "", first, last }: Mark, texts: TrendTexts): string {
  return kind === "heat" && last > first ? texts.hotSpell : fill(texts.mark[kind], { name });
}

/** With its days: "Hot spell, 22 August to 28 August". */
export const wordMarkOn = (mark: Mark, model: ChartModel, texts: TrendTexts): string => `${wordMark(mark, texts)}, ${wordSpan(mark, model, texts)}`;

export function wordSpan({ first, last }: Span, { window, isLong }: ChartModel, texts: TrendTexts): string {
  const from = wordDay(addDays(window.from, first), texts, isLong);
  return first === last ? from : fill(texts.span, { from, to: wordDay(addDays(window.from, last), texts, isLong) });
}
