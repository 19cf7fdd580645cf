import type { Medication } from "@/lib/domain/check-in/check-in";
import type { Eyes, Infection, Sign } from "@/lib/domain/check-in/vocabulary";
import type { Findings } from "@/lib/domain/red-flags/findings";
import { UNNAMED, type Eye } from "@/lib/domain/red-flags/grades";
import type { Evidence, Verdict } from "@/lib/domain/red-flags/rule";

/** One "any of" of a rule: the answers that raised it, or false. */
export type Clause = false | Evidence[];

/**
 * Fires when any clause holds, with the answers of all that hold, each field once; lists of one field are joined. A clause
 * that cannot be judged never hides one that holds; with none that holds it throws, so that the rule counts as not checked.
 */
export function firesWhen(...clauses: (() => Clause)[]): Verdict {
  const held: Evidence[][] = [];
  const failures: unknown[] = [];
  for (const clause of clauses) {
    try {
      const evidence = clause();
      if (evidence) held.push(evidence);
    } catch (error) {
      failures.push(error);
    }
  }
  if (held.length > 0) return { kind: "fires", evidence: joined(held.flat()) };
  if (failures.length > 0) throw failures[0];
  return { kind: "clear" };
}

function joined(evidence: Evidence[]): Evidence[] {
  const byField = new Map<string, Evidence>();
  for (const item of evidence) {
    const known = byField.get(item.field)?.value;
    byField.set(item.field, isList(known) && isList(item.value) ? { field: item.field, value: [...new Set([...known, ...item.value])] } : item);
  }
  return [...byField.values()];
}

const isList = (value: Evidence["value"]): value is readonly string[] => Array.isArray(value);

type Read = (f: Findings) => Evidence["value"];

/**
 * Each field as a path, and the answer in it. Of eyes and areas only the new ones raised anything. Lists are copied, so
 * that an alert never shares one with the diary.
 */
const READERS = {
  "scores.fatigue": (f) => f.checkIn.scores.fatigue,
  "scores.numbness": (f) => f.checkIn.scores.numbness,
  "scores.vision": (f) => f.checkIn.scores.vision,
  "scores.walking": (f) => f.checkIn.scores.walking,
  "vision.loss": (f) => f.checkIn.vision?.loss,
  "vision.eyes": (f) => oneOf(f.vision.newLossEyes()) ?? f.checkIn.vision?.eyes,
  "vision.eyePain": (f) => f.checkIn.vision?.eyePain,
  "vision.doubleVision": (f) => f.checkIn.vision?.doubleVision,
  "numbness.areas": (f) => named(f.numbness.newAreas()),
  "weakness.severity": (f) => f.checkIn.weakness?.severity,
  "weakness.areas": (f) => named(f.weakness.newAreas()),
  "walking.ability": (f) => f.checkIn.walking?.ability,
  bladder: (f) => f.checkIn.bladder,
  bowel: (f) => f.checkIn.bowel,
  infection: (f) => f.checkIn.infection?.slice(),
  // the temperature that counts, which may be an earlier fever
  temperatureC: (f) => f.infection.temperature(),
  // a contradicted "usual" or "gradual" raised nothing and is not named
  "onset.numbness": (f) => f.onset.of("numbness"),
  "onset.vision": (f) => f.onset.of("vision"),
  "onset.fatigue": (f) => f.onset.of("fatigue"),
  "onset.walking": (f) => f.onset.of("walking"),
  "onset.weakness": (f) => f.onset.of("weakness"),
} satisfies Record<string, Read>;

function named(areas: readonly string[]): readonly string[] | undefined {
  const known = areas.filter((area) => area !== UNNAMED);
  return known.length > 0 ? known : undefined;
}

/**
 * The answers in these fields, as evidence; what was not answered is left out. It never fails a rule that holds: where the diary
 * cannot be read to tell what is new, the answer stands as it was given.
 */
export function answers(f: Findings, ...fields: (keyof typeof READERS)[]): Evidence[] {
  return fields.flatMap((field) => {
    const value = readOrAsGiven(f, field);
    return value === undefined ? [] : [{ field, value }];
  });
}

function readOrAsGiven(f: Findings, field: keyof typeof READERS): Evidence["value"] {
  try {
    return READERS[field](f);
  } catch {
    const given = field.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], f.checkIn);
    return Array.isArray(given) ? (given as string[]).slice() : given as Exclude<Evidence["value"], readonly string[]>;
  }
}

/** An eye when it is one of two; else as ticked. */
export function eyesEvidence(f: Findings, eyes: readonly Eye[]): Evidence[] {
  const value = oneOf(eyes) ?? f.checkIn.vision?.eyes;
  return value === undefined ? [] : [{ field: "vision.eyes", value }];
}

const oneOf = ([eye, ...others]: readonly Eye[]): Eyes | undefined =>
  ((eye === "left" || eye === "right") && others.length === 0 ? eye : undefined);

/** The counted signs among those named, as evidence: false when there is none, so that it reads as a condition. */
export function signsOf(f: Findings, ...signs: Sign[]): Clause {
  const counted = f.signs.counted(...signs);
  return counted.length > 0 && [{ field: "signs", value: counted }];
}

/** A fever that counts now, with its temperature; false when there is none. */
export const feverOf = (f: Findings): Clause => f.infection.feverNow() && answers(f, "temperatureC");

/** The infection items among those named, as evidence; false when there is none. */
export function infectionsOf(f: Findings, ...items: Infection[]): Clause {
  const ticked = items.filter((item) => f.checkIn.infection?.includes(item) === true);
  return ticked.length > 0 && [{ field: "infection", value: ticked }];
}

/** The classes of medicines, as evidence; false when there is none. */
export function medicinesOf(medicines: readonly Medication[]): Clause {
  const classes = [...new Set(medicines.flatMap((medicine) => medicine.class ?? []))];
  return classes.length > 0 && [{ field: "medications.class", value: classes }];
}

/** Holds when each part holds, with the evidence of all of them. */
export function all(...parts: Clause[]): Clause {
  const held = parts.filter((part) => part !== false);
  return held.length === parts.length && held.flat();
}

/** Holds when at least one part holds, with the evidence of those that do. */
export function any(...parts: Clause[]): Clause {
  const held = parts.filter((part) => part !== false);
  return held.length > 0 && held.flat();
}
