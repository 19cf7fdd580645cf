import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { RuleContext } from "@/lib/domain/red-flags/context";
import { prepare, type Findings } from "@/lib/domain/red-flags/findings";

/** A jump: so much above the last value, or above what the rules compare with. Source: check-in vocabulary, section 1. */
export const JUMP = 3;

/**
 * The scores whose details are asked at once, in order: those that jumped, and those above the person's own usual range. What was
 * copied is not asked. Every score that could raise an alarm by itself is among them, so that a jump is asked about ("When did this
 * start?") before the score alone decides.
 *
 * @param history of the context must not hold the check-in itself
 */
export function scoresToAsk(checkIn: JudgedCheckIn, copied: readonly ScoreName[], context: RuleContext): ScoreName[] {
  const before = context.history.filter(({ recordedAt }) => recordedAt < checkIn.recordedAt);
  const last = before.reduce<JudgedCheckIn | null>((newest, item) => (newest && newest.recordedAt >= item.recordedAt ? newest : item), null);
  const findings = prepare(checkIn, context);
  return SCORE_NAMES.filter((name) => !copied.includes(name) && ((last && checkIn.scores[name] - last.scores[name] >= JUMP) || standsOut(findings, name)));
}

/** What cannot be judged does not stand out; the rules themselves say that they could not be checked. */
function standsOut({ comparison, change }: Findings, name: ScoreName): boolean {
  try {
    return [comparison.rise(name), comparison.weekRise(name)].some((rise) => rise !== undefined && rise >= JUMP) || change.isElevated(name);
  } catch {
    return false;
  }
}
