import type { Evidence } from "@/lib/domain/red-flags/rule";

/** A key of the texts `rules.say` and its values. */
type Sentence = { key: string; values: Record<string, string | number> };

/**
 * What the evidence says happened, in the order in which it stands, each sentence once. Onsets, and scores where a detail
 * says more, make no sentence of their own.
 */
export function happenedKeys(evidence: readonly Evidence[]): Sentence[] {
  const sentences = evidence.flatMap((item) => sentencesOf(item, evidence));
  return sentences.filter(({ key }, i) => sentences.findIndex((other) => other.key === key) === i);
}

/** What the first thing said is about: `onset.<topic>` and `run.<topic>` tell when it began; undefined when nothing is said. */
export function topicOf(evidence: readonly Evidence[]): string | undefined {
  const first = evidence.find((item) => sentencesOf(item, evidence).length > 0);
  return first?.field.replace(/^scores\./, "").split(".")[0];
}

function sentencesOf({ field, value }: Evidence, all: readonly Evidence[]): Sentence[] {
  const has = (other: string) => all.some((item) => item.field === other);
  const say = (key: string, values: Sentence["values"] = {}): Sentence[] => [{ key, values }];
  switch (field) {
    case "vision.loss": return value === "none" ? [] : say(`sight-${String(value)}-${String(valueOf(all, "vision.eyes") ?? "unnamed")}`);
    case "scores.vision": return has("vision.loss") || has("vision.doubleVision") ? [] : say("sight-worse");
    case "vision.eyePain": return value === "severe" ? say("eye-pain") : value === "mild" ? say("eye-sore") : [];
    case "vision.doubleVision": return value === true ? say("double-vision") : [];
    case "walking.ability": return say(value === "unable" ? "walk-unable" : value === "few-steps" ? "walk-few-steps" : "walk-worse");
    case "scores.walking": return has("walking.ability") ? [] : say("walk-worse");
    case "weakness.severity": return say(`${value === "severe" ? "weak-very" : "weak"}-${placeOf(listOf(valueOf(all, "weakness.areas")))}`);
    case "weakness.areas": return has("weakness.severity") ? [] : say(`weak-${placeOf(listOf(value))}`);
    case "numbness.areas": return numbness(listOf(value)).flatMap((key) => say(key));
    case "scores.numbness": return has("numbness.areas") ? [] : say("numbness-worse");
    case "scores.fatigue": return say("fatigue-worse");
    case "bladder": return say(`bladder-${String(value)}`);
    case "bowel": return say(`bowel-${String(value)}`);
    case "temperatureC": return typeof value === "number" ? say("temperature", { celsius: value }) : [];
    case "infection": return infections(listOf(value)).flatMap((key) => say(key));
    case "profile.pregnant": return say("pregnant");
    case "profile.postpartum": return say("postpartum");
    case "medications.class": return listOf(value).flatMap((is) => (is === "baclofen-pump" ? say("pump") : is === "anticoagulant" ? say("blood-thinner") : []));
    case "signs": return listOf(value).flatMap((sign) => say(`sign-${sign}`));
    default: return [];
  }
}

const valueOf = (evidence: readonly Evidence[], field: string): Evidence["value"] => evidence.find((item) => item.field === field)?.value;
const listOf = (value: Evidence["value"]): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** The side of these areas in a word of the keys: left, right, legs (both, and only they), two-sides, trunk or unnamed. */
function placeOf(areas: readonly string[]): string {
  const left = areas.filter((area) => area.startsWith("left-"));
  const right = areas.filter((area) => area.startsWith("right-"));
  if (left.length > 0 && right.length > 0) return [...left, ...right].every((area) => area.endsWith("-leg")) ? "legs" : "two-sides";
  if (left.length > 0) return "left";
  if (right.length > 0) return "right";
  return areas.includes("trunk") ? "trunk" : "unnamed";
}

/** What a doctor asks about first has a sentence of its own; the rest is an infection. */
function infections(items: readonly string[]): string[] {
  const named = items.flatMap((item) => (item === "shingles-rash" ? ["infection-shingles"] : item === "burning-urine" || item === "cloudy-urine" ? ["infection-urine"] : []));
  return named.length > 0 ? named : ["infection"];
}

/** Between the legs first: it is what changes what the doctors do. */
function numbness(areas: readonly string[]): string[] {
  const sided = areas.filter((area) => area !== "trunk" && area !== "saddle");
  const place = placeOf(sided);
  return [
    ...(areas.includes("saddle") ? ["numb-saddle"] : []),
    ...(sided.length > 0 ? [`numb-${place === "legs" ? "two-sides" : place}`] : []),
    ...(areas.includes("trunk") ? ["numb-trunk"] : []),
  ];
}
