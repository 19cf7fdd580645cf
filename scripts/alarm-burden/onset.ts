import type { Onset, ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Draw, Weighted } from "./draw";
import type { Cause } from "./feeling";

/** What a person says to "When did this start?"; the rest skip it (see `Habits.answers`). */
type Says = Weighted<Onset>;

const TODAY: Record<Cause["kind"], Says> = {
  // A bad day that began today: most say so, a third call such days usual. One in a hundred says "suddenly".
  "bad-spell": [["hours", 58], ["usual", 35], ["days", 4], ["gradual", 2], ["sudden", 1]],
  none: [["usual", 50], ["hours", 38], ["days", 7], ["gradual", 4], ["sudden", 1]],
  heat: [["hours", 65], ["usual", 32], ["days", 2], ["sudden", 1]],
  infection: [["hours", 65], ["days", 22], ["usual", 12], ["sudden", 1]],
  relapse: [["hours", 62], ["days", 24], ["sudden", 6], ["gradual", 4], ["usual", 4]],
};
const LATER: Record<Cause["kind"], Says> = {
  "bad-spell": [["days", 52], ["usual", 38], ["hours", 6], ["gradual", 4]],
  none: [["usual", 50], ["days", 26], ["gradual", 14], ["hours", 10]],
  heat: [["days", 42], ["usual", 38], ["hours", 20]],
  infection: [["days", 70], ["usual", 20], ["hours", 10]],
  relapse: [["days", 80], ["gradual", 9], ["usual", 6], ["hours", 4], ["sudden", 1]],
};
/** After three weeks a relapse is slowly becoming how things are. */
const LONG_AFTER: Says = [["days", 35], ["gradual", 30], ["usual", 35]];
/** Where the usual itself is going up, "slowly" is what is true. */
const SLOWLY: Says = [["gradual", 55], ["usual", 32], ["days", 10], ["hours", 3]];

/** A finding that is the old one, no worse and in no other place: nearly all say so, also on a bad day. */
const OWN: Says = [["usual", 84], ["gradual", 4], ["hours", 7], ["days", 4], ["sudden", 1]];

const TODAY_DAYS = 0.8;
const LONG_DAYS = 21;

/** When a person says that a score's trouble began, given what is behind it. */
export function saysOnset(draw: Draw, name: ScoreName, cause: Cause, at: number, isWorsening: boolean, wasThereBefore: boolean): Onset {
  if (cause.kind === "none") {
    if (isWorsening && name !== "vision") return draw.weighted(SLOWLY);
    return draw.weighted(wasThereBefore ? LATER.none : TODAY.none);
  }
  const age = at - cause.since;
  if (age <= TODAY_DAYS) return draw.weighted(TODAY[cause.kind]);
  return draw.weighted(cause.kind === "relapse" && age > LONG_DAYS ? LONG_AFTER : LATER[cause.kind]);
}

/** The same for a weakness that the person lives with. */
export const saysOfOwnFinding = (draw: Draw): Onset => draw.weighted(OWN);
