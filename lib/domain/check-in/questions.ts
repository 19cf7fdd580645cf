import { isSettled } from "@/lib/domain/check-in/answers";
import type { Answers, Profile } from "@/lib/domain/check-in/check-in";
import {
  VISION_LOSSES, WALKING_ABILITIES, WEAKNESS_SEVERITIES, type OnsetKey, type Question, type ScoreName,
} from "@/lib/domain/check-in/vocabulary";

/** A marked finding called "usual" that the profile does not know is asked once more: "Is it really like this most days?" */
export type ConfirmItem = "confirm.vision" | "confirm.weakness" | "confirm.walking";
export type QueueItem = Question | ConfirmItem;

export const isConfirm = (item: QueueItem): item is ConfirmItem => item.startsWith("confirm.");

type Asking = { answers: Answers; profile: Profile; confirmed: readonly ConfirmItem[] };

/** The questions about one score that stands above its usual, or jumped. Each can be skipped. */
export function detailsOf(symptom: ScoreName, asking: Asking): QueueItem[] {
  const { answers, profile } = asking;
  switch (symptom) {
    case "fatigue":
      return ["triggers", "onset.fatigue"];
    case "numbness":
      return ["numbness.areas", "onset.numbness"];
    case "vision":
      return ["vision.eyes", "vision.loss", "vision.eyePain", "onset.vision", ...confirms("vision", asking)];
    case "walking":
      return [
        ...(profile.mobility === "wheelchair-full-time" ? [] : (["walking.ability"] as const)),
        "weakness.severity", ...(isWeak(answers) ? (["weakness.areas", "onset.weakness"] as const) : []),
        ...confirms("weakness", asking), "onset.walking", ...confirms("walking", asking),
      ];
  }
}

/** The questions that fit what was ticked or answered in the safety question: which eye, which parts, since when. */
export function followUpsOf(asking: Asking): QueueItem[] {
  const { answers, profile } = asking;
  const items: QueueItem[] = [];
  if (grade(VISION_LOSSES, answers.vision?.loss) >= 1) items.push("vision.eyes");
  if (isWeak(answers)) items.push("weakness.areas");
  if (hasInfectionHint(answers)) items.push("temperatureC");
  if (hasNewVision(answers, profile)) items.push("onset.vision");
  items.push(...confirms("vision", asking));
  if (isWeak(answers)) items.push("onset.weakness");
  items.push(...confirms("weakness", asking));
  if (hasNewAbility(answers, profile)) items.push("onset.walking");
  items.push(...confirms("walking", asking));
  if (hasNewNumbness(answers, profile)) items.push("onset.numbness");
  if (answers.signs && answers.signs.length > 0) items.push("onset.signs");
  return items;
}

/** True when an item needs no asking any more. */
export function isDone(item: QueueItem, { answers, confirmed }: Pick<Asking, "answers" | "confirmed">): boolean {
  return isConfirm(item) ? confirmed.includes(item) : isSettled(answers, item);
}

export const onsetOf = (item: ConfirmItem): Extract<Question, `onset.${OnsetKey}`> => `onset.${item.slice("confirm.".length) as "vision" | "weakness" | "walking"}`;

function confirms(key: "vision" | "weakness" | "walking", asking: Asking): ConfirmItem[] {
  if (asking.answers.onset?.[key] !== "usual") return [];
  return isMarkedAndUnknown[key](asking.answers, asking.profile) ? [`confirm.${key}`] : [];
}

/** Marked: sight partly or wholly gone, weakness severe, few steps or none. The same findings as the rule `loss-to-confirm`. */
const isMarkedAndUnknown: Record<"vision" | "weakness" | "walking", (answers: Answers, profile: Profile) => boolean> = {
  vision: ({ vision }, { usual }) => grade(VISION_LOSSES, vision?.loss) >= 2
    && grade(VISION_LOSSES, usual?.vision?.loss) < grade(VISION_LOSSES, vision?.loss),
  weakness: ({ weakness }, profile) => weakness?.severity === "severe" && profile.usual?.weakness?.severity !== "severe"
    && !(profile.mobility === "wheelchair-full-time" && weakness.areas?.every((area) => area.endsWith("-leg"))),
  walking: ({ walking }, { usual, mobility }) => mobility !== "wheelchair-full-time" && grade(WALKING_ABILITIES, walking?.ability) >= 3
    && grade(WALKING_ABILITIES, usual?.walking) < grade(WALKING_ABILITIES, walking?.ability),
};

function hasNewVision({ vision }: Answers, { usual }: Profile): boolean {
  const loss = grade(VISION_LOSSES, vision?.loss);
  return (loss >= 1 && loss > grade(VISION_LOSSES, usual?.vision?.loss))
    || (vision?.doubleVision === true && usual?.vision?.doubleVision !== true)
    || (vision?.eyePain !== undefined && vision.eyePain !== "none");
}

function hasNewAbility({ walking }: Answers, { usual, mobility }: Profile): boolean {
  if (mobility === "wheelchair-full-time" || walking?.ability === undefined) return false;
  return grade(WALKING_ABILITIES, walking.ability) > Math.max(0, grade(WALKING_ABILITIES, usual?.walking));
}

const hasNewNumbness = ({ numbness }: Answers, { usual }: Profile) =>
  (numbness?.areas ?? []).some((area) => area === "saddle" || !(usual?.numbness ?? []).includes(area));
const isWeak = ({ weakness }: Answers) => grade(WEAKNESS_SEVERITIES, weakness?.severity) >= 1;
const hasInfectionHint = ({ infection, signs }: Answers) =>
  (infection ?? []).some((item) => item !== "cold") || (signs ?? []).some((sign) => sign === "shaking-chills" || sign === "stiff-neck");

/** The position in a worst-last list; -1 when not answered, so that an unknown usual never hides a finding. */
const grade = (list: readonly string[], value: string | undefined) => (value === undefined ? -1 : list.indexOf(value));
