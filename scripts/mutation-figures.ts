import { readFileSync, writeFileSync } from "node:fs";
import { dayOf } from "@/lib/domain/time";
import { mutationFigures, renderMutationFigures, SCORE_GOAL, type EquivalentMutant, type MutationReport } from "@/scripts/safety/mutation-figures";

/** Makes `docs/safety/mutation.md` from Stryker's report, the last step of `npm run mutation`. Exit code 1 below the goal. */
const report = JSON.parse(readFileSync("reports/mutation/mutation.json", "utf8")) as MutationReport;
const explained = JSON.parse(readFileSync("docs/safety/equivalent-mutants.json", "utf8")) as EquivalentMutant[];
const figures = mutationFigures(report, explained);
writeFileSync("docs/safety/mutation.md", renderMutationFigures(figures, dayOf(new Date(), "UTC")));

const { total, equivalent, open, stale } = figures;
console.log(`Mutation score ${total.score.toFixed(2)} %, goal ${SCORE_GOAL} %: ${total.killed + total.timeout} noticed, ${equivalent.length} the same program, ${open.length} open.`);
for (const { file, original, replacement } of stale) console.log(`No survivor any more, take it out of equivalent-mutants.json: ${file}: ${original} became ${replacement}`);
if (total.score < SCORE_GOAL) process.exitCode = 1;
