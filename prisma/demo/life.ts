import type { Answers, Profile, Scores } from "@/lib/domain/check-in/check-in";
import type { MedicineClass, MsType, ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { CalendarDay } from "@/lib/domain/time";
import type { Random } from "@/prisma/demo/random";

/** What an episode does to one check-in. Scores are added to the usual ones, or replace them. */
export type EpisodeDay = {
  add?: Partial<Scores>;
  set?: Partial<Scores>;
  answers?: Answers;
  note?: string;
  /** minutes after midnight, where the hour of the entry matters */
  minute?: number;
  /** left out of the diary: too ill, or away */
  missing?: boolean;
};

/** A stretch of days, counted back from the last day of the diary (0): `from` is the older end, both included. */
export type Episode = {
  from: number;
  to: number;
  /** @param dayNumber 0 on the first day of the episode */
  day: (dayNumber: number, random: Random) => EpisodeDay;
};

export type DemoRelapseStatus = "possible" | "confirmed-by-me" | "confirmed-by-team" | "not-a-relapse";

/** A relapse, or what looked like one, as the person recorded it; days are counted back from the last day. */
export type LifeRelapse = { status: DemoRelapseStatus; from: number; to?: number; symptoms: ScoreName[] };

/** Days are counted back from the last day; `doses` are the infusions or courses, newest last. */
export type LifeMedicine = { name: string; class?: MedicineClass; from: number; doses?: number[]; to?: number };

/** Everything that makes one demo person; `generatePerson` turns it into a diary. */
export type Life = {
  msType: MsType;
  /** years before the last day */
  msYearsAgo: number;
  ageYears: number;
  profile: Profile;
  usual: Scores;
  /** chance of a point up or down, by score */
  restlessness: Scores;
  /** points that drift in and out over weeks */
  drift: Scores;
  /** added to fatigue, Monday first */
  weekRhythm: readonly number[];
  /** usual minute of the entry, after midnight, and how far it spreads */
  entryMinute: number;
  entrySpread: number;
  missingChance: number;
  sameAsYesterdayChance: number;
  /** small answers of ordinary days: a timed walk, a poor night */
  ordinaryAnswers: (daysAgo: number, day: CalendarDay, random: Random) => Answers;
  ordinaryNotes: readonly string[];
  episodes: Episode[];
  relapses: LifeRelapse[];
  medicines: LifeMedicine[];
};
