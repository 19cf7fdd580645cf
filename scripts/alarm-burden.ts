// `npm run alarm-burden`: a thousand made-up people of each group live a year through the real rules; the figures go to docs/safety.
// `-- --people 100 --seed 5 --workers 1 --out /tmp/somewhere` for a quick look; `-- --slice` renews the figures that the tests compare,
// `-- --redraw` the page and the chart from the figures that are there,
// `-- --parts FOLDER` keeps what is counted there, so that a run that was stopped goes on.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { RULES_VERSION } from "@/lib/domain/red-flags/all";
import { chartOf } from "./alarm-burden/chart";
import { countHere, countInWorkers } from "./alarm-burden/parts";
import { reportOf } from "./alarm-burden/report";
import { SEED, SLICE_PEOPLE } from "./alarm-burden/seed";
import { summarise, type Summary } from "./alarm-burden/summary";
import { tableForTerminal } from "./alarm-burden/terminal";

const SLICE = "tests/unit/alarm-burden/slice.json";

const json = (summary: Summary): string => `${JSON.stringify(summary, null, 2)}\n`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: {
    people: { type: "string", default: "1000" }, seed: { type: "string", default: String(SEED) },
    workers: { type: "string", default: "2" }, out: { type: "string", default: "docs/safety" }, slice: { type: "boolean", default: false },
    redraw: { type: "boolean", default: false }, parts: { type: "string" },
  } });
  if (values.slice) return writeFileSync(SLICE, json(summarise(countHere(SLICE_PEOPLE, SEED), SEED, "")));
  if (values.redraw) return draw(JSON.parse(readFileSync(join(values.out, "alarm-burden.json"), "utf8")) as Summary, values.out);
  const [people, seed, workers] = [values.people, values.seed, values.workers].map(Number) as [number, number, number];
  if (![people, workers].every((value) => Number.isInteger(value) && value > 0) || !Number.isInteger(seed)) throw new RangeError("--people, --seed and --workers are whole numbers");
  const began = Date.now();
  const cohorts = await countInWorkers({ people, seed, workers, folder: values.parts, onPart: (done, parts) => {
    if (done % 12 === 0 || done === parts) process.stdout.write(`${done} of ${parts} parts after ${Math.round((Date.now() - began) / 1000)} s\n`);
  } });
  const summary = summarise(cohorts, seed, RULES_VERSION);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "alarm-burden.json"), json(summary));
  draw(summary, values.out);
  process.stdout.write(`\n${tableForTerminal(summary)}\nWritten to ${values.out}: alarm-burden.md, .svg and .json\n`);
}

function draw(summary: Summary, folder: string): void {
  writeFileSync(join(folder, "alarm-burden.md"), reportOf(summary));
  writeFileSync(join(folder, "alarm-burden.svg"), chartOf(summary));
}

await main();
