import type { Rule } from "@/lib/domain/red-flags/rule";

/** Every rule, in the table order of the specification: the order of judging and of showing. */
export const ALL_RULES: readonly Rule[] = [];

/** Changes whenever a rule is added, removed or changed; stored with each check-in. */
export const RULES_VERSION: string = "1";

/** The rule of an id; undefined for one this version does not know. */
export function findRule(id: string): Rule | undefined {
  return ALL_RULES.find((rule) => rule.id === id);
}
