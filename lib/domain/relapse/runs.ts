import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { ComparisonFindings } from "@/lib/domain/red-flags/comparison";
import { hasHeat } from "@/lib/domain/red-flags/infection";
import { lazyBy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { OnsetFindings } from "@/lib/domain/red-flags/onset";
import { FOCAL_GROUPS, isScore, type Group, type GroupFindings } from "@/lib/domain/relapse/groups";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";

/** Limits of section 5, all inclusive: exactly 24 hours count. Source: MCD2017, MSAA; the longer waits are product decisions. */
export const FIRM_LASTS_MS = 24 * HOUR_MS;
export const ANY_LASTS_MS = 48 * HOUR_MS;
export const IN_HEAT_LASTS_MS = 72 * HOUR_MS;
/** a longer silence between two counted check-ins ends a run */
export const LONGEST_GAP_MS = 14 * DAY_MS;
export const SUSTAINED_MS = 7 * DAY_MS;
export const SUSTAINED_RISE = 2;
export const SUSTAINED_MIN_DATES = 4;

/** A spell in which a group is changed at every check-in that tells, ending at C. */
export type Run = {
  group: Group;
  /** `recordedAt` of its first check-in */
  start: Date;
  /** t − start, in milliseconds */
  lastsMs: number;
  /** holds a told check-in, a finding, or two firm check-ins */
  isFirm: boolean;
  /** at least one firm check-in */
  holdsFirm: boolean;
  /** **Duration met** */
  isDurationMet: boolean;
  /** a **sustained run**: the scores of a week stand above the median, each within the usual range */
  isSustained: boolean;
};

/**
 * Rules that rest on a run. Their evidence names its start as `run.<group>`; "once per run" goes by it.
 */
export const RUN_RULES: readonly string[] = [
  "pml-warning", "s1p-vision", "possible-relapse", "relapse-worsening", "pseudo-relapse-infection",
  "heat-pseudo-relapse", "watch-24h", "fatigue-only",
];

export type RunFindings = {
  /** the run of a group at C, sustained ones included; null = none */
  of: (group: Group) => Run | null;
  /** the runs of the focal groups */
  focal: () => readonly Run[];
};

export function runFindings(m: Moment, comparison: ComparisonFindings, onset: OnsetFindings, groups: GroupFindings): RunFindings {
  const runs = lazyBy<Run | null>();
  const of = (group: Group) => runs(group, () =>
    (groups.isChanged(group) === true ? plainRun(group, m, onset, groups) : sustainedRun(group, m, comparison, onset)));
  return { of, focal: () => FOCAL_GROUPS.flatMap((group) => of(group) ?? []) };
}

/** Back from C while the group is changed; what does not tell is skipped, an unchanged check-in or a long silence ends it. */
function plainRun(group: Group, m: Moment, onset: OnsetFindings, groups: GroupFindings): Run {
  const counted: JudgedCheckIn[] = [m.checkIn];
  let next = m.t();
  for (const x of m.earlier().toReversed()) {
    if (next - x.recordedAt.getTime() > LONGEST_GAP_MS) break;
    const changed = groups.isChanged(group, x);
    if (changed === undefined) continue;
    if (!changed) break;
    counted.push(x);
    next = x.recordedAt.getTime();
  }
  const first = counted.at(-1)!;
  const firmCheckIns = counted.filter((x) => groups.isFirm(group, x)).length;
  const isFirm = firmCheckIns >= 2 || counted.some((x) => groups.isToldOrFound(group, x));
  const isAllInHeat = counted.every(hasHeat);
  // C stands at t, which a device clock that runs ahead moves back to now
  const start = new Date(next);
  const lastsMs = m.t() - next;
  const needsMs = isAllInHeat ? IN_HEAT_LASTS_MS : isFirm ? FIRM_LASTS_MS : ANY_LASTS_MS;
  const isToldToHaveLasted = onset.of(group, first) === "days" && !isAllInHeat;
  return { group, start, lastsMs, isFirm, holdsFirm: firmCheckIns > 0, isDurationMet: isToldToHaveLasted || lastsMs >= needsMs, isSustained: false };
}

/**
 * C and all check-ins back to one of age ≥ 7 days at least two above the median, on at least 4 dates of the last 7 days: for
 * people whose scores swing so widely that a change stays within their usual range.
 */
function sustainedRun(group: Group, m: Moment, comparison: ComparisonFindings, onset: OnsetFindings): Run | null {
  if (!isScore(group) || group === "fatigue" || onset.of(group) === "usual") return null;
  const usual = comparison.baseline(group);
  if (!usual) return null;
  const isHigh = (x: JudgedCheckIn) => x.scores[group] >= usual.median + SUSTAINED_RISE;
  const back = m.earlier().toReversed();
  const oldest = back.findIndex((x) => m.ageOf(x) >= SUSTAINED_MS);
  const week = [m.checkIn, ...back.slice(0, oldest + 1)];
  const dates = new Set(week.filter((x) => x === m.checkIn || m.ageOf(x) <= SUSTAINED_MS).map(({ day }) => day));
  if (dates.size < SUSTAINED_MIN_DATES || !week.every(isHigh)) return null;
  const start = week.at(-1)!;
  return { group, start: start.recordedAt, lastsMs: m.ageOf(start), isFirm: true, holdsFirm: false, isDurationMet: true, isSustained: true };
}
