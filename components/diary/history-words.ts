import type { CheckIn, Profile } from "@/lib/domain/check-in/check-in";
import type { DescribedAnswer, DescribedQuestion, TextPath } from "@/lib/domain/check-in/describe-answers";
import { firstDayOf, type Month } from "@/lib/domain/check-in/month";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** The texts of the history, and whose words they are. */
export type HistoryTexts = {
  history: Messages["history"];
  checkIn: Messages["checkIn"];
  rules: Messages["rules"];
  levels: Messages["common"]["levels"];
  symptoms: Record<ScoreName, string>;
  trackers: Pick<Messages["trackers"], "names" | "fine" | "history">;
};

/** The entry that copied scores were taken from: that of the day before, or an older or same-day one. */
export type CopiedFrom = "yesterday" | "last";

/** Full-time wheelchair users are asked about moving, not walking. */
export function historyTexts({ history, checkIn, rules, common, trackers }: Messages, { mobility }: Profile): HistoryTexts {
  const symptoms = mobility === "wheelchair-full-time" ? { ...common.symptoms, walking: checkIn.names.walkingWheelchair } : common.symptoms;
  return { history, checkIn, rules, levels: common.levels, symptoms, trackers };
}

const LOCALE = "en-GB";
const dayFormat = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" });
  return (day: CalendarDay) => format.format(new Date(`${day}T00:00:00Z`)).replace(",", "");
};
/** "Friday 20 November" */
export const wordWeekday = dayFormat({ weekday: "long", day: "numeric", month: "long" });
/** "Friday 20 November 2026" */
export const wordFullDay = dayFormat({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const wordDate = dayFormat({ day: "numeric", month: "long", year: "numeric" });
const wordYearMonth = dayFormat({ month: "long", year: "numeric" });
/** "October 2026" */
export const wordMonth = (month: Month): string => wordYearMonth(firstDayOf(month));

/** "08:12" by the clock of a zone. */
export const wordTime = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(instant);

/** "Sunday 22 November, 08:12", for a moment of the coming days. */
export const wordUntil = (instant: Date, timeZone: string): string => `${wordWeekday(dayOf(instant, timeZone))}, ${wordTime(instant, timeZone)}`;

/** "at 08:12", with the date when it is another day than the entry's. */
export function wordWhen(instant: Date, { day, timeZone }: Pick<CheckIn, "day" | "timeZone">, { when }: Messages["history"]): string {
  const time = wordTime(instant, timeZone);
  const at = dayOf(instant, timeZone);
  return at === day ? fill(when.time, { time }) : fill(when.dayTime, { day: wordDate(at), time });
}

/** Who entered it, or corrected it, and when, where that was not at once. One that was filed under another day keeps the moment it was typed. */
export function wordBy(checkIn: CheckIn, firstTyped: Date, texts: Messages["history"]): string {
  const { by } = texts;
  const when = wordWhen(checkIn.enteredAt, checkIn, texts);
  if (checkIn.revision > 1 && checkIn.enteredAt.getTime() === firstTyped.getTime()) return fill(by[`${checkIn.enteredBy}Filed`], { when });
  if (checkIn.revision > 1) return fill(by[`${checkIn.enteredBy}Corrected`], { when });
  return dayOf(checkIn.enteredAt, checkIn.timeZone) === checkIn.day ? by[checkIn.enteredBy] : fill(by[`${checkIn.enteredBy}When`], { when });
}

/** Which scores were copied, and from when; null when all four were rated. */
export function wordSame({ confirmedUnchanged }: CheckIn, from: CopiedFrom, texts: HistoryTexts): string | null {
  if (confirmedUnchanged.length === 0) return null;
  const { same } = texts.history;
  if (confirmedUnchanged.length === SCORE_NAMES.length) return from === "yesterday" ? same.allYesterday : same.allLast;
  const names = SCORE_NAMES.filter((name) => confirmedUnchanged.includes(name)).map((name) => texts.symptoms[name].toLowerCase());
  return fill(from === "yesterday" ? same.someYesterday : same.someLast, { names: wordList(names) });
}

/** The question as it was put. */
export function wordQuestion({ question, about }: DescribedQuestion, { history, checkIn }: HistoryTexts): string {
  return about ? fill(history.answers.onset, { about: readText(checkIn, about) }) : readText(checkIn, question);
}

/** The answer in the words of the check-in. */
export function wordAnswer(id: DescribedQuestion["id"], answer: DescribedAnswer, { history: { answers }, checkIn }: HistoryTexts): string {
  switch (answer.kind) {
    case "skipped":
      return answers.skipped;
    case "nothing":
      return id === "numbness.areas" ? answers.nowhere : answers.nothing;
    case "unnamed-area":
      return answers.unnamedArea;
    case "number":
      if (answer.unit === "falls") return answer.value === 0 ? answers.noFalls : String(answer.value);
      return fill(answers[answer.unit], { value: answer.value.toFixed(1) });
    case "chosen":
      return answer.texts.map((path) => readText(checkIn, path)).join("; ");
  }
}

function readText(texts: Messages["checkIn"], path: TextPath): string {
  const found = path.reduce<unknown>((from, key) => (from as Record<string, unknown> | undefined)?.[key], texts);
  return typeof found === "string" ? found : (path.at(-1) ?? "");
}

const wordList = (words: readonly string[]): string => new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(words);
