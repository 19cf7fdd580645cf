import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { judged, type Judged } from "../unit/domain/red-flags/properties/arbitraries";
import { TIMES } from "./enumeration/all";
import { allByTheBook } from "./oracle/lower-tiers";

vi.setConfig({ testTimeout: 600_000 });

/** Leaves out what the document does not settle: which of two check-ins or relapses of one instant is the last one. */
function settled({ checkIn, context }: Judged): Judged {
  const history = [...new Map(context.history.map((x) => [x.recordedAt.getTime(), x])).values()];
  const relapses = [...new Map(context.relapses.map((relapse) => [relapse.startedAt.getTime(), relapse])).values()];
  return { checkIn, context: { ...context, history, relapses } };
}

it("the second implementation finds the same in any valid diary", () => {
  fc.assert(fc.property(judged(), (given) => {
    const { checkIn, context } = settled(given);
    expect(evaluate(checkIn, context).alerts.map(({ ruleId }) => ruleId)).toEqual(allByTheBook(checkIn, context));
  }), { numRuns: TIMES * 1_500 });
});
