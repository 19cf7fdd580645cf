import type { AlertResponse } from "@/lib/domain/alerts/alert";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import type { Evaluation, Tier } from "@/lib/domain/red-flags/rule";
import { MINUTE_MS } from "@/lib/domain/time";
import { contextAt, type DemoCheckIn, type DemoPerson } from "@/prisma/demo/person";

export type JudgedDay = { checkIn: DemoCheckIn; evaluation: Evaluation };

/** The rules look back 180 days at most; a little more costs nothing and keeps the windows whole. */
const HISTORY_CHECK_INS = 200;

/** Runs the real rules over a whole diary, each check-in with what was known at its time, oldest first. */
export function judgeDiary(person: DemoPerson): JudgedDay[] {
  return person.checkIns.map((checkIn, index) => {
    const history = person.checkIns.slice(Math.max(0, index - HISTORY_CHECK_INS), index);
    const context = contextAt(person, checkIn.recordedAt, checkIn.day);
    return { checkIn, evaluation: evaluate(checkIn, { ...context, history }) };
  });
}

/** What the demo person did with an alert of each tier, and how long after. INFO is read and needs no answer. */
export const ANSWERS_BY_TIER: Record<Tier, { response: AlertResponse; afterMs: number } | null> = {
  EMERGENCY: { response: "called", afterMs: 7 * MINUTE_MS },
  URGENT: { response: "got-help", afterMs: 95 * MINUTE_MS },
  SOON: { response: "told-my-team", afterMs: 26 * 60 * MINUTE_MS },
  INFO: null,
};
