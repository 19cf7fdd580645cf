import type { JudgedCheckIn, Medication, Profile, RecordedRelapse, Scores } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type MsType, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays, daysBetween, HOUR_MS, MINUTE_MS, type CalendarDay } from "@/lib/domain/time";
import type { DemoRelapseStatus, EpisodeDay, Life, LifeMedicine, LifeRelapse } from "@/prisma/demo/life";
import { relapsingLife } from "@/prisma/demo/relapsing-life";
import { stableLife } from "@/prisma/demo/stable-life";
import { wheelchairLife } from "@/prisma/demo/wheelchair-life";
import { instantAt } from "@/prisma/demo/local-time";
import { mixSeed, seededRandom, wobble, type Random } from "@/prisma/demo/random";

export const DEMO_PERSON_KINDS = ["relapsing", "stable", "wheelchair"] as const;
/** The seed of the people a newcomer sees; benchmarks and tests of alarm burden take others. */
export const DEMO_SEED = 39;
export type DemoPersonKind = (typeof DEMO_PERSON_KINDS)[number];

export type DemoCheckIn = JudgedCheckIn & { enteredAt: Date; confirmedUnchanged: ScoreName[]; note: string | null };
export type DemoRelapse = {
  status: DemoRelapseStatus;
  startedOn: CalendarDay;
  startedAt: Date;
  endedOn?: CalendarDay;
  endedAt?: Date;
  symptoms: ScoreName[];
};
/** `doses` are infusions or course days, oldest first; the newest one is the rules' `lastDoseOn`. */
export type DemoMedicine = Medication & { doses: CalendarDay[] };

export type DemoPerson = {
  kind: DemoPersonKind;
  timeZone: string;
  msType: MsType;
  msYear: number;
  birthDate: CalendarDay;
  profile: Profile;
  /** as they stand on the last day */
  medications: DemoMedicine[];
  relapses: DemoRelapse[];
  /** oldest first, missing days left out */
  checkIns: DemoCheckIn[];
};

export type GenerateOptions = {
  seed: number;
  /** the newest day of the diary */
  lastDay: CalendarDay;
  timeZone: string;
  /** two years unless told otherwise; a longer diary keeps its newer days */
  days?: number;
  /** 1 is the person as written; 2 doubles the chance of every wobble, for tests of alarm burden */
  restlessness?: number;
};

const LIVES: Record<DemoPersonKind, (lastDay: CalendarDay) => Life> = {
  relapsing: relapsingLife, stable: stableLife, wheelchair: wheelchairLife,
};
const ON_TIME_MS = 40_000;
const SAME_AS_YESTERDAY_MAX_GAP_DAYS = 3;

/**
 * A made-up person with a diary that ends on `lastDay`. Pure: the same options give the same person on every machine.
 * What the rules should say about the diary is not decided here; `evaluate` is run over it, as over a real one.
 */
export function generatePerson(kind: DemoPersonKind, options: GenerateOptions): DemoPerson {
  const { lastDay, timeZone, days = 730 } = options;
  const life = LIVES[kind](lastDay);
  const year = Number(lastDay.slice(0, 4));
  return {
    kind,
    timeZone,
    msType: life.msType,
    msYear: year - life.msYearsAgo,
    birthDate: `${year - life.ageYears}-05-14`,
    profile: { ...life.profile, timeZone },
    medications: life.medicines.map((medicine) => toMedicine(medicine, lastDay)),
    relapses: life.relapses.filter((relapse) => relapse.from < days).map((relapse) => toRelapse(relapse, lastDay, timeZone)),
    checkIns: writeDiary(life, { ...options, days }),
  };
}

/** What a device or the server would have known at a moment: medicines, confirmed relapses and earlier check-ins. */
export function contextAt(person: DemoPerson, now: Date, today: CalendarDay) {
  return {
    now,
    profile: person.profile,
    medications: medicationsOn(person, today),
    relapses: recordedRelapsesAt(person, now),
  };
}

/** Medicines known on a day: later starts, doses and stops have not happened yet. */
export function medicationsOn(person: DemoPerson, day: CalendarDay): Medication[] {
  return person.medications.filter((medicine) => !medicine.startedOn || medicine.startedOn <= day).map(({ doses, lastDoseOn: _, stoppedOn, ...medicine }) => {
    const lastDoseOn = doses.findLast((dose) => dose <= day);
    return { ...medicine, ...(lastDoseOn && { lastDoseOn }), ...(stoppedOn && stoppedOn <= day && { stoppedOn }) };
  });
}

/** A relapse is confirmed by the team some days after it began; until it ended it is open. */
function recordedRelapsesAt(person: DemoPerson, now: Date): RecordedRelapse[] {
  const confirmedAfterMs = 72 * HOUR_MS;
  return person.relapses
    .filter((relapse) => relapse.status.startsWith("confirmed") && relapse.startedAt.getTime() + confirmedAfterMs <= now.getTime())
    .map(({ startedAt, endedAt }) => ({ startedAt, ...(endedAt && endedAt <= now && { endedAt }) }));
}

function writeDiary(life: Life, { seed, lastDay, timeZone, days = 730, restlessness = 1 }: GenerateOptions): DemoCheckIn[] {
  const checkIns: DemoCheckIn[] = [];
  for (let daysAgo = days - 1; daysAgo >= 0; daysAgo--) {
    const random = seededRandom(mixSeed(seed, daysAgo));
    const day = addDays(lastDay, -daysAgo);
    const episode = episodeDay(life, daysAgo, random);
    const skipped = random() < life.missingChance && !episode && daysAgo > 1;
    if (skipped || episode?.missing) continue;

    const wobbled = ordinaryScores(life, { seed, daysAgo, day, restlessness }, random);
    const minute = episode?.minute ?? life.entryMinute + Math.round((random() + random() - 1) * life.entrySpread);
    const recordedAt = new Date(instantAt(day, minute, timeZone).getTime() + Math.floor(random() * MINUTE_MS));
    const previous = checkIns.at(-1);
    const copies = !episode && daysAgo > 1 && previous !== undefined && random() < life.sameAsYesterdayChance
      && daysBetween(previous.day, day) <= SAME_AS_YESTERDAY_MAX_GAP_DAYS && isClose(previous.scores, wobbled);
    const details = episode?.answers ?? (copies ? {} : life.ordinaryAnswers(daysAgo, day, random));
    const isAsked = random() < 0.96;
    const note = episode?.note ?? (random() < 0.03 ? life.ordinaryNotes[Math.floor(random() * life.ordinaryNotes.length)] : undefined);
    checkIns.push({
      recordedAt,
      enteredAt: new Date(recordedAt.getTime() + ON_TIME_MS),
      timeZone,
      day,
      scores: copies ? previous.scores : withEpisode(wobbled, episode),
      confirmedUnchanged: copies ? [...SCORE_NAMES] : [],
      note: note ?? null,
      ...details,
      ...(details.signs === undefined && (isAsked ? { signs: [] } : { skipped: ["signs" as const] })),
    });
  }
  return checkIns;
}

function episodeDay(life: Life, daysAgo: number, random: Random): EpisodeDay | undefined {
  const episode = life.episodes.find(({ from, to }) => daysAgo <= from && daysAgo >= to);
  return episode?.day(episode.from - daysAgo, random);
}

type DayOptions = { seed: number; daysAgo: number; day: CalendarDay; restlessness: number };

function ordinaryScores(life: Life, { seed, daysAgo, day, restlessness }: DayOptions, random: Random): Record<ScoreName, number> {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const scoreOf = (name: ScoreName, index: number) =>
    life.usual[name]
    + slowWave(mixSeed(seed, index), daysAgo) * life.drift[name]
    + (name === "fatigue" ? (life.weekRhythm[weekday] ?? 0) : 0)
    + wobble(random, Math.min(1, life.restlessness[name] * restlessness));
  return Object.fromEntries(SCORE_NAMES.map((name, index) => [name, scoreOf(name, index)])) as Record<ScoreName, number>;
}

/** A wave between -1 and 1 without a fixed period: random points every 12 days, joined smoothly. */
export function slowWave(seed: number, daysAgo: number): number {
  const step = 12;
  const knot = Math.floor(daysAgo / step);
  const at = (index: number) => seededRandom(mixSeed(seed, index))() * 2 - 1;
  const share = (1 - Math.cos(((daysAgo % step) / step) * Math.PI)) / 2;
  return at(knot) * (1 - share) + at(knot + 1) * share;
}

function withEpisode(ordinary: Scores, episode: EpisodeDay | undefined): Scores {
  const inRange = (value: number) => Math.max(0, Math.min(10, Math.round(value)));
  const scoreOf = (name: ScoreName) => inRange(episode?.set?.[name] ?? ordinary[name] + (episode?.add?.[name] ?? 0));
  return { fatigue: scoreOf("fatigue"), numbness: scoreOf("numbness"), vision: scoreOf("vision"), walking: scoreOf("walking") };
}

/** A person says "same as yesterday" when it is about the same. */
const isClose = (one: Scores, other: Scores) => SCORE_NAMES.every((name) => Math.abs(one[name] - other[name]) < 1.5);

function toMedicine({ from, to, doses = [], ...medicine }: LifeMedicine, lastDay: CalendarDay): DemoMedicine {
  const doseDays = doses.map((daysAgo) => addDays(lastDay, -daysAgo));
  const lastDoseOn = doseDays.at(-1);
  return {
    ...medicine,
    startedOn: addDays(lastDay, -from),
    ...(lastDoseOn && { lastDoseOn }),
    ...(to !== undefined && { stoppedOn: addDays(lastDay, -to) }),
    doses: doseDays,
  };
}

function toRelapse({ from, to, status, symptoms }: LifeRelapse, lastDay: CalendarDay, timeZone: string): DemoRelapse {
  const startedOn = addDays(lastDay, -from);
  const endedOn = to === undefined ? undefined : addDays(lastDay, -to);
  return {
    status,
    startedOn,
    startedAt: instantAt(startedOn, 7 * 60, timeZone),
    ...(endedOn && { endedOn, endedAt: instantAt(endedOn, 21 * 60, timeZone) }),
    symptoms,
  };
}

