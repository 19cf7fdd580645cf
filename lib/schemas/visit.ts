import { z } from "zod";
import { MOST_QUESTIONS } from "@/lib/domain/visits/visit";
import { daySchema, instantSchema, textSchema } from "@/lib/schemas/values";

export const MOST_CHARACTERS = { withWhom: 120, question: 300, mainConcern: 1000, agreed: 2000 } as const;

/** One visit; `id` is made by the browser, so sending twice is harmless. A key that is absent was left empty. */
export const visitSchema = z.strictObject({
  id: z.uuidv7(),
  day: daySchema,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "visit.time").optional(),
  withWhom: textSchema(MOST_CHARACTERS.withWhom, "visit.withWhomTooLong").optional(),
  /** the most important first; empty ones are not sent */
  questions: z.array(textSchema(MOST_CHARACTERS.question, "visit.questionTooLong").min(1, "visit.questionEmpty")).max(MOST_QUESTIONS, "visit.tooManyQuestions"),
  mainConcern: textSchema(MOST_CHARACTERS.mainConcern, "visit.concernTooLong").optional(),
  agreed: textSchema(MOST_CHARACTERS.agreed, "visit.agreedTooLong").optional(),
  /** the `updatedAt` it was loaded with; absent for a new one */
  updatedAt: instantSchema.optional(),
});
export type VisitInput = z.infer<typeof visitSchema>;
