import type { Answers, Profile } from "@/lib/domain/check-in/check-in";
import {
  EYES, NEVER_DISCOUNTED_SIGNS, SIGNS, VISION_LOSSES, WALKING_ABILITIES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES, BODY_AREAS,
  type BodyArea, type Eyes, type Sign, type WeaknessArea,
} from "@/lib/domain/check-in/vocabulary";
import type { Evidence } from "@/lib/domain/red-flags/rule";

type Usual = NonNullable<Profile["usual"]>;

export type UsualOffer = {
  /** the whole of `profile.usual` as it would be */
  usual: Usual;
  /** what would be new in it, in words of the check-in: to be read out before it is agreed to */
  added: Evidence[];
};

/**
 * What "this is my usual" would add to the profile, from the answers that raised the alert. It only ever adds: nothing that is in the
 * profile becomes less, and nothing becomes usual that the person did not call so. Where the profile cannot say that, as of two eyes
 * with different loss or an eye that was not named, that finding is not offered. Null when nothing is left to offer. Signs that are
 * never discounted, fever, pain and infections cannot be usual.
 *
 * Agreeing changes what later check-ins are compared with. It does not close the alert, nor say that it was wrong.
 *
 * @param checkIn the answers of the entry, where the evidence names a loss or a weakness without its place
 */
export function usualFrom(evidence: readonly Evidence[], checkIn: Answers, profile: Profile): UsualOffer | null {
  const before = profile.usual ?? {};
  const parts = [vision, doubleVision, weakness, numbness, walking, bladder, bowel, signs]
    .flatMap((offer) => offer({ read: (field) => evidence.find((item) => item.field === field)?.value, checkIn, profile, before }) ?? []);
  if (parts.length === 0) return null;
  const usual = parts.reduce<Usual>((known, part) => ({
    ...known, ...part.usual, ...(part.usual.vision && { vision: { ...known.vision, ...part.usual.vision } }),
  }), before);
  return { usual, added: parts.flatMap(({ added }) => added) };
}

type Question = { read: (field: string) => Evidence["value"]; checkIn: Answers; profile: Profile; before: Usual };
type Part = { usual: Usual; added: Evidence[] } | null;

function vision({ read, checkIn, before }: Question): Part {
  const loss = oneOf(VISION_LOSSES, read("vision.loss"));
  const eyes = oneOf(EYES, read("vision.eyes")) ?? checkIn.vision?.eyes;
  if (!loss || !eyes) return null;
  const known = before.vision?.loss;
  const knownEyes: readonly string[] = known === undefined ? [] : sidesOf(before.vision?.eyes);
  const merged = mergeGrade({ list: VISION_LOSSES, known, knownPlaces: knownEyes, found: loss, places: sidesOf(eyes), all: ["left", "right"] });
  if (!merged) return null;
  const [first] = merged.places;
  return {
    usual: { vision: { loss: merged.grade, eyes: merged.places.length === 2 ? "both" : first as Eyes } },
    added: [{ field: "vision.loss", value: loss }, { field: "vision.eyes", value: eyes }],
  };
}

/** An eye that is not named in the profile stands for either. */
const sidesOf = (eyes: Eyes | undefined): readonly string[] => (eyes === undefined || eyes === "both" ? ["left", "right"] : [eyes]);

function doubleVision({ read, before }: Question): Part {
  if (read("vision.doubleVision") !== true || before.vision?.doubleVision === true) return null;
  return { usual: { vision: { doubleVision: true } }, added: [{ field: "vision.doubleVision", value: true }] };
}

/** Legs that are usually severe in the rules as long as the profile of a full-time wheelchair user says nothing of weakness. */
const LEGS: readonly WeaknessArea[] = ["left-leg", "right-leg"];

function weakness({ read, checkIn, profile, before }: Question): Part {
  const severity = oneOf(WEAKNESS_SEVERITIES, read("weakness.severity")) ?? (read("weakness.areas") === undefined ? undefined : checkIn.weakness?.severity);
  const areas = listOf(WEAKNESS_AREAS, read("weakness.areas") ?? checkIn.weakness?.areas);
  if (!severity || areas.length === 0) return null;
  const isImplied = before.weakness?.severity === undefined && profile.mobility === "wheelchair-full-time";
  // The profile would have to name the legs from then on: only where they are read out too, so that nothing else is agreed to.
  if (isImplied && !LEGS.every((leg) => areas.includes(leg))) return null;
  const known = isImplied ? "severe" : before.weakness?.severity;
  const named = before.weakness?.areas ?? [];
  const knownAreas = known === undefined ? [] : isImplied ? LEGS : named.length > 0 ? named : WEAKNESS_AREAS;
  const merged = mergeGrade({ list: WEAKNESS_SEVERITIES, known, knownPlaces: knownAreas, found: severity, places: areas, all: WEAKNESS_AREAS });
  return merged && {
    usual: { weakness: { severity: merged.grade, areas: merged.places as WeaknessArea[] } },
    added: [{ field: "weakness.severity", value: severity }, { field: "weakness.areas", value: areas }],
  };
}

type Grades<Grade extends string> = {
  /** worst last, the first is "none" */
  list: readonly Grade[];
  known: Grade | undefined;
  knownPlaces: readonly string[];
  found: Grade;
  places: readonly string[];
  all: readonly string[];
};

/** One grade for some places: null where both together need two grades, or where nothing would be new. */
function mergeGrade<Grade extends string>({ list, known, knownPlaces, found, places, all }: Grades<Grade>): { grade: Grade; places: string[] } | null {
  const gradeOf = (place: string) => (known !== undefined && knownPlaces.includes(place) ? list.indexOf(known) : 0);
  const after = new Map(all.map((place) => [place, Math.max(gradeOf(place), places.includes(place) ? list.indexOf(found) : 0)]));
  const usual = all.filter((place) => after.get(place)! > 0);
  const grades = new Set(usual.map((place) => after.get(place)));
  if (grades.size !== 1 || all.every((place) => after.get(place) === gradeOf(place))) return null;
  return { grade: list[after.get(usual[0]!)!]!, places: usual };
}

function numbness({ read, before }: Question): Part {
  const fresh = listOf(BODY_AREAS, read("numbness.areas")).filter((area: BodyArea) => !(before.numbness ?? []).includes(area));
  return fresh.length === 0 ? null : { usual: { numbness: [...(before.numbness ?? []), ...fresh] }, added: [{ field: "numbness.areas", value: fresh }] };
}

function walking({ read, profile, before }: Question): Part {
  const ability = oneOf(WALKING_ABILITIES, read("walking.ability"));
  const known = before.walking ?? (profile.mobility === "wheelchair-full-time" ? "unable" : undefined);
  if (!ability || (known && WALKING_ABILITIES.indexOf(known) >= WALKING_ABILITIES.indexOf(ability))) return null;
  return { usual: { walking: ability }, added: [{ field: "walking.ability", value: ability }] };
}

/** The profile holds one word for the bladder: a second trouble is not offered, because the first would be forgotten. */
function bladder({ read, before }: Question): Part {
  const found = oneOf(["leaking", "hard-to-start", "cannot-pass-urine"] as const, read("bladder"));
  if (!found || !(before.bladder === undefined || before.bladder === "usual" || before.bladder === "urgency")) return null;
  return { usual: { bladder: found }, added: [{ field: "bladder", value: found }] };
}

function bowel({ read, before }: Question): Part {
  return read("bowel") === "leaking" && before.bowel !== "leaking" ? { usual: { bowel: "leaking" }, added: [{ field: "bowel", value: "leaking" }] } : null;
}

function signs({ read, before }: Question): Part {
  const fresh = listOf(SIGNS, read("signs")).filter((sign: Sign) => !NEVER_DISCOUNTED_SIGNS.includes(sign) && !(before.signs ?? []).includes(sign));
  return fresh.length === 0 ? null : { usual: { signs: [...(before.signs ?? []), ...fresh] }, added: [{ field: "signs", value: fresh }] };
}

const oneOf = <Word extends string>(words: readonly Word[], value: Evidence["value"]): Word | undefined => words.find((word) => word === value);
const listOf = <Word extends string>(words: readonly Word[], value: Evidence["value"]): Word[] =>
  (Array.isArray(value) ? words.filter((word) => (value as readonly string[]).includes(word)) : []);
