import { readAnswer } from "@/lib/domain/check-in/answers";
import type { Answers, Profile } from "@/lib/domain/check-in/check-in";
import type { Question, Sign } from "@/lib/domain/check-in/vocabulary";

/** The rows of the safety question, in their order on the screen. It never changes. */
export const SAFETY_GROUPS = [
  "eyes", "face", "walking", "breathing", "fever", "head", "bleeding", "self-harm", "something-else",
] as const;
/** `own` is the extra row of people with a pump, a catheter, a full-time wheelchair or a known spot in the cord. */
export type SafetyGroup = (typeof SAFETY_GROUPS)[number] | "own";

type GroupContent = { signs: readonly Sign[]; questions: readonly Question[] };

/** What each row opens: questions with answers of their own, and signs to tick. */
export const GROUP_CONTENT: Record<(typeof SAFETY_GROUPS)[number], GroupContent> = {
  eyes: { signs: [], questions: ["vision.loss", "vision.eyePain", "vision.doubleVision"] },
  face: { signs: ["face-droop", "slurred-speech"], questions: ["weakness.severity"] },
  walking: { signs: [], questions: ["walking.ability", "bladder", "bowel", "numbness.areas", "walking.falls", "walking.timed25FootSeconds"] },
  breathing: { signs: ["trouble-breathing", "chest-pain", "cannot-swallow", "trouble-swallowing", "face-swelling"], questions: [] },
  fever: { signs: ["shaking-chills", "mottled-skin", "rash-no-fade"], questions: ["infection", "temperatureC"] },
  head: { signs: ["confusion", "hard-to-wake", "worst-headache", "stiff-neck", "seizure", "faint", "sudden-dizzy"], questions: [] },
  bleeding: { signs: ["heavy-bleeding", "head-injury"], questions: [] },
  "self-harm": { signs: ["self-harm-thoughts", "self-harm-danger"], questions: [] },
  "something-else": {
    signs: [
      "lasting-headache", "light-hurts", "heart-odd", "personality-change", "mood-extreme", "back-pain", "swollen-leg",
      "vomiting", "yellow-skin", "bruising-bleeding",
    ],
    questions: ["triggers"],
  },
};

const PUMP_SIGNS: readonly Sign[] = ["sudden-stiffness", "new-itch", "pump-alarm"];

/** The signs of the extra row; empty for those who do not see it. `hasPump` = a baclofen pump is among the medicines. */
export function ownSigns(profile: Profile, hasPump: boolean): Sign[] {
  const seesFlush = profile.usual?.bladder === "catheter" || profile.mobility === "wheelchair-full-time" || profile.spinalLesion === true;
  return [...(hasPump ? PUMP_SIGNS : []), ...(seesFlush ? (["pounding-headache-flush"] as const) : [])];
}

/** What a row opens for this person. A full-time wheelchair user is not asked how they walked. */
export function contentOf(group: SafetyGroup, profile: Profile, hasPump: boolean): GroupContent {
  if (group === "own") return { signs: ownSigns(profile, hasPump), questions: [] };
  const { signs, questions } = GROUP_CONTENT[group];
  const isAsked = (question: Question) => profile.mobility !== "wheelchair-full-time"
    || (question !== "walking.ability" && question !== "walking.timed25FootSeconds");
  return { signs, questions: questions.filter(isAsked) };
}

/** These two open the crisis line as soon as they are ticked. */
export const SELF_HARM_SIGNS: readonly Sign[] = ["self-harm-thoughts", "self-harm-danger"];

const NOTHING: readonly unknown[] = ["none", "usual", false, 0, undefined];

function isMarked(answers: Answers, question: Question): boolean {
  const value = readAnswer(answers, question);
  return Array.isArray(value) ? value.length > 0 : !NOTHING.includes(value);
}

/** How much was marked in a group: ticks, and answers that are not "no" or "as usual". */
export function marksIn(group: SafetyGroup, answers: Answers, profile: Profile, hasPump: boolean): number {
  const { signs, questions } = contentOf(group, profile, hasPump);
  return signs.filter((sign) => answers.signs?.includes(sign)).length + questions.filter((question) => isMarked(answers, question)).length;
}

/** True when an entry holds a ticked sign, or a marked answer of any group. */
export function hasMarks(answers: Answers): boolean {
  return (answers.signs?.length ?? 0) > 0
    || Object.values(GROUP_CONTENT).some(({ questions }) => questions.some((question) => isMarked(answers, question)));
}
