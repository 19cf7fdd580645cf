import "server-only";
import type { CheckIn, Medication } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type Eyes, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { baselineOf, type Baseline } from "@/lib/domain/red-flags/baseline";
import { recoveryOf, type Recovery } from "@/lib/domain/relapse/recovery-of";
import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";
import { daySeries, type DaySeries } from "@/lib/domain/trends/day-series";
import { listCheckIns } from "@/lib/server/data/check-ins";
import type { OwnDiary } from "@/lib/server/data/diaries";
import { listMedicines } from "@/lib/server/data/medicines";
import { listRelapses, type RelapseRecord } from "@/lib/server/data/relapses";
import type { Viewer } from "@/lib/server/viewer";

export type RelapseView = Pick<RelapseRecord, "id" | "status" | "startedOn" | "endedOn"> & {
  /** the ones this product knows, as recorded */
  symptoms: ScoreName[];
  /** whole days, both ends counted; up to today while it lasts */
  days: number;
  /** named in the check-ins of that time, when they all name the same */
  eyes: Eyes | null;
  /** what the check-ins of a flare-up name */
  cause: "heat" | "infection" | null;
  worst: { value: number; day: CalendarDay } | null;
  treatment: Medication | null;
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

/** The relapses and flare-ups of a diary with what its check-ins and medicines tell about each, newest first. */
export async function readRelapses(viewer: Viewer, diary: OwnDiary, today: CalendarDay): Promise<RelapseView[]> {
  const [relapses, checkIns, medicines] = await Promise.all([
    listRelapses(viewer, diary.id),
    listCheckIns(viewer, { diaryId: diary.id, from: addDays(today, -READ_DAYS), to: addDays(today, 1) }),
    listMedicines(viewer, diary.id),
  ]);
  const recorded = relapses.filter(({ status }) => status.startsWith("confirmed")).map(({ startedAt, endedAt }) => ({ startedAt, ...(endedAt && { endedAt }) }));
  const newest = checkIns.at(-1);
  const recovery = newest ? recoveryOf(newest, { now: new Date(), history: checkIns, medications: medicines, profile: diary.profile, relapses: recorded }) : null;
  const latestOpen = relapses.find(({ status, endedOn }) => status.startsWith("confirmed") && endedOn === null);
  return relapses.map((relapse) => {
    const symptoms = SCORE_NAMES.filter((score) => relapse.symptoms.includes(score));
    const until = relapse.endedOn ?? today;
    const during = checkIns.filter(({ day }) => day >= relapse.startedOn && day <= until);
    const [main] = symptoms;
    const usual = main ? baselineOf(main, relapse.startedAt, checkIns, recorded, diary.profile) : null;
    return {
      id: relapse.id, status: relapse.status, startedOn: relapse.startedOn, endedOn: relapse.endedOn, symptoms,
      days: daysBetween(relapse.startedOn, until) + 1,
      eyes: main === "vision" ? eyesOf(during) : null,
      cause: relapse.status === "not-a-relapse" ? causeOf(during) : null,
      worst: main ? worstOf(during, main) : null,
      treatment: medicines.find((medicine) => isTreatment(medicine, relapse.startedOn, until)) ?? null,
      backOn: main && usual ? backOn(checkIns, main, usual, relapse.startedOn, until) : null,
      recovery: relapse === latestOpen ? recovery : null,
      chart: main && relapse.status !== "not-a-relapse" && during.length > 1 ? chartOf(checkIns, main, usual, relapse.startedOn, until, today) : null,
    };
  });
}

function eyesOf(during: readonly CheckIn[]): Eyes | null {
  const named = new Set(during.flatMap(({ vision }) => (vision?.eyes && vision.loss !== "none" ? [vision.eyes] : [])));
  const [eyes] = named;
  return eyes && named.size === 1 ? eyes : null;
}

function causeOf(during: readonly CheckIn[]): RelapseView["cause"] {
  if (during.some(({ infection }) => infection?.some((sign) => sign !== "cold"))) return "infection";
  return during.some(({ triggers }) => triggers?.includes("heat")) ? "heat" : null;
}

function worstOf(during: readonly CheckIn[], score: ScoreName): RelapseView["worst"] {
  const worst = during.reduce<CheckIn | null>((highest, each) => (highest && highest.scores[score] >= each.scores[score] ? highest : each), null);
  return worst && { value: worst.scores[score], day: worst.day };
}

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

function chartOf(checkIns: readonly CheckIn[], score: ScoreName, usual: Baseline | null, startedOn: CalendarDay, until: CalendarDay, today: CalendarDay) {
  const from = addDays(startedOn, -BEFORE_DAYS);
  const last = addDays(until, AFTER_DAYS);
  return { from, usual, values: daySeries(checkIns, from, daysBetween(from, last < today ? last : today) + 1)[score] };
}
