import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { RuleContext } from "@/lib/domain/red-flags/context";
import { prepare } from "@/lib/domain/red-flags/findings";

/**
 * Whether a score stands above the person's own usual range, or is said to have begun lately (section 5, *Elevated*).
 * Decides which details the check-in asks. Without a baseline only a stated onset makes it true.
 */
export function isElevated(score: ScoreName, checkIn: JudgedCheckIn, context: RuleContext): boolean {
  return prepare(checkIn, context).change.isElevated(score);
}
