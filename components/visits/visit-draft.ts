import { MOST_QUESTIONS, type Visit } from "@/lib/domain/visits/visit";
import { MOST_CHARACTERS, type VisitInput } from "@/lib/schemas/visit";

/** What stands in the fields of a visit. `id` is made when the form opens, so that saving twice makes one visit. */
export type VisitDraft = { id: string; day: string; time: string; withWhom: string; questions: string[]; mainConcern: string; agreed: string };

/** Always three fields for questions, empty ones at the end. */
export function draftOf(visit: Visit): VisitDraft {
  const { id, day, time, withWhom, questions, mainConcern, agreed } = visit;
  return { id, day, time: time ?? "", withWhom: withWhom ?? "", questions: padded(questions), mainConcern: mainConcern ?? "", agreed: agreed ?? "" };
}

export const emptyDraft = (id: string): VisitDraft => ({ id, day: "", time: "", withWhom: "", questions: padded([]), mainConcern: "", agreed: "" });

const padded = (questions: readonly string[]) => Array.from({ length: MOST_QUESTIONS }, (_, place) => questions[place] ?? "");

/** A draft that was kept on the device; null when it is none, or of another shape. */
export function asDraft(kept: unknown): VisitDraft | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { id, day, time, withWhom, questions, mainConcern, agreed } = kept as Record<string, unknown>;
  const texts = [id, day, time, withWhom, mainConcern, agreed];
  if (!texts.every((text) => typeof text === "string") || !Array.isArray(questions) || !questions.every((each) => typeof each === "string")) return null;
  return { ...(kept as VisitDraft), questions: padded(questions as string[]) };
}

/** True when nothing was typed that would be missed. */
export const isSame = (one: VisitDraft, other: VisitDraft): boolean => JSON.stringify({ ...one, id: "" }) === JSON.stringify({ ...other, id: "" });

/** Field to message key; empty when it can be sent. What was typed stays whatever is wrong. */
export function problemsOf(draft: VisitDraft): Record<string, string> {
  const tooLong = (text: string, most: number) => text.trim().length > most;
  const long = draft.questions.findIndex((question) => tooLong(question, MOST_CHARACTERS.question));
  return {
    ...(!/^\d{4}-\d\d-\d\d$/.test(draft.day) && { day: "visit.day" }),
    ...(draft.time && !/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.time) && { time: "visit.time" }),
    ...(tooLong(draft.withWhom, MOST_CHARACTERS.withWhom) && { withWhom: "visit.withWhomTooLong" }),
    ...(long >= 0 && { [`questions.${long}`]: "visit.questionTooLong" }),
    ...(tooLong(draft.mainConcern, MOST_CHARACTERS.mainConcern) && { mainConcern: "visit.concernTooLong" }),
    ...(tooLong(draft.agreed, MOST_CHARACTERS.agreed) && { agreed: "visit.agreedTooLong" }),
  };
}

/** As it is sent: empty fields are left out, and the questions move up into empty places. */
export function toInput(draft: VisitDraft, updatedAt: string | null): VisitInput {
  const [time, withWhom, mainConcern, agreed] = [draft.time, draft.withWhom, draft.mainConcern, draft.agreed].map((text) => text.trim());
  return {
    id: draft.id, day: draft.day, questions: draft.questions.map((question) => question.trim()).filter(Boolean),
    ...(time && { time }), ...(withWhom && { withWhom }), ...(mainConcern && { mainConcern }), ...(agreed && { agreed }), ...(updatedAt && { updatedAt }),
  };
}
