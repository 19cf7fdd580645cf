import { describe, expect, it } from "vitest";
import { mutationFigures, renderMutationFigures, type EquivalentMutant, type MutationReport } from "@/scripts/safety/mutation-figures";

const source = "const LIMIT = 3;\nexport const isHigh = (score: number) =>\n  score >= LIMIT;\n";
const mutant = (status: string, line = 3, replacement = "score > LIMIT") => ({ mutatorName: "EqualityOperator", replacement, status, location: { start: { line, column: 3 }, end: { line, column: 17 } } });
const report = (...statuses: string[]): MutationReport => ({ files: { "lib/domain/red-flags/high.ts": { source, mutants: statuses.map((status) => mutant(status)) }, "lib/domain/red-flags/types.ts": { source: "", mutants: [] } } });
const known: EquivalentMutant = { file: "lib/domain/red-flags/high.ts", line: "score >= LIMIT;", original: "score >= LIMIT", replacement: "score > LIMIT", reason: "scores are never 3" };

describe("the figures of mutation testing", () => {
  it("count what was noticed against what was not, and leave out what never ran", () => {
    const { rows, total } = mutationFigures(report("Killed", "Killed", "Timeout", "Survived", "NoCoverage", "CompileError", "Ignored"), []);
    expect(rows).toEqual([{ file: "lib/domain/red-flags/high.ts", killed: 2, survived: 1, noCoverage: 1, timeout: 1, score: 60 }]);
    expect(total.score).toBe(60);
  });
  it("explain a survivor by its place and its text, and still count it as alive", () => {
    const { equivalent, open, stale, total } = mutationFigures(report("Killed", "Survived"), [known]);
    expect([equivalent.length, open.length, stale.length, total.score]).toEqual([1, 0, 0, 50]);
    expect(equivalent[0]).toMatchObject({ reason: "scores are never 3", mutant: { line: 3, original: "score >= LIMIT" } });
  });
  it.each([{ replacement: "score < LIMIT" }, { original: "LIMIT" }, { line: "score <= 4" }, { file: "lib/domain/red-flags/low.ts" }])("explain no other one: %j", (other) => {
    const { equivalent, open, stale } = mutationFigures(report("Survived"), [{ ...known, ...other }]);
    expect([equivalent.length, open.length, stale.length]).toEqual([0, 1, 1]);
  });
  it("are a page that names each survivor", () => {
    const page = renderMutationFigures(mutationFigures(report("Killed", "Survived", "NoCoverage"), []), "2026-11-21");
    expect(page).toContain("| red-flags/high.ts | 1 | 0 | 1 | 1 | 33.3 % |");
    expect(page).toContain("- `red-flags/high.ts:3` `score >= LIMIT` became `score > LIMIT` (not covered)");
    expect(page).toContain("on 2026-11-21");
  });
});
