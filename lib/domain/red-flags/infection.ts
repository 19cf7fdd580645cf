import type { JudgedCheckIn, Profile } from "@/lib/domain/check-in/check-in";
import type { Infection } from "@/lib/domain/check-in/vocabulary";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import { DAY_MS } from "@/lib/domain/time";

/** Temperatures are compared in whole tenths of a degree. */
export const FEVER = 380;
export const RELATIVE_FEVER = 375;
export const RELATIVE_FEVER_RISE = 11;
export const LOW_TEMPERATURE = 360;
export const FEVER_CARRIES_MS = DAY_MS;
export const RECENT_INFECTION_MS = 3 * DAY_MS;

const tenths = (celsius: number): number => Math.round(celsius * 10);

/** **Fever(x)**: 38.0 or more; or 37.5 or more and at least 1.1 above the person's usual, where that is known. */
export function hasFever(x: JudgedCheckIn, profile: Profile): boolean {
  if (x.temperatureC === undefined) return false;
  const temperature = tenths(x.temperatureC);
  if (temperature >= FEVER) return true;
  const usual = profile.usualTemperatureC;
  return usual !== undefined && temperature >= RELATIVE_FEVER && temperature - tenths(usual) >= RELATIVE_FEVER_RISE;
}

/** **Infection sign**: an item other than cold, and other than cloudy urine for a catheter user. */
export function infectionSignsOf(x: JudgedCheckIn, profile: Profile): readonly Infection[] {
  if (!x.infection) return [];
  return x.infection.filter((item) => item !== "cold" && !(item === "cloudy-urine" && profile.usual?.bladder === "catheter"));
}

/** **Heat(x)**: heat or exercise among the triggers. */
export function hasHeat(x: JudgedCheckIn): boolean {
  return x.triggers !== undefined && (x.triggers.includes("heat") || x.triggers.includes("exercise"));
}

export type InfectionFindings = {
  feverNow: () => boolean;
  /** °C of C, or of an earlier fever that still counts; unknown without either */
  temperature: () => number | undefined;
  temperatureAtLeast: (celsius: number) => boolean;
  /** below 36.0 */
  lowTemperature: () => boolean;
  infectionNow: () => boolean;
  /** the infection signs of C */
  signs: () => readonly Infection[];
  recentInfection: () => boolean;
  /** the infection signs of C and of the last 72 hours, each once; a fever is "fever" */
  recentSigns: () => readonly (Infection | "fever")[];
  /** whether C or a check-in of the last 72 hours answered the infection question */
  wasAsked: () => boolean;
  /** of C; not answering is not "no" */
  heatAnswer: () => "yes" | "no" | "not-asked";
};

export function infectionFindings(m: Moment): InfectionFindings {
  /** C's own reading, or, when C has none, the last earlier fever of the last 24 hours. */
  const reading = lazy((): JudgedCheckIn | undefined => {
    if (m.checkIn.temperatureC !== undefined) return m.checkIn;
    return m.upToAge(FEVER_CARRIES_MS).findLast((x) => m.ageOf(x) < FEVER_CARRIES_MS && hasFever(x, m.profile));
  });
  const temperature = () => reading()?.temperatureC;
  const feverNow = lazy(() => {
    const x = reading();
    return x !== undefined && hasFever(x, m.profile);
  });
  const lowTemperature = () => {
    const celsius = temperature();
    return celsius !== undefined && tenths(celsius) < LOW_TEMPERATURE;
  };
  const lately = lazy(() => [...m.upToAge(RECENT_INFECTION_MS).filter((x) => m.ageOf(x) < RECENT_INFECTION_MS), m.checkIn]);
  const infected = (x: JudgedCheckIn) => hasFever(x, m.profile) || infectionSignsOf(x, m.profile).length > 0;
  return {
    feverNow,
    temperature,
    temperatureAtLeast: (limit) => {
      const celsius = temperature();
      return celsius !== undefined && tenths(celsius) >= tenths(limit);
    },
    lowTemperature,
    // C's own answer first: it stands whatever the diary says
    infectionNow: () => (m.checkIn.infection ?? []).some((item) => item !== "cold") || feverNow() || lowTemperature(),
    signs: () => infectionSignsOf(m.checkIn, m.profile),
    recentInfection: lazy(() => lately().some(infected)),
    recentSigns: () => [...new Set(lately().flatMap((x) => [...infectionSignsOf(x, m.profile), ...(hasFever(x, m.profile) ? ["fever" as const] : [])]))],
    wasAsked: () => lately().some((x) => x.infection !== undefined),
    heatAnswer: () => (m.checkIn.triggers === undefined ? "not-asked" : hasHeat(m.checkIn) ? "yes" : "no"),
  };
}
