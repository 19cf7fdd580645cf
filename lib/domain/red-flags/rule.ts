import type { Findings } from "@/lib/domain/red-flags/findings";
import type { SourceKey } from "@/lib/domain/sources";

/** Highest first. */
export const TIERS = ["EMERGENCY", "URGENT", "SOON", "INFO"] as const;
export type Tier = (typeof TIERS)[number];

export type { RuleContext } from "@/lib/domain/red-flags/context";

/** One answer that raised an alert: where it stands and what it was. `value` is undefined for a computed finding. */
export type Evidence = { field: string; value?: string | number | boolean | readonly string[] };

export type Verdict = { kind: "fires"; evidence: Evidence[] } | { kind: "clear" };

/** What the rules judged before this one found: EMERGENCY first, then URGENT, SOON and INFO. */
export type Above = {
  /**
   * Whether one of these rules fires, or any of a tier. One that could not be checked counts as not firing: the rule that asks
   * speaks up rather than stay silent.
   */
  fires: (...rules: (string | Tier)[]) => boolean;
  /**
   * Whether none of them fires. Asked before anything quiet is said.
   * @throws Error when one of them could not be checked: nothing reassuring may rest on it
   */
  areSilent: (...rules: (string | Tier)[]) => boolean;
};

/** One rule, reading like its specification. Texts live in the messages under `rules.<id>`. */
export type Rule = {
  id: string;
  tier: Tier;
  /** raised by one whenever what fires it changes */
  version: number;
  sources: readonly SourceKey[];
  judge: (findings: Findings, above: Above) => Verdict;
};

export type RaisedAlert = { ruleId: string; ruleVersion: number; tier: Tier; evidence: Evidence[] };

/** The outcome of judging one check-in. `couldNotCheck` holds the ids of rules that failed: shown, never read as "fine". */
export type Evaluation = { alerts: RaisedAlert[]; couldNotCheck: string[] };
