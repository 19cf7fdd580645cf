import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { RuleContext } from "@/lib/domain/red-flags/context";

/** Whether a score stands above the person's own usual range. Decides which details the check-in asks. */
export function isElevated(_score: ScoreName, _checkIn: JudgedCheckIn, _context: RuleContext): boolean {
  return false;
}
