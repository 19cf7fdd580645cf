import { dayOf } from "@/lib/domain/time";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { contextAt, DEMO_SEED, generatePerson } from "@/prisma/demo/person";
import { median } from "./load";

/** Microseconds of one judgement with 90 days of history, the median of many. */
export function evaluateMicroseconds(): number {
  const timeZone = "Europe/London";
  const now = new Date();
  const today = dayOf(now, timeZone);
  const person = generatePerson("relapsing", { seed: DEMO_SEED, lastDay: today, timeZone, days: 91 });
  const checkIn = person.checkIns.at(-1);
  if (!checkIn) throw new Error("The demo person has no check-in to judge.");
  const context = { ...contextAt(person, now, today), history: person.checkIns.slice(0, -1) };
  const times: number[] = [];
  for (let index = 0; index < 12_000; index += 1) {
    const began = process.hrtime.bigint();
    evaluate(checkIn, context);
    if (index >= 2_000) times.push(Number(process.hrtime.bigint() - began) / 1000); // the first ones run before the engine has compiled them
  }
  return median(times);
}
