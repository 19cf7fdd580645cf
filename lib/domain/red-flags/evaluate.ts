import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import type { RuleContext } from "@/lib/domain/red-flags/context";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { Above, Evaluation, Rule, Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";

/** An entry older than this (exactly 7 days is not yet) no longer calls for help at once. Source: section 5, "Late entries". */
export const CAPPED_AFTER_MS = 7 * DAY_MS;

/**
 * Judges one check-in by every rule, as of its own moment. Alerts come in table order, EMERGENCY first. Check-ins of the
 * history at or after that moment are not used, so it may hold the judged one itself; superseded revisions are for the
 * caller to leave out. On an entry more than 7 days old EMERGENCY and URGENT are lowered to SOON. Never throws, and never
 * changes its input: a rule that fails is named in `couldNotCheck`, which is never to be read as "fine".
 */
export function evaluate(checkIn: JudgedCheckIn, context: RuleContext): Evaluation {
  return evaluateBy(ALL_RULES, checkIn, context);
}

/** The same by the rules given, in their order. */
export function evaluateBy(rules: readonly Rule[], checkIn: JudgedCheckIn, context: RuleContext): Evaluation {
  const evaluation: Evaluation = { alerts: [], couldNotCheck: [] };
  const findings = attempt(() => prepare(checkIn, context));
  const above = aboveOf(rules, evaluation);
  for (const { id, version, tier, judge } of rules) {
    const verdict = findings && attempt(() => judge(findings, above));
    if (!verdict) evaluation.couldNotCheck.push(id);
    else if (verdict.kind === "fires") evaluation.alerts.push({ ruleId: id, ruleVersion: version, tier, evidence: verdict.evidence });
  }
  if (attempt(() => context.now.getTime() - checkIn.recordedAt.getTime() > CAPPED_AFTER_MS)) {
    for (const alert of evaluation.alerts) alert.tier = tierWhenOld(alert.ruleId, alert.tier);
  }
  return evaluation;
}

/** Reads what was found so far. */
function aboveOf(rules: readonly Rule[], { alerts, couldNotCheck }: Evaluation): Above {
  const fires: Above["fires"] = (...asked) => alerts.some(({ ruleId, tier }) => asked.includes(ruleId) || asked.includes(tier));
  return {
    fires,
    areSilent: (...asked) => {
      if (fires(...asked)) return false;
      const failed = rules.find(({ id, tier }) => couldNotCheck.includes(id) && (asked.includes(id) || asked.includes(tier)));
      if (failed) throw new Error(`Nothing quiet can rest on a rule that could not be checked: ${failed.id}`);
      return true;
    },
  };
}

/** After all rules were judged, so that no INFO joins them. Danger to oneself keeps its tier however old the entry is. */
function tierWhenOld(ruleId: string, tier: Tier): Tier {
  return (tier === "EMERGENCY" || tier === "URGENT") && !ruleId.startsWith("self-harm-") ? "SOON" : tier;
}

/** The value, or null when the work throws. The one place that may go on after an error: the rule's id is reported. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
