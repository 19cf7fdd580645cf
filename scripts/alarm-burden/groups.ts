import type { MedicineClass, ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Weighted } from "./draw";

export const GROUPS = ["stable", "fluctuating", "heat-sensitive", "progressive", "wheelchair", "relapsing"] as const;
export type Group = (typeof GROUPS)[number];

export type Range = readonly [low: number, high: number];
type PerScore<T> = Record<ScoreName, T>;

/** What the people of one group have in common. Each person draws an own value from each range. */
export type Traits = {
  /** the usual score, before rounding */
  usual: PerScore<Range>;
  /** times the ordinary day-to-day spread */
  swing: number;
  /** how much of yesterday is still there today, 0 to 1 */
  carryOver: number;
  /** points a year by which the usual goes up */
  drift: PerScore<Range>;
  /** how often in a year */
  badSpells: number;
  heatSpells: number;
  /** points a hot day adds to fatigue; the other scores get a share of it */
  heatGain: Range;
  colds: number;
  flu: number;
  urineInfections: number;
  stomachBugs: number;
  otherInfections: number;
  falls: number;
  /** a sign that was felt, ticked, and was nothing new or nothing of note */
  harmlessTicks: number;
  /** times the rate of real signs of everyday medicine: a migraine, a faint, a choke */
  realSigns: number;
  medicines: Weighted<MedicineClass | "none">;
};

const WALKER_MEDICINES: Traits["medicines"] = [
  ["anti-CD20", 28], ["natalizumab", 10], ["S1P-modulator", 12], ["fumarate", 14], ["teriflunomide", 6], ["interferon", 6],
  ["glatiramer", 8], ["cladribine", 4], ["alemtuzumab", 2], ["none", 10],
];

const STABLE: Traits = {
  usual: { fatigue: [1.5, 5], numbness: [0, 3], vision: [0, 2], walking: [0, 3.5] },
  swing: 1, carryOver: 0.45,
  drift: { fatigue: [0, 0], numbness: [0, 0], vision: [0, 0], walking: [0, 0] },
  badSpells: 10, heatSpells: 3, heatGain: [0.3, 1.2],
  colds: 2.5, flu: 0.25, urineInfections: 0.4, stomachBugs: 0.4, otherInfections: 0.15,
  falls: 0.8, harmlessTicks: 0.1, realSigns: 1, medicines: WALKER_MEDICINES,
};

/** Every figure of the model of ordinary life that differs between groups; the reasons stand in docs/safety/alarm-burden.md. */
export const TRAITS: Record<Group, Traits> = {
  stable: STABLE,
  fluctuating: {
    ...STABLE,
    usual: { fatigue: [2.5, 6], numbness: [1, 4], vision: [0, 3], walking: [1, 4.5] },
    swing: 2, carryOver: 0.6, badSpells: 26, heatSpells: 5, heatGain: [0.5, 1.5], falls: 2, harmlessTicks: 0.2, realSigns: 1.2,
  },
  "heat-sensitive": {
    ...STABLE,
    usual: { fatigue: [2, 5], numbness: [0.5, 3], vision: [0, 2.5], walking: [0.5, 4] },
    swing: 1.1, badSpells: 12, heatSpells: 10, heatGain: [1.5, 3.5], falls: 1,
  },
  progressive: {
    ...STABLE,
    usual: { fatigue: [3, 6.5], numbness: [1, 5], vision: [0, 3], walking: [3, 6.5] },
    swing: 1.2, badSpells: 15, heatSpells: 4, heatGain: [0.5, 2],
    drift: { fatigue: [0, 1], numbness: [0, 1], vision: [0, 0.4], walking: [0.8, 2.2] },
    urineInfections: 0.8, otherInfections: 0.25, falls: 6, harmlessTicks: 0.15, realSigns: 1.5,
    medicines: [["none", 50], ["anti-CD20", 28], ["S1P-modulator", 12], ["interferon", 3], ["other-immunosuppressant", 4], ["fumarate", 3]],
  },
  wheelchair: {
    ...STABLE,
    usual: { fatigue: [3.5, 7], numbness: [2, 6], vision: [0.5, 4], walking: [7, 9.5] },
    swing: 1.1, badSpells: 15, heatSpells: 4, heatGain: [0.5, 2],
    urineInfections: 1.2, otherInfections: 0.4, falls: 1.5, harmlessTicks: 0.2, realSigns: 2.5,
    medicines: [["none", 66], ["anti-CD20", 14], ["S1P-modulator", 6], ["other-immunosuppressant", 5], ["fumarate", 3], ["natalizumab", 6]],
  },
  relapsing: { ...STABLE, usual: { ...STABLE.usual, fatigue: [2, 5.5] }, swing: 1.1, badSpells: 12, falls: 1.5 },
};
