import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { endOf, type Course, type RelapseSymptom } from "./course";
import type { Person } from "./person";
import type { Reactions } from "./reactions";
import type { YearEntry } from "./year";

/** Why a planted relapse was not found, the first that holds. */
export const MISSES = [
  "fewer than two check-ins in its first three weeks", "never 2 points above the usual", "an infection at the same time",
  "counted to a relapse recorded before", "never above the person's own usual range", "other",
] as const;
export type Miss = (typeof MISSES)[number];

export type PlantedOutcome = {
  symptoms: RelapseSymptom[];
  /** points at its peak */
  points: number;
  rampDays: number;
  /** hours from the onset to the first finding, null when it was not found */
  foundAfterHours: number | null;
  /** hours from the onset until it adds a whole point to one of its scores: before that nobody can rate it */
  feltAfterHours: number;
  foundBy: string | null;
  miss: Miss | null;
};

type Focus = "numbness" | "vision" | "walking" | "weakness";
const ANY: readonly Focus[] = ["numbness", "vision", "walking", "weakness"];
const LEGS: readonly Focus[] = ["walking", "weakness"];

/** Which groups an URGENT or EMERGENCY rule speaks of. Rules of a run name their groups in the evidence. */
const SPEAKS_OF: Readonly<Record<string, readonly Focus[]>> = {
  "vision-sudden-loss": ["vision"], "eye-pain-vision-drop": ["vision"], "optic-neuritis-suspected": ["vision"], "eye-pain-severe": ["vision"],
  "double-vision-new": ["vision"], "s1p-vision": ["vision"], "walk-sudden-loss": LEGS, "walk-lost-days": LEGS, "weakness-one-side": LEGS,
  "weakness-new-marked": LEGS, "spinal-cord-emergency": ["numbness", ...LEGS], "cauda-equina": ["numbness", ...LEGS],
  "saddle-numbness-new": ["numbness"], "stroke-signs": ANY, "sudden-change": ANY,
};
const RELAPSE_RULES: readonly string[] = ["possible-relapse", "relapse-worsening", "pml-warning"];
/** Looked for until it has gone, at most so long. */
const LOOKED_FOR_DAYS = 60;

/** What became of each planted relapse of a person. */
export function relapseOutcomes(person: Person, entries: readonly YearEntry[], reactions: Reactions): PlantedOutcome[] {
  return person.courses.filter(({ kind }) => kind === "relapse").map((course) => {
    const until = course.from + Math.min(LOOKED_FOR_DAYS, endOf(course) - course.from);
    const during = entries.filter(({ feeling }) => feeling.at >= course.from && feeling.at <= until);
    const groups = groupsOf(course);
    const first = during.map((entry) => ({ entry, by: entry.raised.find((alert) => findsGroup(alert, groups))?.ruleId })).find(({ by }) => by);
    return {
      symptoms: course.relapse?.symptoms ?? [],
      points: Math.max(course.size.numbness, course.size.vision, course.size.walking),
      rampDays: course.ramp,
      foundAfterHours: first ? (first.entry.feeling.at - course.from) * 24 : null,
      feltAfterHours: (course.ramp / Math.max(1, course.size.numbness, course.size.vision, course.size.walking)) * 24,
      foundBy: first?.by ?? null,
      miss: first ? null : missOf(course, person, during, reactions),
    };
  });
}

function groupsOf({ relapse }: Course): Focus[] {
  return [...new Set((relapse?.symptoms ?? []).flatMap((symptom): Focus[] => (symptom === "double-vision" ? ["vision"] : symptom === "weakness" ? ["weakness", "walking"] : [symptom])))];
}

/** Whether an alert is one that sends the person to the team about these groups. */
function findsGroup({ ruleId, evidence }: RaisedAlert, groups: readonly Focus[]): boolean {
  if (SPEAKS_OF[ruleId]) return SPEAKS_OF[ruleId].some((focus) => groups.includes(focus));
  return RELAPSE_RULES.includes(ruleId) && groups.some((focus) => evidence.some(({ field }) => field === `run.${focus}`
    || (ruleId === "relapse-worsening" && field === `scores.${focus}`)));
}

function missOf(course: Course, person: Person, during: readonly YearEntry[], reactions: Reactions): Miss {
  const scores = (["numbness", "vision", "walking"] as const).filter((name) => course.size[name] >= 1.2);
  const early = during.filter(({ feeling }) => feeling.at <= course.from + 21);
  if (early.length < 2) return "fewer than two check-ins in its first three weeks";
  const isHigh = (entry: YearEntry) => scores.some((name) => entry.checkIn.scores[name] >= Math.round(person.usual.scores[name]) + 2);
  const high = during.filter(isHigh);
  if (high.length < 2) return "never 2 points above the usual";
  if (during.some(({ raised }) => raised.some(({ ruleId }) => ruleId === "pseudo-relapse-infection"))) return "an infection at the same time";
  const onset = high[0]!.checkIn.recordedAt.getTime();
  const isCounted = reactions.recorded.some(({ startedAt, endedAt, knownFrom, course: of }) => of !== course && knownFrom <= onset
    && (onset - startedAt.getTime() < 30 * 86_400_000 || endedAt === null));
  if (isCounted) return "counted to a relapse recorded before";
  const isQuiet = during.every(({ raised }) => raised.every(({ ruleId }) => ruleId !== "watch-24h" && ruleId !== "possible-relapse"));
  return isQuiet ? "never above the person's own usual range" : "other";
}
