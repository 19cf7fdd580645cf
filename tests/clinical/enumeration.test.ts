import { describe, expect, it } from "vitest";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluate, evaluateBy } from "@/lib/domain/red-flags/evaluate";
import type { Evaluation, Rule } from "@/lib/domain/red-flags/rule";
import { RUN_RULES } from "@/lib/domain/relapse/runs";
import { describeCase, RUN_SPACES, SPACES, TIMES } from "./enumeration/all";
import type { Case } from "./enumeration/draft";
import { pairCounter, rowsOf } from "./enumeration/space";
import { allByTheBook, LOWER_IDS } from "./oracle/lower-tiers";
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
      const found = byTheRules(evaluateBy(EMERGENCIES, drawn.checkIn, drawn.context));
      if (found.join() !== expected.join()) differences.push(difference(found, expected, drawn));
      // Every tenth by all 77 rules, as the product runs them.
      if (count % 10 === 0) differences.push(...differencesOfAll(drawn));
    }
    expect(differences.slice(0, 3)).toEqual([]);
    expect(counter.missed()).toBe(0);
    expect(count).toBeGreaterThan(500);
  }, 600_000);

  it("hold cases of every rule, so that agreeing means something", () => {
    expect([...timesFired].filter(([, times]) => times < 100)).toEqual([]);
  });
});

describe("all 77 rules against the second implementation", () => {
  const timesFired = new Map(ALL_RULES.map(({ id }) => [id, 0]));

  it.each(RUN_SPACES.map((space) => [space.name, space] as const))("agree on every case of %s", (_name, space) => {
    const differences: string[] = [];
    for (const row of rowsOf(space, TIMES)) {
      const drawn = row.build();
      differences.push(...differencesOfAll(drawn, timesFired));
    }
    expect(differences.slice(0, 3)).toEqual([]);
  }, 600_000);

  it("are the rules of the list", () => {
    expect(ALL_RULES.map(({ id }) => id)).toEqual([...EMERGENCY_IDS, ...LOWER_IDS]);
  });

  it("hold cases of every rule that rests on a run", () => {
    expect(RUN_RULES.filter((id) => timesFired.get(id)! < 30)).toEqual([]);
  });
});

const byTheBook = ({ checkIn, context }: Case): string[] =>
  emergenciesByTheBook(checkIn, context).map((id) => `${id} ${tierByTheBook(id, checkIn, context)}`);

const byTheRules = ({ alerts, couldNotCheck }: Evaluation): string[] =>
  [...alerts.map(({ ruleId, tier }) => `${ruleId} ${tier}`), ...couldNotCheck.map((id) => `could not check ${id}`)];

function differencesOfAll(drawn: Case, timesFired?: Map<string, number>): string[] {
  const { alerts, couldNotCheck } = evaluate(drawn.checkIn, drawn.context);
  const found = [...alerts.map(({ ruleId }) => ruleId), ...couldNotCheck.map((id) => `could not check ${id}`)];
  const expected = allByTheBook(drawn.checkIn, drawn.context);
  for (const id of expected) timesFired?.set(id, (timesFired.get(id) ?? 0) + 1);
  return found.join() === expected.join() ? [] : [difference(found, expected, drawn)];
}

const difference = (found: readonly string[], expected: readonly string[], drawn: Case): string =>
  `only the rules: ${found.filter((id) => !expected.includes(id)).join(", ") || "none"}; only the document: ${expected.filter((id) => !found.includes(id)).join(", ") || "none"}; ${describeCase(drawn)}`;
