import { describe, expect, it } from "vitest";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import type { Group } from "@/scripts/alarm-burden/groups";
import { createDiary } from "@/scripts/alarm-burden/diary";
import { medicinesOn } from "@/scripts/alarm-burden/medicines";
import { createPerson } from "@/scripts/alarm-burden/person";
import { SEED } from "@/scripts/alarm-burden/seed";
import { liveYear } from "@/scripts/alarm-burden/year";

/** Two years one after the other, so that the diary is longer than what is kept. */
function longYear(group: Group, index: number) {
  const person = createPerson(group, index, SEED);
  const { entries, reactions } = liveYear(person);
  const later = entries.map(({ checkIn }) => ({ ...checkIn, recordedAt: new Date(checkIn.recordedAt.getTime() + 365 * 86_400_000) }));
  return { person, reactions, checkIns: [...entries.map(({ checkIn }) => checkIn), ...later] };
}

describe("the diary handed to the rules", () => {
  it.each([["relapsing", 0], ["relapsing", 3], ["progressive", 0], ["fluctuating", 2]] as const)("finds the same as the whole diary (%s, %i)", (group, index) => {
    const { person, reactions, checkIns } = longYear(group, index);
    const diary = createDiary();
    let shorter = 0;
    for (const [number, checkIn] of checkIns.entries()) {
      const relapses = reactions.recordedAt(checkIn.recordedAt);
      const history = diary.readAt(checkIn.recordedAt, relapses);
      if (number % 10 === 0) {
        const context = { now: checkIn.recordedAt, profile: person.profile, medications: medicinesOn(person.treatments, 300, person.startDay), relapses };
        expect(evaluate(checkIn, { ...context, history })).toEqual(evaluate(checkIn, { ...context, history: checkIns.slice(0, number) }));
        if (history.length < number) shorter += 1;
      }
      diary.add(checkIn);
    }
    expect(shorter).toBeGreaterThan(0);
  });
});
