import type { JudgedCheckIn, Medication, Profile, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import type { RuleContext } from "@/lib/domain/red-flags/context";
import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from "@/lib/domain/time";

/** The fields of a check-in in a vignette, with its own zone where it has one. */
export type VignetteAnswers = Omit<JudgedCheckIn, "recordedAt" | "timeZone" | "day"> & { timeZone?: string };

/** `recordedAt` decides if present; else `now` minus the ages given, each 0 when absent. */
export type VignetteCheckIn = VignetteAnswers & { recordedAt?: string; daysAgo?: number; hoursAgo?: number; minutesAgo?: number };

/** `days` check-ins; the i-th, oldest first, has `items[i mod length]` as its answers. */
export type VignetteRepeat = { days: number; endDaysAgo: number; every: number; shiftHours: number; items: readonly VignetteAnswers[] };

export type VignetteRelapse = { startedAt?: string; startedDaysAgo?: number; startedHoursAgo?: number; endedAt?: string; endedDaysAgo?: number };

/** A test case of the rules, read from its file. What it expects is not part of it. */
export type Vignette = {
  id: string;
  now: string;
  checkIn: VignetteCheckIn;
  history: readonly ({ kind: "single"; checkIn: VignetteCheckIn } | { kind: "repeat"; repeat: VignetteRepeat })[];
  medications: Medication[];
  profile: Profile;
  relapses: readonly VignetteRelapse[];
};

const DEFAULT_TIME_ZONE = "Europe/London";

/** Places a vignette in time: what `evaluate` takes. Days are exactly 24 hours here. Source: clinical rules, section 0. */
export function stageVignette(vignette: Vignette): { checkIn: JudgedCheckIn; context: RuleContext } {
  const now = Date.parse(vignette.now);
  const zone = vignette.profile.timeZone ?? DEFAULT_TIME_ZONE;
  return {
    checkIn: place(vignette.checkIn, now, zone),
    context: {
      now: new Date(now),
      history: vignette.history.flatMap((item) => (item.kind === "repeat" ? repeated(item.repeat, now, zone) : [place(item.checkIn, now, zone)])),
      medications: vignette.medications,
      profile: vignette.profile,
      relapses: vignette.relapses.map((relapse) => placeRelapse(relapse, now)),
    },
  };
}

function place({ recordedAt, daysAgo = 0, hoursAgo = 0, minutesAgo = 0, ...answers }: VignetteCheckIn, now: number, zone: string): JudgedCheckIn {
  return at(recordedAt === undefined ? now - daysAgo * DAY_MS - hoursAgo * HOUR_MS - minutesAgo * MINUTE_MS : Date.parse(recordedAt), answers, zone);
}

function repeated({ days, endDaysAgo, every, shiftHours, items }: VignetteRepeat, now: number, zone: string): JudgedCheckIn[] {
  return Array.from({ length: days }, (_, i) => {
    const daysAgo = endDaysAgo + (days - 1 - i) * every;
    return at(now - daysAgo * DAY_MS + shiftHours * HOUR_MS, items[i % items.length]!, zone);
  });
}

function at(instant: number, { timeZone, ...answers }: VignetteAnswers, zone: string): JudgedCheckIn {
  const recordedAt = new Date(Math.round(instant));
  return { ...answers, recordedAt, timeZone: timeZone ?? zone, day: dayOf(recordedAt, timeZone ?? zone) };
}

function placeRelapse({ startedAt, startedDaysAgo = 0, startedHoursAgo = 0, endedAt, endedDaysAgo }: VignetteRelapse, now: number): RecordedRelapse {
  const start = startedAt === undefined ? now - startedDaysAgo * DAY_MS - startedHoursAgo * HOUR_MS : Date.parse(startedAt);
  const end = endedAt !== undefined ? Date.parse(endedAt) : endedDaysAgo !== undefined ? now - endedDaysAgo * DAY_MS : undefined;
  return { startedAt: new Date(Math.round(start)), ...(end === undefined ? {} : { endedAt: new Date(Math.round(end)) }) };
}
