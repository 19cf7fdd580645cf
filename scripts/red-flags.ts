import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { TIERS } from "@/lib/domain/red-flags/rule";
import { stageVignette, type Vignette } from "@/lib/domain/red-flags/vignette";
import { parseVignette } from "@/lib/schemas/vignette";

/**
 * Runs the red-flag rules over a file of vignettes: `npm run -s red-flags -- FILE`. Prints one JSON line for each, in the
 * order of the file, with every rule that fires. Bad input is one sentence on stderr and exit code 2, and nothing is printed.
 */
function main([file, ...rest]: string[]): void {
  if (file === undefined || rest.length > 0) return refuse("Name one file of vignettes: npm run -s red-flags -- FILE");
  const read = readVignettes(file);
  if ("refusal" in read) return refuse(read.refusal);
  const lines: string[] = [];
  for (const vignette of read.vignettes) {
    const { checkIn, context } = stageVignette(vignette);
    const { alerts, couldNotCheck } = evaluate(checkIn, context);
    if (couldNotCheck.length > 0) return refuse(`Vignette ${vignette.id}: these rules could not be checked: ${couldNotCheck.join(", ")}.`, 1);
    const tier = TIERS.find((candidate) => alerts.some((alert) => alert.tier === candidate)) ?? "none";
    lines.push(JSON.stringify({ id: vignette.id, tier, rules: alerts.map(({ ruleId }) => ruleId) }));
  }
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}

function readVignettes(file: string): { vignettes: Vignette[] } | { refusal: string } {
  let text: string;
  try {
    // npm runs scripts in the project folder; the path was typed in the folder npm was called from.
    text = readFileSync(resolve(process.env["INIT_CWD"] ?? "", file), "utf8");
  } catch {
    return { refusal: `The file ${file} cannot be read.` };
  }
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    return { refusal: `The file ${file} is not JSON.` };
  }
  if (!Array.isArray(values)) return { refusal: `The file ${file} does not hold a list of vignettes.` };
  const vignettes: Vignette[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = parseVignette(value, index + 1);
    if (!parsed.ok) return { refusal: `Vignette ${parsed.problem.vignette}: the field ${parsed.problem.field} ${wording(parsed.problem.problem)}.` };
    vignettes.push(parsed.vignette);
  }
  return { vignettes };
}

/** A verb for what zod says ("invalid input: expected string"), unless it has one. */
const wording = (problem: string): string => (/^(is|must) /.test(problem) ? problem : `is wrong (${problem})`);

function refuse(sentence: string, exitCode = 2): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = exitCode;
}

main(process.argv.slice(2));
