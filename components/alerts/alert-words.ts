import type { FlowTexts } from "@/components/diary/flow-props";
import { findRule } from "@/lib/domain/red-flags/all";
import { placeholdersFor, type CountryNumbers, type PhoneNumber } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { SOURCES, type Source } from "@/lib/domain/sources";
import { fill } from "@/lib/i18n/fill";

export type RuleWords = { name: string; says: string; reason: string; doNotDrive: boolean };

/** The texts of a rule with the numbers of the person's country; a rule without texts is named by its id, never hidden. */
export function wordRule(texts: FlowTexts, ruleId: string, numbers: CountryNumbers): RuleWords {
  const found = (texts.rules as unknown as Record<string, Partial<RuleWords> | undefined>)[ruleId];
  const values = placeholdersFor(numbers);
  const says = fill(found?.says ?? "", values);
  return { name: found?.name ?? ruleId, says, reason: fill(found?.reason ?? found?.says ?? ruleId, values), doNotDrive: found?.doNotDrive === true };
}

/** "Samaritans 116 123"; a service whose name is its number is not said twice. */
export function withName({ name, show }: PhoneNumber): string {
  return !name ? show : name.includes(show) ? name : `${name} ${show}`;
}

/** The version of a rule and the documents it rests on. */
export function sourcesOf({ ruleId }: RaisedAlert): Source[] {
  return (findRule(ruleId)?.sources ?? []).map((key) => SOURCES[key]);
}
