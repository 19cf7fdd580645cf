import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { countPeople, merge, nothing, type GroupFigures, type Part } from "./figures";
import { GROUPS, type Group } from "./groups";
import { WAYS, type Way } from "./person";

/** The figures of the groups, and of those people who live the same year filling in otherwise. */
export type Cohorts = Record<Way, GroupFigures[]>;

/** Small enough that two workers end at about the same time. */
const PART_SIZE = 25;
/** The comparisons need fewer people, and these groups only. */
const COMPARED: readonly Group[] = ["stable", "relapsing"];
const COMPARED_SHARE = 10;

export function partsOf(people: number, seed: number): Part[] {
  return WAYS.flatMap((way) => {
    const isMain = way === "as they are";
    const count = isMain ? people : Math.ceil(people / COMPARED_SHARE);
    return (isMain ? GROUPS : COMPARED).flatMap((group) => Array.from({ length: Math.ceil(count / PART_SIZE) }, (_, part): Part =>
      ({ group, way, seed, from: part * PART_SIZE, to: Math.min(count, (part + 1) * PART_SIZE) })));
  });
}

/** Counts every part in this process: for the slice of the tests. */
export const countHere = (people: number, seed: number): Cohorts => sumUp(partsOf(people, seed), countPeople);

type Run = {
  people: number;
  seed: number;
  workers: number;
  /** a folder in which counted parts are kept, so that a stopped run goes on; empty it after a change of rules or model */
  folder: string | undefined;
  /** told after each part how many are done */
  onPart: (done: number, all: number) => void;
};

/** Counts in worker threads. */
export async function countInWorkers({ people, seed, workers, folder, onPart }: Run): Promise<Cohorts> {
  if (folder) mkdirSync(folder, { recursive: true });
  const parts = partsOf(people, seed);
  const results = parts.map((part) => (folder ? readKept(fileOf(folder, part)) : null));
  const waiting = parts.map((_part, index) => index).filter((index) => results[index] === null);
  const oneWorker = () => new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    let current: number | undefined;
    const giveNext = () => {
      current = waiting.shift();
      if (current === undefined) worker.terminate().then(() => resolve(), reject);
      else worker.postMessage(parts[current]);
    };
    worker.on("message", (figures: GroupFigures) => {
      results[current!] = figures;
      if (folder) writeFileSync(fileOf(folder, parts[current!]!), JSON.stringify(figures));
      onPart(results.filter((known) => known !== null).length, parts.length);
      giveNext();
    });
    worker.on("error", reject);
    giveNext();
  });
  await Promise.all(Array.from({ length: workers }, oneWorker));
  return sumUp(parts, (_part, index) => results[index]!);
}

export const fileOf = (folder: string, { group, way, from, to, seed }: Part): string => join(folder, `${group} ${way} ${from}-${to} ${seed}.json`);

const readKept = (file: string): GroupFigures | null => (existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as GroupFigures) : null);

/** One sum for each group and way, its parts added in order: whichever worker was quicker, the figures are the same. */
function sumUp(parts: readonly Part[], figuresOf: (part: Part, index: number) => GroupFigures): Cohorts {
  const cohorts: Cohorts = { "as they are": [], "no details": [], "no onset": [] };
  parts.forEach((part, index) => {
    const sums = cohorts[part.way];
    let sum = sums.find(({ group }) => group === part.group);
    if (!sum) sums.push((sum = nothing(part.group)));
    merge(sum, figuresOf(part, index));
  });
  return cohorts;
}
