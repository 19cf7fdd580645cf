import type { JudgedCheckIn, Medication } from "@/lib/domain/check-in/check-in";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";

/** One sentence: a key of `rules.say` and the values of its placeholders. */
export type SayPart = { key: string; values: Record<string, string | number> };

/** What to tell the emergency service, first person, from the answers. Under 35 words once worded. */
export function whatToSay(_checkIn: JudgedCheckIn, _alerts: readonly RaisedAlert[], _medications: readonly Medication[], _now: Date): SayPart[] {
  return [];
}

/** Words the parts, given the texts under `rules.say`. */
export function wordSay(_parts: readonly SayPart[], _texts: Record<string, string>): string {
  return "";
}
