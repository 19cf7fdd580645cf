import { type Case, T } from "./draft";
import type { Space } from "./space";
import { FEVER_SPACES } from "./spaces/fever";
import { MOVEMENT_SPACES } from "./spaces/movement";
import { RUN_SPACES } from "./spaces/runs";
import { SENSATION_SPACES } from "./spaces/sensation";
import { SIGN_SPACES } from "./spaces/signs";
import { VISION_SPACES } from "./spaces/vision";

export { RUN_SPACES };
export const SPACES: readonly Space[] = [...VISION_SPACES, ...MOVEMENT_SPACES, ...SENSATION_SPACES, ...SIGN_SPACES, ...FEVER_SPACES];

/** `DAYMARK_ENUMERATION=20 npm run unit -- enumeration` draws twenty times as many of the cases that are not exhaustive. */
export const TIMES = Number(process.env["DAYMARK_ENUMERATION"] ?? 1);

/** One line that says all of a case: ages in hours before C. */
export function describeCase({ checkIn, context }: Case): string {
  const ago = (instant: Date) => (T - instant.getTime()) / 3_600_000;
  return JSON.stringify({
    ...checkIn, recordedAt: undefined, timeZone: undefined, day: undefined,
    judgedAfter: -ago(context.now),
    history: context.history.map(({ recordedAt, timeZone: _zone, day: _day, ...rest }) => ({ hoursAgo: ago(recordedAt), ...rest })),
    medications: context.medications, profile: context.profile,
    relapses: context.relapses.map(({ startedAt, endedAt }) => ({ startedHoursAgo: ago(startedAt), ...(endedAt && { endedHoursAgo: ago(endedAt) }) })),
  });
}
