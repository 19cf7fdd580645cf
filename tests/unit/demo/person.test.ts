import { describe, expect, it } from "vitest";
import { answersSchema, scoresSchema } from "@/lib/schemas/check-in";
import { profileSchema } from "@/lib/schemas/profile";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays, dayOf, daysBetween } from "@/lib/domain/time";
import { DEMO_PERSON_KINDS, DEMO_SEED, generatePerson, medicationsOn, contextAt, type DemoCheckIn, type DemoPerson } from "@/prisma/demo/person";

const LAST_DAY = "2026-11-15";
const options = { seed: DEMO_SEED, lastDay: LAST_DAY, timeZone: "Europe/London" };

function answersOf(checkIn: DemoCheckIn): unknown {
  const { recordedAt: _r, enteredAt: _e, timeZone: _t, day: _d, scores: _s, confirmedUnchanged: _c, note: _n, ...answers } = checkIn;
  return answers;
}

function medianOf(checkIns: DemoCheckIn[], score: ScoreName): number {
  const values = checkIns.map((checkIn) => checkIn.scores[score]).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The days a baseline rests on at the end of the diary: the last two months without the relapse and the newest week. */
function quietOf(person: DemoPerson, lastDay: string): DemoCheckIn[] {
  return person.checkIns.filter(({ day }) => {
    const daysAgo = daysBetween(day, lastDay);
    return daysAgo > 7 && daysAgo <= 60 && (daysAgo > 48 || daysAgo < 28);
  });
}

describe.each(DEMO_PERSON_KINDS)("the %s demo person", (kind) => {
  const person = generatePerson(kind, options);

  it("is the same each time it is made", () => {
    expect(generatePerson(kind, options)).toEqual(person);
  });

  it("is another person with another seed", () => {
    expect(generatePerson(kind, { ...options, seed: 2 }).checkIns).not.toEqual(person.checkIns);
  });

  it("keeps the newer days when the diary is made longer", () => {
    const longer = generatePerson(kind, { ...options, days: 900 });
    expect(longer.checkIns.filter(({ day }) => day > "2026-06-01").map(({ scores }) => scores))
      .toEqual(person.checkIns.filter(({ day }) => day > "2026-06-01").map(({ scores }) => scores));
  });

  it("writes for two years and ends on the last day", () => {
    expect(person.checkIns.at(-1)?.day).toBe(LAST_DAY);
    expect(person.checkIns[0]?.day).toSatisfy((day: string) => daysBetween(day, LAST_DAY) > 715);
  });

  it("leaves days out, and never writes one twice", () => {
    expect(new Set(person.checkIns.map(({ day }) => day)).size).toBe(person.checkIns.length);
    expect(person.checkIns.length).toBeGreaterThan(600);
    expect(person.checkIns.length).toBeLessThan(715);
  });

  it("stores only what the check-in accepts", () => {
    for (const checkIn of person.checkIns) {
      expect(() => scoresSchema.parse(checkIn.scores)).not.toThrow();
      expect(() => answersSchema.parse(answersOf(checkIn))).not.toThrow();
      expect(dayOf(checkIn.recordedAt, checkIn.timeZone)).toBe(checkIn.day);
    }
    expect(() => profileSchema.parse(person.profile)).not.toThrow();
  });

  it("says same as yesterday now and then, with the scores of the entry before", () => {
    const copied = person.checkIns.flatMap((checkIn, index) => (checkIn.confirmedUnchanged.length ? [[person.checkIns[index - 1], checkIn] as const] : []));
    expect(copied.length).toBeGreaterThan(40);
    for (const [before, copy] of copied) expect(copy.scores).toEqual(before?.scores);
  });

  it("knows no medicine, dose or relapse before it happened", () => {
    const early = addDays(LAST_DAY, -700);
    const context = contextAt(person, new Date(`${early}T12:00:00Z`), early);
    for (const medicine of context.medications) {
      expect([medicine.startedOn, medicine.lastDoseOn, medicine.stoppedOn].filter((day) => day && day > early)).toEqual([]);
    }
    expect(context.relapses).toEqual([]);
  });
});

describe("the relapsing demo person", () => {
  const person = generatePerson("relapsing", options);
  const between = (from: number, to: number) => person.checkIns.filter(({ day }) => day >= addDays(LAST_DAY, -from) && day <= addDays(LAST_DAY, -to));

  it("has the usual scores that the trend shows", () => {
    expect(SCORE_NAMES.map((score) => medianOf(quietOf(person, LAST_DAY), score))).toEqual([4, 2, 1, 2]);
    expect(person.checkIns.at(-1)?.scores).toEqual({ fatigue: 5, numbness: 2, vision: 1, walking: 2 });
  });

  it.each([1, 2, 3, 4, 5, 6])("has them too when the diary ends %i days later", (days) => {
    const lastDay = addDays(LAST_DAY, days);
    expect(SCORE_NAMES.map((score) => medianOf(quietOf(generatePerson("relapsing", { ...options, lastDay }), lastDay), score))).toEqual([4, 2, 1, 2]);
  });

  it("goes through optic neuritis of the left eye and recovers", () => {
    const relapse = person.relapses.at(-1);
    expect(relapse).toMatchObject({ status: "confirmed-by-team", startedOn: "2026-09-28", endedOn: "2026-10-18", symptoms: ["vision"] });
    const during = between(48, 28);
    expect(Math.max(...during.map(({ scores }) => scores.vision))).toBe(8);
    expect(during.find(({ vision }) => vision?.eyePain === "severe")).toMatchObject({ day: "2026-09-30", vision: { loss: "partial", eyes: "left" }, onset: { vision: "hours" } });
    expect(medianOf(between(14, 0), "vision")).toBe(1);
  });

  it("has a fever with an infection that is not a relapse", () => {
    expect(person.checkIns.some(({ temperatureC, infection }) => (temperatureC ?? 0) >= 38 && infection?.includes("burning-urine"))).toBe(true);
    expect(person.relapses.filter(({ status }) => status === "not-a-relapse")).toHaveLength(2);
  });

  it("changes from interferon to ocrelizumab", () => {
    const names = (daysAgo: number) => medicationsOn(person, addDays(LAST_DAY, -daysAgo)).filter(({ stoppedOn }) => !stoppedOn).map((medicine) => medicine.class);
    expect(names(600)).toEqual(["interferon", undefined, undefined]);
    expect(names(300)).toEqual(["anti-CD20", undefined, undefined]);
    expect(medicationsOn(person, addDays(LAST_DAY, -100)).find((medicine) => medicine.class === "anti-CD20")?.lastDoseOn).toBe(addDays(LAST_DAY, -256));
  });

  it("is more tired on Fridays than on Sundays", () => {
    const meanOn = (weekday: number) => {
      const scores = person.checkIns.filter(({ day }) => new Date(day).getUTCDay() === weekday).map((checkIn) => checkIn.scores.fatigue);
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    };
    expect(meanOn(5)).toBeGreaterThan(meanOn(0) + 0.5);
  });
});

it("writes by the clock of the person's own zone, also far from Greenwich", () => {
  const person = generatePerson("stable", { ...options, timeZone: "Pacific/Auckland", days: 60 });
  const hours = person.checkIns.map(({ recordedAt }) => Number(new Intl.DateTimeFormat("en-GB", { timeZone: "Pacific/Auckland", hour: "2-digit", hourCycle: "h23" }).format(recordedAt)));
  expect(Math.min(...hours)).toBeGreaterThanOrEqual(19);
  expect(Math.max(...hours)).toBeLessThanOrEqual(22);
});
