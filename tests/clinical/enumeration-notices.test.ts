import { describe, expect, it } from "vitest";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluateBy } from "@/lib/domain/red-flags/evaluate";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { SPACES } from "./enumeration/all";
import type { Case } from "./enumeration/draft";
import { RESTS_ON, type Slip, SLIPS } from "./enumeration/slips";
import { rowsOf } from "./enumeration/space";
import { emergenciesByTheBook, EMERGENCY_IDS } from "./oracle/rules";

/** An enumeration that agrees proves little unless it would not agree with a broken rule. */
describe("the enumeration notices", () => {
  it.each(Object.entries(SLIPS))("a rule that %s", (name, slip) => {
    const concerned = EMERGENCY_IDS.filter((id) => (RESTS_ON[id] as readonly string[]).includes(name));
    expect(concerned).not.toEqual([]);
    expect(unnoticed(concerned, (rule, drawn) => ({ ...rule, judge: (_findings, above) => rule.judge(seen(slip, drawn), above) }))).toEqual([]);
  }, 120_000);

  it("a rule that is always silent", () => {
    expect(unnoticed(EMERGENCY_IDS, (rule) => ({ ...rule, judge: () => ({ kind: "clear" }) }))).toEqual([]);
  }, 120_000);

  it("a rule that always fires", () => {
    expect(unnoticed(EMERGENCY_IDS, (rule) => ({ ...rule, judge: () => ({ kind: "fires", evidence: [] }) }))).toEqual([]);
  }, 120_000);

  it("a rule that fails", () => {
    expect(unnoticed(EMERGENCY_IDS, (rule) => ({ ...rule, judge: () => { throw new Error("broken on purpose"); } }))).toEqual([]);
  }, 120_000);

  it("something of each of the 28 rules", () => {
    expect(Object.keys(RESTS_ON).sort()).toEqual([...EMERGENCY_IDS].sort());
    expect(Object.values(RESTS_ON).filter((slips) => slips.length < 2)).toEqual([]);
  });
});

function seen(slip: Slip, drawn: Case) {
  const { checkIn, context } = slip(drawn);
  return prepare(checkIn, context);
}

/** The rules that the whole enumeration cannot tell from their broken twins. It stops as soon as all are told. */
function unnoticed(ids: readonly string[], breakOnPurpose: (rule: Rule, drawn: Case) => Rule): string[] {
  const left = new Map(ALL_RULES.filter(({ id }) => ids.includes(id)).map((rule) => [rule.id, rule]));
  for (const drawn of turnByTurn()) {
    const expected = emergenciesByTheBook(drawn.checkIn, drawn.context);
    const broken = [...left.values()].map((rule) => breakOnPurpose(rule, drawn));
    const fired = evaluateBy(broken, drawn.checkIn, drawn.context).alerts.map(({ ruleId }) => ruleId);
    for (const { id } of broken) if (fired.includes(id) !== expected.includes(id)) left.delete(id);
    if (left.size === 0) break;
  }
  return [...left.keys()];
}

/** One case of each space, then the next of each: every kind of case comes early. */
function* turnByTurn(): Generator<Case> {
  let open = SPACES.map((space) => rowsOf(space));
  while (open.length > 0) {
    const drawn = open.map((rows) => ({ rows, next: rows.next() }));
    for (const { next } of drawn) if (!next.done) yield next.value.build();
    open = drawn.filter(({ next }) => !next.done).map(({ rows }) => rows);
  }
}
