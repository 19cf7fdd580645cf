import { wordValue } from "@/components/diary/answer-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import type { AnswerValue } from "@/lib/domain/check-in/answers";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import { fill } from "@/lib/i18n/fill";

type EvidenceTexts = Pick<FlowTexts, "checkIn" | "alerts">;

/** The answers that raised an alert, in words, each once. Moments are worded by the clock of the person's zone. */
export function wordEvidence(texts: EvidenceTexts, evidence: readonly Evidence[], timeZone: string): string[] {
  return [...new Set(evidence.map((item) => wordOne(texts, item, timeZone)).filter(Boolean))];
}

function wordOne({ checkIn, alerts }: EvidenceTexts, { field, value }: Evidence, timeZone: string): string {
  const fields = alerts.evidence.fields as Record<string, string>;
  if (value === undefined) return fields[field] ?? "";
  const stated = (alerts.evidence.stated as Record<string, Record<string, string>>)[field]?.[String(value)];
  if (stated !== undefined) return stated;
  const worded = wordValueOf({ checkIn, alerts }, { field, value }, timeZone);
  const sentence = fields[field] ?? (field.startsWith("onset.") ? fields.onset : undefined);
  return sentence ? fill(sentence, { value: worded }) : worded;
}

function wordValueOf({ checkIn, alerts }: EvidenceTexts, { field, value }: Required<Evidence>, timeZone: string): string {
  if (isMoment(field)) return wordMoment(String(value), timeZone);
  if (field === "medications.class") return asList(value).map((is) => (alerts.evidence.classes as Record<string, string>)[is] ?? is).join(", ");
  if (field === "recent.infection") {
    const fever = (item: string) => (item === "fever" ? alerts.evidence.fever : lower(wordValue(checkIn, "infection", [item])));
    return asList(value).map(fever).join(", ");
  }
  if (typeof value === "number") return String(Math.round(value * 100) / 100);
  return isInCheckIn(field) ? lower(wordValue(checkIn, field, value as AnswerValue)) : asList(value).join(", ");
}

/** Fields that hold an instant. */
const isMoment = (field: string) => field.startsWith("run.") || field === "relapses.last";

/** "3 March 2026, 08:12"; what is no moment stays as it is, so that an old alert never breaks its screen. */
function wordMoment(value: string, timeZone: string): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone }).format(at).replace(" at ", ", ");
}

/** Scores and what is compared with them are shown as they are; everything else has its words in the check-in. */
const isInCheckIn = (field: string) => !/^(scores|usual|lately|longAgo|profile)\./.test(field);

const asList = (value: Evidence["value"]): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [String(value)]);

const lower = (text: string) => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
