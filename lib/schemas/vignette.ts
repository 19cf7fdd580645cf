import { z } from "zod";
import { MEDICINE_CLASSES, SIGNS } from "@/lib/domain/check-in/vocabulary";
import type { Vignette, VignetteAnswers, VignetteCheckIn, VignetteRelapse } from "@/lib/domain/red-flags/vignette";
import { answersSchema, scoresSchema, timeZoneSchema } from "@/lib/schemas/check-in";
import { profileSchema } from "@/lib/schemas/profile";

const instant = z.iso.datetime({ offset: true, error: "must be an instant such as 2026-03-10T20:00:00Z" });
const age = z.number().min(-3660).max(36_600);
/** Long enough for any test of a diary, short enough that a slip of the pen does not fill the memory. */
const MAX_REPEAT = 10_000;

// Measures may have more decimals here than the screen lets in: the rules round by themselves, and vignettes test that.
const answers = answersSchema.extend({
  timeZone: timeZoneSchema.optional(),
  note: z.string().max(2000).optional(),
  temperatureC: z.number().min(33).max(43).optional(),
  walking: answersSchema.shape.walking.unwrap().extend({ timed25FootSeconds: z.number().min(2).max(180).optional() }).optional(),
});
const answersWithScores = answers.extend({ scores: scoresSchema });
const checkInSchema = answersWithScores.extend({
  recordedAt: instant.optional(), daysAgo: age.optional(), hoursAgo: age.optional(), minutesAgo: z.number().optional(),
});
const partialAnswers = answers.extend({ scores: scoresSchema.partial().optional() });
const repeatSchema = partialAnswers.extend({
  days: z.int().min(1).max(MAX_REPEAT),
  endDaysAgo: age.optional(),
  every: z.number().positive().max(3660).optional(),
  shiftHours: age.optional(),
  pattern: z.array(partialAnswers).min(1).max(MAX_REPEAT).optional(),
});
const repeatItemSchema = z.strictObject({ repeat: repeatSchema });

const medicationSchema = z.strictObject({
  class: z.enum(MEDICINE_CLASSES).optional(),
  name: z.string().optional(),
  startedOn: z.iso.date().optional(),
  lastDoseOn: z.iso.date().optional(),
  stoppedOn: z.iso.date().optional(),
}).transform(({ name = "", ...rest }) => ({ ...rest, name }));

const relapseSchema = z.strictObject({
  startedAt: instant.optional(), startedDaysAgo: age.optional(), startedHoursAgo: age.optional(),
  endedAt: instant.optional(), endedDaysAgo: age.optional(),
}).refine(({ startedAt, startedDaysAgo, startedHoursAgo }) => startedAt !== undefined || startedDaysAgo !== undefined || startedHoursAgo !== undefined, {
  path: ["startedDaysAgo"], error: "is missing",
});

// A vignette may claim that a sign on the never-discounted list is usual: that the rules ignore it is what it tests.
const vignetteProfile = profileSchema.extend({
  usual: profileSchema.shape.usual.unwrap().extend({ signs: z.array(z.enum(SIGNS)).optional() }).optional(),
});

const vignetteSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().optional(),
  source: z.string().optional(),
  now: instant,
  checkIn: checkInSchema,
  history: z.array(z.unknown()).optional(),
  medications: z.array(medicationSchema).optional(),
  profile: vignetteProfile.optional(),
  relapses: z.array(relapseSchema).optional(),
  /** not read: the outcome must not depend on what is hoped for */
  expect: z.unknown().optional(),
});

/** Why a vignette cannot be read: which one (its id, or "number 3"), the path of the field, and what is wrong with it. */
export type VignetteProblem = { vignette: string; field: string; problem: string };

/** Reads one vignette in the format of section 0 of the clinical rules; `position` counts from 1. Unknown fields are refused. */
export function parseVignette(value: unknown, position: number): { ok: true; vignette: Vignette } | { ok: false; problem: VignetteProblem } {
  const name = nameOf(value, position);
  const refuse = (error: z.ZodError, path: readonly PropertyKey[] = []) => ({ ok: false as const, problem: { vignette: name, ...firstProblem(error, path) } });

  const parsed = vignetteSchema.safeParse(value);
  if (!parsed.success) return refuse(parsed.error);
  const { id, now, checkIn, history = [], medications = [], profile = {}, relapses = [] } = parsed.data;

  const items: Vignette["history"][number][] = [];
  for (const [index, item] of history.entries()) {
    const path = ["history", index];
    if (!isRepeat(item)) {
      const single = checkInSchema.safeParse(item);
      if (!single.success) return refuse(single.error, path);
      items.push({ kind: "single", checkIn: withoutNote(single.data) as VignetteCheckIn });
      continue;
    }
    const repeat = repeatItemSchema.safeParse(item);
    if (!repeat.success) return refuse(repeat.error, path);
    const { days, endDaysAgo = 1, every = 1, shiftHours = 0, pattern, ...base } = repeat.data.repeat;
    const merged: VignetteAnswers[] = [];
    for (const [turn, part] of (pattern ?? [{}]).entries()) {
      // Fields of the pattern replace those of the repeat; of the four scores it may name only those that differ.
      const whole = answersWithScores.safeParse({ ...base, ...part, scores: { ...base.scores, ...part.scores } });
      if (!whole.success) return refuse(whole.error, [...path, "repeat", ...(pattern ? ["pattern", turn] : [])]);
      merged.push(withoutNote(whole.data) as VignetteAnswers);
    }
    items.push({ kind: "repeat", repeat: { days, endDaysAgo, every, shiftHours, items: merged } });
  }
  // Absent keys stay absent in what zod gives back, which its types cannot say.
  return {
    ok: true,
    vignette: {
      id, now, checkIn: withoutNote(checkIn) as VignetteCheckIn, history: items,
      medications: medications as Vignette["medications"], profile: profile as Vignette["profile"], relapses: relapses as VignetteRelapse[],
    },
  };
}

const isRepeat = (item: unknown): boolean => typeof item === "object" && item !== null && "repeat" in item;

/** No rule reads a note. */
function withoutNote<T extends { note?: string | undefined }>({ note: _note, ...rest }: T): Omit<T, "note"> {
  return rest;
}

function nameOf(value: unknown, position: number): string {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  return typeof id === "string" && id !== "" ? id : `number ${position}`;
}

function firstProblem(error: z.ZodError, prefix: readonly PropertyKey[]): { field: string; problem: string } {
  const issue = error.issues[0]!;
  const path = [...prefix, ...issue.path];
  if (issue.code === "unrecognized_keys") return { field: pathText([...path, issue.keys[0]!]), problem: "is not a known field" };
  const isKey = /^\w+\.\w+$/.test(issue.message);
  return { field: pathText(path), problem: isKey ? `is not allowed (${issue.message})` : issue.message.charAt(0).toLowerCase() + issue.message.slice(1) };
}

/** ["history", 0, "scores", "vision"] as "history[0].scores.vision". */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("").replace(/^\./, "");
  return text === "" ? "(the vignette itself)" : text;
}
