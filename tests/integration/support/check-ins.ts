import { v7 as uuidv7 } from "uuid";
import type { CheckInInput } from "@/lib/schemas/check-in";

/** A valid check-in of an ordinary day, made now. */
export function checkInBody(changes: Partial<CheckInInput> = {}): CheckInInput {
  const recordedAt = changes.recordedAt ?? new Date().toISOString();
  return {
    id: uuidv7(), revision: 1, recordedAt, enteredAt: recordedAt, timeZone: "Europe/London",
    scores: { fatigue: 4, numbness: 2, vision: 1, walking: 2 }, confirmedUnchanged: [], answers: { signs: [] }, rulesVersion: "1",
    deviceAlerts: [], deviceCouldNotCheck: [], ...changes,
  };
}

export const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
