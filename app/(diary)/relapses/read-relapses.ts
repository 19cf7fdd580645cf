import "server-only";
import type { CheckIn, ImportedScores, Medication } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type Eyes, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { baselineOf, type Baseline } from "@/lib/domain/red-flags/baseline";
import { RELAPSE_SYMPTOMS, type RelapseSymptom } from "@/lib/domain/relapse/record";
import { recoveryOf, type Recovery } from "@/lib/domain/relapse/recovery-of";
import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";
import { daySeries, type DaySeries } from "@/lib/domain/trends/day-series";
import { listCheckIns } from "@/lib/server/data/check-ins";
import type { OwnDiary } from "@/lib/server/data/diaries";
import { listImportedDays } from "@/lib/server/data/imported-days";
import { listMedicines } from "@/lib/server/data/medicines";
import { listRelapses, listSteroidCourses, type RelapseRecord, type SteroidCourse } from "@/lib/server/data/relapses";
import type { Viewer } from "@/lib/server/viewer";

export type RelapseView = Omit<RelapseRecord, "symptoms" | "startedAt" | "endedAt" | "updatedAt" | "foundIn"> & {
  symptoms: RelapseSymptom[];
  /** those of the symptoms that have a score */
  scores: ScoreName[];
  /** ISO: a change names the version it was made for */
  updatedAt: string;
  /** named in the check-ins of that time, when they all name the same */
  eyes: Eyes | null;
  /** of a flare-up */
  cause: "heat" | "infection" | null;
  worst: { value: number; day: CalendarDay } | null;
  treatment: Pick<SteroidCourse, "name" | "startedOn" | "lastDoseOn" | "stoppedOn"> | null;
  /** the first day from which the score stays in the usual range */
  backOn: CalendarDay | null;
  /** of the latest one that is confirmed and open, as of the newest entry */
  recovery: Recovery | null;
  chart: { from: CalendarDay; values: DaySeries; usual: Baseline | null } | null;
};

/** A usual before the oldest relapse looks back half a year more. */
const READ_DAYS = 731 + 180;
const BEFORE_DAYS = 5;
const AFTER_DAYS = 7;
/** "Back" means this many entries in a row in the usual range. */
const BACK_ENTRIES = 3;
const TREATED_WITHIN_DAYS = 14;
/** A flare-up without an end: so many of its days tell what it was. */
const FLARE_DAYS = 14;

/** The relapses and flare-ups of a diary, of its whole history, with what its check-ins and medicines tell about each, newest first. */
export async function readRelapses(viewer: Viewer, diary: OwnDiary, today: CalendarDay): Promise<RelapseView[]> {
  const read = { diaryId: diary.id, from: addDays(today, -READ_DAYS), to: addDays(today, 1) };
  const [relapses, courses, checkIns, importedDays, medicines] = await Promise.all([
    listRelapses(viewer, diary.id),
    listSteroidCourses(viewer, diary.id),
    listCheckIns(viewer, read),
    listImportedDays(viewer, read),
    listMedicines(viewer, diary.id),
  ]);
  const recorded = relapses.filter(({ status }) => status.startsWith("confirmed")).map(({ startedAt, endedAt }) => ({ startedAt, ...(endedAt && { endedAt }) }));
  const newest = checkIns.at(-1);
  const recovery = newest ? recoveryOf(newest, { now: new Date(), history: checkIns, medications: medicines, profile: diary.profile, relapses: recorded, importedDays }) : null;
  const latestOpen = relapses.find(({ status, endedOn }) => status.startsWith("confirmed") && endedOn === null);
  const linked = new Set(courses.map(({ id }) => id));
  return relapses.map(({ startedAt, endedAt: _end, foundIn: _entry, updatedAt, ...relapse }) => {
    const scores = SCORE_NAMES.filter((score) => relapse.symptoms.includes(score));
    const isFlare = relapse.status === "not-a-relapse";
    const soon = addDays(relapse.startedOn, FLARE_DAYS);
    const until = relapse.endedOn ?? (isFlare && soon < today ? soon : today);
    const during = checkIns.filter(({ day }) => day >= relapse.startedOn && day <= until);
    const [main] = scores;
    const isToTheDay = relapse.startPrecision === "day" && relapse.endPrecision !== "month";
    const usual = main ? baselineOf(main, startedAt, checkIns, recorded, diary.profile, importedDays) : null;
    return {
      ...relapse, updatedAt: updatedAt.toISOString(), symptoms: RELAPSE_SYMPTOMS.filter((symptom) => relapse.symptoms.includes(symptom)), scores,
      eyes: main === "vision" ? eyesOf(during) : null,
      cause: isFlare ? causeOf(relapse, during) : null,
      worst: main ? worstOf(during, main) : null,
      treatment: courses.find(({ relapseId }) => relapseId === relapse.id)
        ?? medicines.find((medicine) => !linked.has(medicine.id) && isToTheDay && isTreatment(medicine, relapse.startedOn, until)) ?? null,
      backOn: main && usual && isToTheDay ? backOn(checkIns, main, usual, relapse.startedOn, until) : null,
      recovery: relapse.id === latestOpen?.id ? recovery : null,
      chart: main && isToTheDay && !isFlare && during.length > 1 ? chartOf({ checkIns, importedDays }, main, usual, relapse.startedOn, until, today) : null,
    };
  });
}

function eyesOf(during: readonly CheckIn[]): Eyes | null {
  const named = new Set(during.flatMap(({ vision }) => (vision?.eyes && vision.loss !== "none" ? [vision.eyes] : [])));
  const [eyes] = named;
  return eyes && named.size === 1 ? eyes : null;
}

/** What the person said goes first; where they said nothing, what the check-ins of that time name. */
function causeOf({ infection, heat }: Pick<RelapseRecord, "infection" | "heat">, during: readonly CheckIn[]): RelapseView["cause"] {
  if (infection ?? during.some((each) => each.infection?.some((sign) => sign !== "cold"))) return "infection";
  return heat ?? during.some(({ triggers }) => triggers?.includes("heat")) ? "heat" : null;
}

function worstOf(during: readonly CheckIn[], score: ScoreName): RelapseView["worst"] {
  const worst = during.reduce<CheckIn | null>((highest, each) => (highest && highest.scores[score] >= each.scores[score] ? highest : each), null);
  return worst && { value: worst.scores[score], day: worst.day };
}

/** One that is linked to no relapse and began in its days, or soon after. */
const isTreatment = (medicine: Medication, startedOn: CalendarDay, until: CalendarDay) =>
  medicine.class === "steroid-course" && medicine.startedOn !== undefined && medicine.startedOn >= startedOn
  && medicine.startedOn <= addDays(until, TREATED_WITHIN_DAYS);

function backOn(checkIns: readonly CheckIn[], score: ScoreName, usual: Baseline, startedOn: CalendarDay, until: CalendarDay): CalendarDay | null {
  const after = checkIns.filter(({ day }) => day >= startedOn && day <= addDays(until, 60));
  const peak = after.findIndex(({ scores }) => scores[score] === Math.max(...after.map((each) => each.scores[score])));
  const index = after.findIndex((_, place) => place > peak && after.length >= place + BACK_ENTRIES
    && after.slice(place, place + BACK_ENTRIES).every(({ scores }) => scores[score] <= usual.high));
  return after[index]?.day ?? null;
}

type Days = { checkIns: readonly CheckIn[]; importedDays: readonly ImportedScores[] };

function chartOf({ checkIns, importedDays }: Days, score: ScoreName, usual: Baseline | null, startedOn: CalendarDay, until: CalendarDay, today: CalendarDay) {
  const from = addDays(startedOn, -BEFORE_DAYS);
  const last = addDays(until, AFTER_DAYS);
  return { from, usual, values: daySeries(checkIns, from, daysBetween(from, last < today ? last : today) + 1, importedDays)[score] };
}
