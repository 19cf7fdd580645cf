import { wordValue } from "@/components/diary/answer-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import type { AnswerValue } from "@/lib/domain/check-in/answers";
import { findRule } from "@/lib/domain/red-flags/all";
import { placeholdersFor, type CountryNumbers, type PhoneNumber } from "@/lib/domain/red-flags/numbers";
import type { Evidence, RaisedAlert } from "@/lib/domain/red-flags/rule";
import { SOURCES, type Source } from "@/lib/domain/sources";
import { fill } from "@/lib/i18n/fill";

export type RuleWords = { name: string; says: string; reason: string; doNotDrive: boolean };

/** The texts of a rule with the numbers of the person's country; a rule without texts is named by its id, never hidden. */
export function wordRule(texts: FlowTexts, ruleId: string, numbers: CountryNumbers): RuleWords {
  const found = (texts.rules as unknown as Record<string, Partial<RuleWords> | undefined>)[ruleId];
  const values = placeholdersFor(numbers);
  const says = fill(found?.says ?? "", values);
  return { name: found?.name ?? ruleId, says, reason: fill(found?.reason ?? found?.says ?? ruleId, values), doNotDrive: found?.doNotDrive === true };
}

/** The answers that raised an alert, in words, each once. */
export function wordEvidence(texts: FlowTexts, evidence: readonly Evidence[]): string[] {
  return [...new Set(evidence.map((item) => wordOne(texts, item)).filter(Boolean))];
}

function wordOne({ checkIn, alerts }: FlowTexts, { field, value }: Evidence): string {
  const fields = alerts.fields as Record<string, string>;
  const onset = field.startsWith("onset.");
  if (value === undefined) return fields[field] ?? "";
  const worded = lower(isWorded(field) ? wordValue(checkIn, field, value as AnswerValue) : Array.isArray(value) ? value.join(", ") : String(value));
  return onset ? fill(fields.onset!, { value: worded }) : fields[field] ? fill(fields[field], { value: worded }) : worded;
}

/** Scores, counts and medicine classes are shown as they are; everything else has its words in the check-in. */
const isWorded = (field: string) => !/^(scores|medications|profile)\.|^(temperatureC|walking\.falls|walking\.timed25FootSeconds)$/.test(field);

/** "Samaritans 116 123"; a service whose name is its number is not said twice. */
export function withName({ name, show }: PhoneNumber): string {
  return !name ? show : name.includes(show) ? name : `${name} ${show}`;
}

/** The version of a rule and the documents it rests on. */
export function sourcesOf({ ruleId }: RaisedAlert): Source[] {
  return (findRule(ruleId)?.sources ?? []).map((key) => SOURCES[key]);
}

const lower = (text: string) => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
