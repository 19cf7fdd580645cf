import type { FlowTexts } from "@/components/diary/flow-props";
import { formatDay, formatTime } from "@/components/diary/format";
import { wordingOf } from "@/lib/domain/alerts/wording";
import { findRule } from "@/lib/domain/red-flags/all";
import { placeholdersFor, type CountryNumbers, type PhoneNumber } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { SOURCES, type Source } from "@/lib/domain/sources";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";

export type RuleWords = { name: string; says: string; reason: string; doNotDrive: boolean };

/** The texts of a rule with the numbers of the person's country; a rule without texts is named by its id, never hidden. */
export function wordRule(texts: Pick<FlowTexts, "rules">, ruleId: string, numbers: CountryNumbers): RuleWords {
  const found = textsOf(texts, ruleId);
  const values = placeholdersFor(numbers);
  const says = fill(found?.says ?? "", values);
  return { name: found?.name ?? ruleId, says, reason: fill(found?.reason ?? found?.says ?? ruleId, values), doNotDrive: found?.doNotDrive === true };
}

const textsOf = ({ rules }: Pick<FlowTexts, "rules">, ruleId: string) => (rules as unknown as Record<string, Partial<RuleWords> | undefined>)[ruleId];

/** The message of a rule as a headline and what follows it: its first sentence is the act. */
export function splitAct(says: string): { act: string; rest: string } {
  const [first] = new Intl.Segmenter("en", { granularity: "sentence" }).segment(says);
  const act = first?.segment ?? "";
  return { act: act.trim(), rest: says.slice(act.length).trim() };
}

/** Whom the messages of an urgent alert say to call: a crisis line, the urgent line, or only the MS team. */
export type UrgentAct = { title: string; calls: "crisis" | "urgent" | "team" };

export function wordUrgentAct(texts: Pick<FlowTexts, "alerts" | "rules">, alerts: readonly RaisedAlert[], numbers: CountryNumbers): UrgentAct {
  const words = texts.alerts.urgent;
  const mentions = (placeholder: string) => alerts.some(({ ruleId }) => textsOf(texts, ruleId)?.says?.includes(placeholder) ?? true);
  const [crisis] = numbers.crisis;
  if (mentions("{crisis}")) return { title: crisis ? fill(words.titleCrisis, { who: crisis.name ?? crisis.show }) : words.titleCrisisAny, calls: "crisis" };
  if (!mentions("{urgent}")) return { title: words.titleTeam, calls: "team" };
  const { urgent } = numbers;
  return { title: "words" in urgent ? words.titleDoctor : fill(words.title, { who: urgent.name ?? urgent.show }), calls: "urgent" };
}

/** "Samaritans 116 123"; a service whose name is its number is not said twice. */
export function withName({ name, show }: PhoneNumber): string {
  return !name ? show : name.includes(show) ? name : `${name} ${show}`;
}

/** The version of a rule and the documents it rests on. */
export function sourcesOf({ ruleId }: Pick<RaisedAlert, "ruleId">): Source[] {
  return (findRule(ruleId)?.sources ?? []).map((key) => SOURCES[key]);
}

/** When the entry was made, and how a late one begins: what is over a day old may have changed since. */
export function wordEntryTime(words: FlowTexts["alerts"], { recordedAt, now, timeZone }: { recordedAt: Date; now: Date; timeZone: string }): { when: string; late: string | null } {
  const day = dayOf(recordedAt, timeZone);
  const time = formatTime(recordedAt, timeZone);
  const isToday = day === dayOf(now, timeZone);
  return {
    when: isToday ? fill(words.when, { time }) : fill(words.earlierWhen, { day: formatDay(day, "short"), time }),
    late: wordingOf({ recordedAt, now, reader: "owner" }).isLate ? fill(words.late, { date: formatDay(day, "long") }) : null,
  };
}

/** Several names as one sentence: only the first keeps its capital letter. */
export function wordNames(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names.map((name, index) => (index === 0 || /^[A-Z]{2}/.test(name) ? name : lower(name))));
}

const lower = (text: string) => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
