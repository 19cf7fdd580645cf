import { v7 as uuidv7 } from "uuid";
import type { ClinicResultInput, TimedWalkInput } from "@/lib/schemas/measure";

/** A finished timed walk of this moment. */
export function walkBody(more: Partial<TimedWalkInput> = {}): TimedWalkInput {
  return {
    id: uuidv7(), kind: "timed-walk", recordedAt: new Date().toISOString(), timeZone: "UTC",
    details: { aid: "unaided", runs: [{ kind: "timed", seconds: 6.1, by: "phone" }, { kind: "timed", seconds: 6.2, by: "typed" }] }, ...more,
  };
}

/** An EDSS number of some days ago. */
export function edssBody(more: object = {}): ClinicResultInput {
  return { id: uuidv7(), kind: "edss", recordedAt: new Date().toISOString(), timeZone: "UTC", day: "2026-01-15", value: 3.5, details: {}, ...more } as ClinicResultInput;
}
