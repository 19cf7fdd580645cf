import type { JudgedCheckIn, Medication, Profile, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import type { Infection } from "@/lib/domain/check-in/vocabulary";

/*
 * A second, independent reading of the clinical rules, for tests only. It is written from the text of the specification
 * (sections 3 to 5 and the EMERGENCY part of section 7), shares no code with lib/domain/red-flags, and prefers being plain over being
 * fast. The enumeration compares the two: a slip in one of them shows up, unless both slipped in the same way.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Context = {
  now: Date;
  history: readonly JudgedCheckIn[];
  medications: readonly Medication[];
  profile: Profile;
  relapses: readonly RecordedRelapse[];
};

/** C, its moment t, and what came before it, oldest first. */
export type Diary = Omit<Context, "history"> & { c: JudgedCheckIn; t: number; earlier: JudgedCheckIn[]; last: JudgedCheckIn | undefined };

/** Section 3, first paragraph. */
export function openDiary(c: JudgedCheckIn, { history, ...context }: Context): Diary {
  const now = context.now.getTime();
  const recorded = c.recordedAt.getTime();
  const t = recorded - now > 15 * MINUTE ? now : recorded;
  const earlier = history.filter((x) => x.recordedAt.getTime() < t).sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  return { ...context, c, t, earlier, last: earlier[earlier.length - 1] };
}

/** Worked out once a check-in and name: the same question comes up in many rows. */
export function once<T>(work: (diary: Diary, name: string) => T): (diary: Diary, name?: string) => T {
  const known = new WeakMap<Diary, Map<string, T>>();
  return (diary, name = "") => {
    const answers = known.get(diary) ?? new Map<string, T>();
    known.set(diary, answers);
    if (!answers.has(name)) answers.set(name, work(diary, name));
    return answers.get(name)!;
  };
}

export const ageOf = (diary: Diary, x: JudgedCheckIn): number => diary.t - x.recordedAt.getTime();

/** Earlier check-ins no older than `limit`. */
export const within = (diary: Diary, limit: number): JudgedCheckIn[] => diary.earlier.filter((x) => ageOf(diary, x) <= limit);

/** Earlier check-ins with more than 7 days < age <= `days` days. */
export const weekTo = (diary: Diary, days: number): JudgedCheckIn[] =>
  within(diary, days * DAY).filter((x) => ageOf(diary, x) > 7 * DAY);

export const datesOf = (checkIns: readonly JudgedCheckIn[]): Set<string> => new Set(checkIns.map(({ day }) => day));

// Fever, infection, heat

const tenths = (celsius: number): number => Math.round(celsius * 10);

export function isFever({ profile }: Pick<Diary, "profile">, celsius: number | undefined): boolean {
  if (celsius === undefined) return false;
  const usual = profile.usualTemperatureC;
  if (tenths(celsius) >= 380) return true;
  return usual !== undefined && tenths(celsius) >= 375 && tenths(celsius) - tenths(usual) >= 11;
}

/** C's temperature; without one that of the last earlier check-in under a day old that has fever; else unknown. */
export function temperatureNow(diary: Diary): number | undefined {
  if (diary.c.temperatureC !== undefined) return diary.c.temperatureC;
  const feverish = diary.earlier.filter((x) => ageOf(diary, x) < DAY && isFever(diary, x.temperatureC));
  return feverish[feverish.length - 1]?.temperatureC;
}

export const isFeverNow = (diary: Diary): boolean => isFever(diary, temperatureNow(diary));

export function isBelow36(diary: Diary): boolean {
  const temperature = temperatureNow(diary);
  return temperature !== undefined && tenths(temperature) < 360;
}

export function isInfectionNow(diary: Diary): boolean {
  return isFeverNow(diary) || isBelow36(diary) || (diary.c.infection ?? []).some((item) => item !== "cold");
}

export function isInfectionSign({ profile }: Diary, item: Infection): boolean {
  if (item === "cold") return false;
  return !(item === "cloudy-urine" && profile.usual?.bladder === "catheter");
}

export const hasHeat = (x: JudgedCheckIn): boolean => (x.triggers ?? []).some((trigger) => trigger === "heat" || trigger === "exercise");

// Recorded relapses

/** Started by t, and without an end by t: one that ends after t was still going on. */
export function openRelapses({ relapses, t }: Diary): RecordedRelapse[] {
  return relapses.filter(({ startedAt, endedAt }) => startedAt.getTime() <= t && (endedAt === undefined || endedAt.getTime() > t));
}

/** [start, end], both included; an open one ends 90 days after its start here. */
export function isInRelapse(diary: Diary, x: JudgedCheckIn): boolean {
  const open = openRelapses(diary);
  return diary.relapses.some((relapse) => {
    const start = relapse.startedAt.getTime();
    const end = open.includes(relapse) ? start + 90 * DAY : (relapse.endedAt?.getTime() ?? start);
    const at = x.recordedAt.getTime();
    return start <= at && at <= end;
  });
}

/** Fit for the baseline: no fever, no infection sign, no heat, not inside a recorded relapse. */
export function isUsable(diary: Diary, x: JudgedCheckIn): boolean {
  const isIll = isFever(diary, x.temperatureC) || (x.infection ?? []).some((item) => isInfectionSign(diary, item));
  return !isIll && !hasHeat(x) && !isInRelapse(diary, x);
}
