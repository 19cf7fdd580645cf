import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { RuleContext } from "@/lib/domain/red-flags/context";

/** Everything the rules read of one check-in, worked out once and only when a rule asks for it. */
export type Findings = { readonly checkIn: JudgedCheckIn };

export function prepare(checkIn: JudgedCheckIn, _context: RuleContext): Findings {
  return { checkIn };
}
