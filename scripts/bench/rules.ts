import { evaluate } from "@/lib/domain/red-flags/evaluate";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { dayOf } from "@/lib/domain/time";
import { contextAt, DEMO_SEED, generatePerson } from "@/prisma/demo/person";
import { median } from "./load";

/** A day on which nearly every rule has something to look at. */
const BAD_DAY: Partial<JudgedCheckIn> = {
  scores: { fatigue: 9, numbness: 8, vision: 7, walking: 8 }, signs: ["lasting-headache"], infection: ["cough"],
  vision: { loss: "blurred", eyes: "left" }, weakness: { severity: "moderate", areas: ["left-leg"] },
  numbness: { areas: ["left-arm"] }, walking: { ability: "two-aids" },
};

/** Microseconds of one judgement by all rules with so many days of history, the median of many; the newest day as it is, or a bad one. */
export function evaluateMicroseconds(days: number, day: "ordinary" | "bad"): number {
  const timeZone = "Europe/London";
  const now = new Date();
  const today = dayOf(now, timeZone);
  const person = generatePerson("relapsing", { seed: DEMO_SEED, lastDay: today, timeZone, days: days + 1 });
  const newest = person.checkIns.at(-1);
  if (!newest) throw new Error("The demo person has no check-in to judge.");
  const checkIn = day === "bad" ? { ...newest, ...BAD_DAY } : newest;
  const context = { ...contextAt(person, now, today), history: person.checkIns.slice(0, -1) };
  const times: number[] = [];
  for (let index = 0; index < 8_000; index += 1) {
    const began = process.hrtime.bigint();
    evaluate(checkIn, context);
    if (index >= 2_000) times.push(Number(process.hrtime.bigint() - began) / 1000); // the first ones run before the engine has compiled them
  }
  return median(times);
}
