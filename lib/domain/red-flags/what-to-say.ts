import type { JudgedCheckIn, Medication } from "@/lib/domain/check-in/check-in";
import { countsWithin, IMMUNOSUPPRESSED_DAYS } from "@/lib/domain/red-flags/medicines";
import { happenedKeys, topicOf } from "@/lib/domain/red-flags/say-evidence";
import type { Evidence, RaisedAlert } from "@/lib/domain/red-flags/rule";
import { dayOf, daysBetween, type CalendarDay } from "@/lib/domain/time";

/** One sentence: a key of the texts `rules.say` and the values of its placeholders. */
export type SayPart = { kind: "ms" | "happened" | "since" | "medicine"; key: string; values: Record<string, string | number> };

/** A bystander reads it aloud, or the person does, short of breath. */
const WORD_LIMIT = 34;
const MAX_HAPPENED = 3;
const MAX_MEDICINES = 2;
/** A longer name than this is not read aloud; the sentence about the immune system stands in for it. */
const LONG_NAME = { words: 3, letters: 40 };

/**
 * What to tell the emergency service, first person: MS, what happened and on which side, since when, immune medicines.
 * `alerts` are those shown, highest first: what raised the first comes first. `wordSay` makes the text.
 */
export function whatToSay(checkIn: JudgedCheckIn, alerts: readonly RaisedAlert[], medications: readonly Medication[], now: Date): SayPart[] {
  const evidence = alerts.flatMap((alert) => alert.evidence);
  const happened = [...happenedKeys(evidence), ...(alerts.some(({ ruleId }) => ruleId === "pregnancy-medicine") ? [{ key: "pregnancy-medicine", values: {} }] : [])];
  return [
    { kind: "ms", key: "ms", values: {} },
    ...happened.slice(0, MAX_HAPPENED).map((part) => ({ kind: "happened" as const, ...part })),
    ...since(checkIn, evidence, now),
    ...immuneMedicines(medications, now),
  ];
}

/**
 * Words the parts, given the texts under `rules.say`: at most 34 words. What does not fit goes in this order: the third
 * thing that happened, the second medicine, the second thing, since when.
 */
export function wordSay(parts: readonly SayPart[], texts: Readonly<Record<string, string>>): string {
  const kept = parts.filter(({ key }) => texts[key] !== undefined);
  const worded = () => kept.map(({ key, values }) => texts[key]!.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))).join(" ");
  const droppable = [nth("happened", 3), nth("medicine", 2), nth("happened", 2), nth("since", 1), nth("medicine", 1)];
  for (const find of droppable) {
    if (countWords(worded()) <= WORD_LIMIT) break;
    const part = find(kept);
    if (part) kept.splice(kept.indexOf(part), 1);
  }
  return worded();
}

const nth = (kind: SayPart["kind"], n: number) => (parts: readonly SayPart[]) => parts.filter((part) => part.kind === kind)[n - 1];

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** When it began: by the onset of what comes first, else by the start of its run; for an older entry without either, when it was noted. */
function since(checkIn: JudgedCheckIn, evidence: readonly Evidence[], now: Date): SayPart[] {
  const daysAgo = (day: CalendarDay) => daysBetween(day, dayOf(now, checkIn.timeZone));
  const word = (days: number) => (days <= 0 ? "today" : days === 1 ? "yesterday" : "earlier");
  const part = (key: string, days: number): SayPart[] => [{ kind: "since", key, values: { days } }];
  const logged = daysAgo(checkIn.day);
  const topic = topicOf(evidence);
  const valueOf = (field: string) => evidence.find((item) => item.field === field)?.value;
  const onset = topic === "signs" ? checkIn.onset?.signs : valueOf(`onset.${topic}`);
  if (onset === "sudden" || onset === "hours") return part(`since-${onset}-${word(logged)}`, logged);
  if (onset === "days") return part("since-days", logged);
  const run = valueOf(`run.${topic}`);
  if (typeof run === "string") {
    const days = daysAgo(dayOf(new Date(run), checkIn.timeZone));
    return part(`since-run-${word(days)}`, days);
  }
  return logged <= 0 ? [] : part(`noted-${word(logged)}`, logged);
}

/** The medicines that lower immunity as of now, the newest dose windows of the rules applied. */
function immuneMedicines(medications: readonly Medication[], now: Date): SayPart[] {
  const immune = medications.filter((medicine) => countsWithin(medicine, IMMUNOSUPPRESSED_DAYS, now.getTime()));
  const parts = immune.map(({ name, class: is, stoppedOn }): SayPart => {
    const short = name.trim();
    if (short === "" || short.length > LONG_NAME.letters || countWords(short) > LONG_NAME.words) return { kind: "medicine", key: "takes-immune", values: {} };
    const isPast = stoppedOn !== undefined || is === "alemtuzumab" || is === "cladribine" || is === "hsct" || is === "steroid-course";
    return { kind: "medicine", key: isPast ? "was-treated" : "takes", values: { name: short } };
  });
  return parts.filter(({ key, values }, i) => parts.findIndex((other) => other.key === key && other.values["name"] === values["name"]) === i).slice(0, MAX_MEDICINES);
}
