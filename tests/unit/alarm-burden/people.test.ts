import { describe, expect, it } from "vitest";
import { dayOf, daysBetween } from "@/lib/domain/time";
import { answersSchema, scoresSchema } from "@/lib/schemas/check-in";
import { profileSchema } from "@/lib/schemas/profile";
import { GROUPS } from "@/scripts/alarm-burden/groups";
import { medicinesOn } from "@/scripts/alarm-burden/medicines";
import { createPerson, type Person } from "@/scripts/alarm-burden/person";
import { SEED } from "@/scripts/alarm-burden/seed";
import { liveYear, type YearEntry } from "@/scripts/alarm-burden/year";

const people = GROUPS.flatMap((group) => Array.from({ length: 12 }, (_, index) => createPerson(group, index, SEED)));
const of = (group: Person["group"]) => people.filter((person) => person.group === group);
const lived = (group: Person["group"], index: number) => liveYear(createPerson(group, index, SEED)).entries;

const plain = ({ checkIn, raised, shown }: YearEntry) => ({ checkIn, raised: raised.map(({ ruleId }) => ruleId), shown: shown.map(({ ruleId, form }) => [ruleId, form]) });

describe("a made-up person", () => {
  it("is the same each time, and lives the same year", () => {
    expect(createPerson("relapsing", 3, SEED)).toEqual(createPerson("relapsing", 3, SEED));
    expect(lived("relapsing", 3).map(plain)).toEqual(lived("relapsing", 3).map(plain));
  });

  it("is another one with another seed or number", () => {
    const { courses } = createPerson("stable", 0, SEED);
    expect(createPerson("stable", 0, SEED + 1).courses).not.toEqual(courses);
    expect(createPerson("stable", 1, SEED).courses).not.toEqual(courses);
  });

  it("is new to the app, or has kept a diary before the year", () => {
    expect(new Set(people.map(({ runInDays }) => runInDays))).toEqual(new Set([0, 200]));
  });

  it("knows no dose, start or stop of a medicine before its day", () => {
    for (const { treatments, startDay } of people) {
      for (const day of [0, 100, 364]) {
        const dates = medicinesOn(treatments, day, startDay).flatMap(({ startedOn, lastDoseOn, stoppedOn }) => [startedOn, lastDoseOn, stoppedOn].filter((date) => date !== undefined));
        expect(dates.filter((date) => daysBetween(startDay, date) > day)).toEqual([]);
      }
    }
  });
});

describe("the year of a made-up person", () => {
  it.each(["stable", "progressive", "wheelchair", "relapsing"] as const)("of the %s group holds only what the check-in accepts", (group) => {
    const person = createPerson(group, 1, SEED);
    for (const { checkIn: { recordedAt, timeZone, day, scores, ...answers } } of liveYear(person).entries) {
      expect(() => scoresSchema.parse(scores)).not.toThrow();
      expect(() => answersSchema.parse(answers)).not.toThrow();
      expect(dayOf(recordedAt, timeZone)).toBe(day);
    }
    expect(() => profileSchema.parse(person.profile)).not.toThrow();
  });

  it("goes forward in time, with missing days, and second entries on some", () => {
    const years = [0, 1, 2].map((index) => lived("fluctuating", index));
    for (const entries of years) {
      const instants = entries.map(({ checkIn }) => checkIn.recordedAt.getTime());
      expect(instants).toEqual([...instants].sort((one, other) => one - other));
      expect(new Set(entries.map(({ checkIn }) => checkIn.day)).size).toBeLessThan(365);
    }
    expect(years.some((entries) => new Set(entries.map(({ checkIn }) => checkIn.day)).size < entries.length)).toBe(true);
  });

  it("answers details only when the app would ask for them, or tells them on the safety question", () => {
    const asked = lived("stable", 1).filter(({ checkIn }) => checkIn.onset?.fatigue !== undefined);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ checkIn, feeling }) => checkIn.scores.fatigue === feeling.scores.fatigue && checkIn.scores.fatigue >= 3)).toBe(true);
  });
});

describe("what is planted", () => {
  it.each(["bad-spell", "heat", "infection"] as const)("holds a %s in every group", (kind) => {
    for (const group of GROUPS) expect(of(group).some(({ courses }) => courses.some((course) => course.kind === kind))).toBe(true);
  });

  it.each(["cold", "flu", "urine", "stomach", "other"] as const)("holds an infection of the kind %s", (name) => {
    expect(people.some(({ courses }) => courses.some(({ infection }) => infection?.name === name))).toBe(true);
  });

  it("holds infections with a fever and without", () => {
    const fevers = people.flatMap(({ courses }) => courses.flatMap(({ infection }) => (infection ? [infection.fever] : [])));
    expect(fevers.some((fever) => fever === null)).toBe(true);
    expect(fevers.some((fever) => fever !== null && fever >= 38)).toBe(true);
  });

  it("holds a relapse for everybody in the relapsing group, 30 days apart, and for nobody else", () => {
    for (const { group, courses } of people) {
      const starts = courses.filter(({ kind }) => kind === "relapse").map(({ from }) => from);
      expect(starts.length > 0).toBe(group === "relapsing");
      for (const [index, start] of starts.entries()) expect(start - (starts[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(30);
    }
  });

  it("holds real signs and harmless ticks, falls, days away, catheters and changes of medicine", () => {
    const signs = people.flatMap((person) => person.signs);
    expect(signs.some(({ isReal }) => isReal)).toBe(true);
    expect(signs.some(({ isReal }) => !isReal)).toBe(true);
    expect(people.some(({ falls }) => falls.length > 0)).toBe(true);
    expect(people.some(({ habits }) => habits.away.length > 0)).toBe(true);
    expect(of("wheelchair").some(({ usual }) => usual.hasCatheter)).toBe(true);
    expect(people.some(({ treatments }) => treatments.some(({ to }) => to !== null))).toBe(true);
  });

  it("holds people on the medicines that rules of their own speak of", () => {
    const classes = new Set(Array.from({ length: 160 }, (_, index) => createPerson("relapsing", index, SEED)).flatMap(({ treatments }) => treatments.map((treatment) => treatment.class)));
    for (const medicineClass of ["natalizumab", "anti-CD20", "S1P-modulator", "alemtuzumab", "teriflunomide"] as const) expect(classes).toContain(medicineClass);
  });

  it("walks with more help and higher scores at the end of the year in the progressive group", () => {
    expect(of("progressive").every(({ usual }) => usual.drift.walking > 0)).toBe(true);
    expect(of("stable").every(({ usual }) => usual.drift.walking === 0)).toBe(true);
  });
});
