import type { JudgedCheckIn, Profile } from "@/lib/domain/check-in/check-in";
import type { WeaknessArea } from "@/lib/domain/check-in/vocabulary";

/** Section 3, "Grades": the position is the grade. */
const LADDERS = {
  vision: ["none", "blurred", "partial", "complete"],
  weakness: ["none", "mild", "moderate", "severe"],
  walking: ["unaided", "one-aid", "two-aids", "few-steps", "unable"],
} as const;

/** undefined when nothing was answered. */
export function gradeIn(ladder: keyof typeof LADDERS, word: string | undefined): number | undefined {
  return word === undefined ? undefined : (LADDERS[ladder] as readonly string[]).indexOf(word);
}

export type Eye = "left" | "right" | "unnamed";
export type Area = WeaknessArea | "unnamed";

/** "An unnamed eye or area matches any." */
const matches = (a: string, b: string): boolean => a === b || a === "unnamed" || b === "unnamed";

type EyeAnswers = { loss?: string; eyes?: "left" | "right" | "both" };
function eyesIn({ loss, eyes }: EyeAnswers): Eye[] {
  if (loss === undefined) return [];
  if (eyes === undefined) return ["unnamed"];
  return eyes === "both" ? ["left", "right"] : [eyes];
}

function eyeGrade(answers: EyeAnswers | undefined, eye: Eye): number | undefined {
  return answers && eyesIn(answers).some((named) => matches(named, eye)) ? gradeIn("vision", answers.loss) : undefined;
}

export const tickedEyes = ({ vision = {} }: JudgedCheckIn): Eye[] => eyesIn(vision);
/** The loss recorded for this eye; undefined when there is no record of it. */
export const visionGradeIn = ({ vision }: JudgedCheckIn, eye: Eye): number | undefined => eyeGrade(vision, eye);
export const usualVisionGrade = ({ usual }: Profile, eye: Eye): number | undefined => eyeGrade(usual?.vision, eye);

type WeakAnswers = { severity?: string; areas?: readonly WeaknessArea[] };
/** Named areas; one unnamed area when only a severity was given. */
function areasIn({ severity, areas = [] }: WeakAnswers): Area[] {
  if (areas.length > 0) return [...areas];
  return severity === undefined ? [] : ["unnamed"];
}

function areaGrade(answers: WeakAnswers | undefined, area: Area): number | undefined {
  return answers?.severity !== undefined && areasIn(answers).some((named) => matches(named, area)) ? gradeIn("weakness", answers.severity) : undefined;
}

/** Severity "none" is a plain no: then nothing is ticked, whatever areas stand beside it. */
export const tickedAreas = ({ weakness = {} }: JudgedCheckIn): Area[] => (weakness.severity === "none" ? [] : areasIn(weakness));
export const weaknessGradeIn = ({ weakness }: JudgedCheckIn, area: Area): number | undefined => areaGrade(weakness, area);

/** 0 where nothing is usual. */
export function usualWeaknessGrade({ usual, mobility }: Profile, area: Area): number {
  if (usual?.weakness?.severity !== undefined) return areaGrade(usual.weakness, area) ?? 0;
  const isLeg = matches(area, "left-leg") || matches(area, "right-leg");
  return mobility === "wheelchair-full-time" && isLeg ? 3 : 0;
}

export const walkingGradeIn = ({ walking }: JudgedCheckIn): number | undefined => gradeIn("walking", walking?.ability);
