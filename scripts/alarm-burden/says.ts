import type { AnswerValue } from "@/lib/domain/check-in/answers";
import type { Answers } from "@/lib/domain/check-in/check-in";
import { WALKING_ABILITIES, WEAKNESS_SEVERITIES, type BodyArea, type Question, type ScoreName, type Trigger, type WeaknessArea } from "@/lib/domain/check-in/vocabulary";
import type { Draw } from "./draw";
import type { Course, RelapseSymptom } from "./course";
import type { Feeling } from "./feeling";
import { saysOfOwnFinding, saysOnset } from "./onset";
import { abilityOn, type Person } from "./person";

/** All that an answer is drawn from. `before` is the last entry's scores; `isAskedAgain` = "usual" was just taken back. */
export type Asked = { person: Person; draw: Draw; feeling: Feeling; before: Record<ScoreName, number> | null; answers: Answers; isAskedAgain: boolean };

const NEXT_AREA: Record<BodyArea, BodyArea> = {
  "left-face": "left-arm", "right-face": "right-arm", "left-arm": "left-leg", "right-arm": "right-leg",
  "left-leg": "right-leg", "right-leg": "left-leg", trunk: "left-leg", saddle: "left-leg",
};
const FEWEST_POINTS = 0.8;

/** What the person says to one question of the check-in; undefined where nothing fits. */
export function says(question: Question, asked: Asked): AnswerValue | undefined {
  const { person, draw, feeling } = asked;
  switch (question) {
    case "triggers": return triggers(asked);
    case "numbness.areas": return numbAreas(asked);
    case "vision.eyes": return relapseOf(asked, "vision")?.relapse?.eye ?? person.usual.blurredEye ?? "both";
    case "vision.loss": return visionLoss(asked);
    case "vision.eyePain": return eyePain(asked);
    case "vision.doubleVision": return relapseOf(asked, "double-vision") !== undefined;
    case "weakness.severity": return weakness(asked);
    case "weakness.areas": return weakAreas(asked);
    case "walking.ability": return ability(asked);
    case "temperatureC": return temperature(asked);
    case "onset.fatigue": return onset(asked, "fatigue");
    case "onset.numbness": return onset(asked, "numbness");
    case "onset.vision": return onset(asked, "vision");
    case "onset.walking": return onset(asked, "walking");
    case "onset.weakness": return isOwnWeakness(asked) ? saysOfOwnFinding(draw) : onset(asked, "walking");
    case "onset.signs": return draw.weighted([["hours", 45], ["days", 20], ["usual", 25], ["sudden", 10]] as const);
    case "bladder": return feeling.relapses.find(({ relapse }) => relapse?.bladder)?.relapse?.bladder ?? "usual";
    case "walking.falls":
    case "walking.timed25FootSeconds":
    case "bowel":
    case "infection":
    case "signs": return undefined; // told on the safety question, or not at all
  }
}

/** The score in which a relapse symptom is felt. */
const FELT_IN: Record<RelapseSymptom, ScoreName> = { vision: "vision", "double-vision": "vision", numbness: "numbness", walking: "walking", weakness: "walking" };

/** The relapse that is felt now with one of these symptoms. */
function relapseOf({ feeling }: Asked, ...symptoms: RelapseSymptom[]): Course | undefined {
  return feeling.relapses.find(({ relapse }) => relapse?.symptoms.some((symptom) =>
    symptoms.includes(symptom) && feeling.relapsePoints[FELT_IN[symptom]] >= FEWEST_POINTS));
}

/** Points above what the person usually has, whatever the reason. */
const excess = ({ person, feeling }: Asked, name: ScoreName): number =>
  feeling.scores[name] - person.usual.scores[name] - person.usual.drift[name] * (feeling.at / 365);

function triggers({ draw, feeling }: Asked): Trigger[] {
  const said: Trigger[] = [];
  if (feeling.heat && draw.chance(0.8)) said.push("heat");
  if (!feeling.heat && draw.chance(0.05)) said.push("exercise");
  if (draw.chance(feeling.causes.fatigue.kind === "bad-spell" ? 0.4 : 0.12)) said.push("poor-sleep");
  if (draw.chance(0.15)) said.push("stress");
  return said;
}

/** The old places, now and then one more on a bad day; a relapse has places of its own. */
function numbAreas(asked: Asked): BodyArea[] {
  const { person, draw, feeling } = asked;
  const relapse = relapseOf(asked, "numbness")?.relapse;
  const own = person.usual.scores.numbness >= 0.7 || feeling.scores.numbness > 0 ? person.usual.numbAreas : [];
  const spread = !relapse && own[0] && draw.chance(0.12) ? [NEXT_AREA[own[0]]] : [];
  return [...new Set([...own, ...spread, ...(relapse?.numbAreas ?? [])])];
}

function visionLoss(asked: Asked): "none" | "blurred" | "partial" | "complete" {
  const { person, draw, feeling } = asked;
  const points = feeling.relapsePoints.vision;
  if (relapseOf(asked, "vision")) return points >= 6.3 ? draw.weighted([["complete", 30], ["partial", 70]] as const) : points >= 4 ? draw.weighted([["partial", 65], ["blurred", 35]] as const) : draw.weighted([["blurred", 85], ["none", 15]] as const);
  if (relapseOf(asked, "double-vision")) return draw.weighted([["none", 60], ["blurred", 40]] as const);
  if (person.usual.blurredEye) return draw.weighted([["blurred", 88], ["none", 10], ["partial", 2]] as const);
  // Tired eyes: trouble with sight that is no loss of sight for two of three, a blur for the others.
  return excess(asked, "vision") >= 1.5 ? draw.weighted([["none", 64], ["blurred", 35], ["partial", 1]] as const) : draw.weighted([["none", 88], ["blurred", 12]] as const);
}

function eyePain(asked: Asked): "none" | "mild" | "severe" {
  const relapse = relapseOf(asked, "vision");
  const isEarly = relapse && asked.feeling.at - relapse.from < 14;
  if (relapse?.relapse && isEarly) return asked.draw.chance(0.85) ? relapse.relapse.eyePain : "none";
  return asked.draw.weighted([["none", 93], ["mild", 6.8], ["severe", 0.2]] as const);
}

function weakness(asked: Asked): "none" | "mild" | "moderate" | "severe" {
  const { person, draw, feeling } = asked;
  const usual = person.usual.weakness?.severity;
  if (relapseOf(asked, "weakness")) {
    const points = feeling.relapsePoints.walking;
    const own = points >= 4 ? draw.weighted([["severe", 30], ["moderate", 60], ["mild", 10]] as const) : points >= 2 ? draw.weighted([["moderate", 45], ["mild", 50], ["none", 5]] as const) : draw.weighted([["mild", 70], ["none", 30]] as const);
    return usual === "severe" || (usual === "moderate" && own === "mild") ? usual : own;
  }
  if (usual) return draw.chance(0.9) ? usual : usual === "mild" ? "moderate" : usual;
  const points = excess(asked, "walking");
  return points >= 2.5 ? draw.weighted([["none", 45], ["mild", 43], ["moderate", 12]] as const) : draw.weighted([["none", 72], ["mild", 25], ["moderate", 3]] as const);
}

function weakAreas(asked: Asked): WeaknessArea[] {
  const { person, draw } = asked;
  const own = person.usual.weakness?.areas ?? [];
  const relapse = relapseOf(asked, "weakness")?.relapse;
  if (relapse) return [...new Set([...own, ...relapse.weakAreas])];
  return own.length > 0 ? own : draw.weighted<WeaknessArea[]>([[["left-leg", "right-leg"], 60], [["left-leg"], 15], [["right-leg"], 15], [["left-arm", "right-arm"], 10]]);
}

/** The weakness just named is the one the person lives with: no worse, and nowhere else. */
function isOwnWeakness({ person, answers }: Asked): boolean {
  const { weakness: usual } = person.usual;
  if (!usual || !answers.weakness?.severity) return false;
  return WEAKNESS_SEVERITIES.indexOf(answers.weakness.severity) <= WEAKNESS_SEVERITIES.indexOf(usual.severity)
    && (answers.weakness.areas ?? []).every((area) => usual.areas.includes(area));
}

/** One step worse on a bad day for some; a relapse of the legs costs one step, a big one two. */
function ability(asked: Asked): (typeof WALKING_ABILITIES)[number] {
  const { person, draw, feeling } = asked;
  const usual = abilityOn(person.usual, feeling.at);
  const points = feeling.relapsePoints.walking;
  const steps = relapseOf(asked, "walking", "weakness") ? (points >= 5 ? draw.whole(1, 2) : points >= 2.5 ? (draw.chance(0.7) ? 1 : 0) : draw.chance(0.3) ? 1 : 0)
    : excess(asked, "walking") >= 2.5 ? (draw.chance(0.35) ? 1 : 0) : draw.chance(0.06) ? 1 : 0;
  return WALKING_ABILITIES[Math.min(WALKING_ABILITIES.indexOf(usual) + steps, 4)] ?? usual;
}

/** Not everybody who is ill has a thermometer at hand. */
function temperature({ draw, feeling, person }: Asked): number | undefined {
  const course = feeling.infection;
  const fever = course?.infection?.fever;
  const hasFever = course && fever && feeling.at - course.from < (course.infection?.feverDays ?? 0) + 0.5;
  if (!draw.chance(hasFever ? 0.8 : 0.4)) return undefined;
  const usual = person.profile.usualTemperatureC ?? 36.6;
  const value = hasFever ? fever - draw.between(0, 0.8) : usual + draw.between(-0.3, course ? 0.7 : 0.4);
  return Math.round(value * 10) / 10;
}

function onset({ person, draw, feeling, before, isAskedAgain }: Asked, name: ScoreName) {
  const wasThereBefore = before !== null && before[name] >= feeling.scores[name] - 1;
  const said = saysOnset(draw, name, feeling.causes[name], feeling.at, person.usual.drift[name] > 0.3, wasThereBefore);
  return isAskedAgain && said === "usual" ? "days" : said;
}

