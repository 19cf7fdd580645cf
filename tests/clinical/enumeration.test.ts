import { describe, expect, it } from "vitest";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluate, evaluateBy } from "@/lib/domain/red-flags/evaluate";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { describeCase, SPACES, TIMES } from "./enumeration/all";
import type { Case } from "./enumeration/draft";
import { pairCounter, rowsOf } from "./enumeration/space";
import { emergenciesByTheBook, EMERGENCY_IDS, tierByTheBook } from "./oracle/rules";

const EMERGENCIES: readonly Rule[] = ALL_RULES.filter(({ id }) => EMERGENCY_IDS.includes(id));

describe("the emergency rules against the second implementation", () => {
  const timesFired = new Map(EMERGENCY_IDS.map((id) => [id, 0]));

  it.each(SPACES.map((space) => [space.name, space] as const))("agree on every case of %s", (_name, space) => {
    const counter = pairCounter(space);
    const differences: string[] = [];
    let count = 0;
    for (const row of rowsOf(space, TIMES)) {
      counter.see(row);
      count += 1;
      const drawn = row.build();
      const expected = byTheBook(drawn);
      for (const name of expected) timesFired.set(name.split(" ")[0]!, timesFired.get(name.split(" ")[0]!)! + 1);
      // Every tenth by the whole list, as the product runs it; the others by the rules compared, ten times as fast.
      const found = byTheRules(drawn, count % 10 === 0);
      if (found.join() !== expected.join() && differences.length < 3) {
        differences.push(`rules: ${found.join(", ") || "none"}; document: ${expected.join(", ") || "none"}; ${describeCase(drawn)}`);
      }
    }
    expect(differences).toEqual([]);
    expect(counter.missed()).toBe(0);
    expect(count).toBeGreaterThan(500);
  }, 600_000);

  it("hold cases of every rule, so that agreeing means something", () => {
    expect([...timesFired].filter(([, times]) => times < 100)).toEqual([]);
  });
});

const byTheBook = ({ checkIn, context }: Case): string[] =>
  emergenciesByTheBook(checkIn, context).map((id) => `${id} ${tierByTheBook(id, checkIn, context)}`);

function byTheRules({ checkIn, context }: Case, isWhole: boolean): string[] {
  const { alerts, couldNotCheck } = isWhole ? evaluate(checkIn, context) : evaluateBy(EMERGENCIES, checkIn, context);
  if (couldNotCheck.length > 0) return [`could not check ${couldNotCheck.join(", ")}`];
  return alerts.filter(({ ruleId }) => EMERGENCY_IDS.includes(ruleId)).map(({ ruleId, tier }) => `${ruleId} ${tier}`);
}
