import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { RuleContext } from "@/lib/domain/red-flags/context";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { prepare } from "@/lib/domain/red-flags/findings";

/** How far an open relapse has gone. The person, not the app, closes it. */
export type Recovery = "recovered" | "partly" | "not-yet";

/**
 * How far the latest open relapse has gone as of a check-in: *recovered* while `relapse-recovered` fires, *partly* once the scores
 * of numbness, vision and walking together have come down by at least half of their peak above the usual of before. Null without
 * an open relapse, or without a usual to compare with. Source: section 5, "Recovery".
 */
export function recoveryOf(checkIn: JudgedCheckIn, context: RuleContext): Recovery | null {
  const hasHalved = prepare(checkIn, context).recovery.hasHalved();
  if (hasHalved === null) return null;
  if (evaluate(checkIn, context).alerts.some(({ ruleId }) => ruleId === "relapse-recovered")) return "recovered";
  return hasHalved ? "partly" : "not-yet";
}
