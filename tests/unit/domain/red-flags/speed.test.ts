import { expect, it } from "vitest";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { context, daily, entry } from "./diary";

it("judges a 90-day diary in well under a millisecond", () => {
  const given = context({ history: daily(90, 1) });
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now();
    evaluate(entry(0, { scores: { vision: 9 } }), given);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[150]!).toBeLessThan(1);
});
