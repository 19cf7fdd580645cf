import type { Profile, Scores } from "@/lib/domain/check-in/check-in";
import {
  SCORE_NAMES, type BodyArea, type Bowel, type Eyes, type Mobility, type MsType, type ScoreName, type Sign, type UsualBladder,
  type VisionLoss, type WalkingAbility, type WeaknessArea, type WeaknessSeverity,
} from "@/lib/domain/check-in/vocabulary";
import type { DiaryInput } from "@/lib/schemas/profile";

/** The screens that change the diary; the sixth, medicines, saves each medicine by itself. */
export const DIARY_SECTIONS = ["person", "ms", "scores", "body", "daily"] as const;
export type DiarySection = (typeof DIARY_SECTIONS)[number];
export const SECTIONS = [...DIARY_SECTIONS, "medicines"] as const;
export type Section = (typeof SECTIONS)[number];

/** What stands in the fields. `undefined` is "not answered"; an empty list is an answer. */
export type Draft = {
  displayName: string;
  country: string;
  timeZone: string;
  /** phone numbers of the person's own clinics, as typed */
  team: string;
  eyeClinic: string;
  msType: MsType | undefined;
  msYear: string;
  scores: Partial<Scores>;
  loss: VisionLoss | undefined;
  eyes: Eyes | undefined;
  doubleVision: boolean | undefined;
  isNumb: boolean | undefined;
  numbAreas: BodyArea[];
  weakness: WeaknessSeverity | undefined;
  weakAreas: WeaknessArea[];
  mobility: Mobility | undefined;
  ability: WalkingAbility | undefined;
  bladder: UsualBladder | undefined;
  bowel: Bowel | undefined;
  signs: Sign[] | undefined;
  temperature: string;
  spinalLesion: boolean | undefined;
  pregnant: boolean | undefined;
  pregnancyMedicineReviewed: boolean | undefined;
  postpartum: boolean | undefined;
};

export function draftOf({ displayName, msType, msYear, profile }: DiaryInput): Draft {
  const { usual = {} } = profile;
  return {
    displayName,
    country: profile.country ?? "",
    timeZone: profile.timeZone ?? "",
    team: profile.contacts?.team ?? "",
    eyeClinic: profile.contacts?.eyeClinic ?? "",
    msType,
    msYear: msYear === undefined ? "" : String(msYear),
    scores: { ...usual.scores },
    loss: usual.vision?.loss,
    eyes: usual.vision?.eyes,
    doubleVision: usual.vision?.doubleVision,
    isNumb: usual.numbness && usual.numbness.length > 0,
    numbAreas: [...(usual.numbness ?? [])],
    weakness: usual.weakness?.severity,
    weakAreas: [...(usual.weakness?.areas ?? [])],
    mobility: profile.mobility,
    ability: usual.walking,
    bladder: usual.bladder,
    bowel: usual.bowel,
    signs: usual.signs && [...usual.signs],
    temperature: profile.usualTemperatureC === undefined ? "" : profile.usualTemperatureC.toFixed(1),
    spinalLesion: profile.spinalLesion,
    pregnant: profile.pregnant,
    pregnancyMedicineReviewed: profile.pregnancyMedicineReviewed,
    postpartum: profile.postpartum,
  };
}

/** Field name to message key, as the server words them; `missing` names the scores still open. */
export type Problems = { fields: Record<string, string>; missing?: ScoreName[] };

/**
 * The stored diary with the answers of one screen in place of its old ones. What stands on other screens is left alone, so that
 * skipping never changes anything. An unanswered field becomes an absent key, never a "no".
 */
export function withSection(stored: DiaryInput, section: DiarySection, draft: Draft): DiaryInput | Problems {
  const { profile } = stored;
  switch (section) {
    case "person": {
      const contacts = set({}, { team: draft.team.trim() || undefined, eyeClinic: draft.eyeClinic.trim() || undefined });
      return { ...stored, displayName: draft.displayName.trim(), profile: set(profile, {
        country: draft.country || undefined, timeZone: draft.timeZone || undefined, contacts: isEmpty(contacts) ? undefined : contacts,
      }) };
    }
    case "ms": {
      const year = draft.msYear.trim();
      if (year && !/^\d{4}$/.test(year)) return { fields: { msYear: "year.range" } };
      return set(stored, { msType: draft.msType, msYear: year ? Number(year) : undefined });
    }
    case "scores": {
      const missing = SCORE_NAMES.filter((name) => draft.scores[name] === undefined);
      if (missing.length > 0 && missing.length < SCORE_NAMES.length) return { fields: { "profile.usual.scores": "scores.partial" }, missing };
      return { ...stored, profile: withUsual(profile, { scores: missing.length === 0 ? (draft.scores as Scores) : undefined }) };
    }
    case "body":
      if (draft.isNumb && draft.numbAreas.length === 0) return { fields: { "profile.usual.numbness": "numbness.where" } };
      return { ...stored, profile: set(withUsual(profile, bodyOf(draft)), { mobility: draft.mobility }) };
    case "daily": {
      const text = draft.temperature.trim().replace(",", ".");
      if (text && !/^\d{2}(\.\d)?$/.test(text)) return { fields: { "profile.usualTemperatureC": "temperature.range" } };
      const usual = { bladder: draft.bladder, bowel: draft.bowel, signs: draft.signs };
      return { ...stored, profile: set(withUsual(profile, usual), {
        usualTemperatureC: text ? Number(text) : undefined,
        spinalLesion: draft.spinalLesion,
        pregnant: draft.pregnant,
        pregnancyMedicineReviewed: draft.pregnant ? draft.pregnancyMedicineReviewed : undefined,
        postpartum: draft.postpartum,
      }) };
    }
  }
}

/** Sight and weakness travel with their side or place; a place without the finding is dropped. */
function bodyOf(draft: Draft): Partial<Record<keyof Usual, unknown>> {
  const hasLoss = draft.loss !== undefined && draft.loss !== "none";
  const isWeak = draft.weakness !== undefined && draft.weakness !== "none";
  const vision = set({}, { loss: draft.loss, eyes: hasLoss ? draft.eyes : undefined, doubleVision: draft.doubleVision });
  const weakness = set({}, { severity: draft.weakness, areas: isWeak && draft.weakAreas.length > 0 ? draft.weakAreas : undefined });
  return {
    vision: isEmpty(vision) ? undefined : vision,
    numbness: draft.isNumb === undefined ? undefined : draft.isNumb ? draft.numbAreas : [],
    weakness: isEmpty(weakness) ? undefined : weakness,
    walking: draft.ability,
  };
}

type Usual = NonNullable<Profile["usual"]>;

function withUsual(profile: DiaryInput["profile"], changes: Partial<Record<keyof Usual, unknown>>): DiaryInput["profile"] {
  const usual = set(profile.usual ?? {}, changes);
  return set(profile, { usual: isEmpty(usual) ? undefined : usual });
}

const isEmpty = (value: object) => Object.keys(value).length === 0;

/** A copy with the changes in place; a change to `undefined` takes the key away, since an absent key is what "not answered" is. */
function set<T extends object>(value: T, changes: { [key: string]: unknown }): T {
  const copy = { ...value } as Record<string, unknown>;
  for (const [key, change] of Object.entries(changes)) {
    if (change === undefined) delete copy[key];
    else copy[key] = change;
  }
  return copy as T;
}
