import { seededRandom } from "@/prisma/demo/random";
import { compareSamples, medianOf, type Comparison } from "@/tests/integration/support/two-samples";

export type Call = () => Promise<Response>;
export type Timed = Comparison & { answers: { known: Set<string>; unknown: Set<string> }; medians: { known: number; unknown: number } };

const WARM_UP = 20;

/**
 * Times two kinds of calls, one after the other, in an order drawn by lot: what slows the machine for a while then falls on both
 * alike. The first calls of each kind warm up and are not counted. Every answer is written down as `shapeOf` sees it.
 */
export async function timeInterleaved(known: readonly Call[], unknown: readonly Call[], seed: number): Promise<Timed> {
  const milliseconds = { known: [] as number[], unknown: [] as number[] };
  const answers = { known: new Set<string>(), unknown: new Set<string>() };
  const calls = [...known.map((call, i) => ({ kind: "known" as const, call, i })), ...unknown.map((call, i) => ({ kind: "unknown" as const, call, i }))];
  const warming = calls.filter(({ i }) => i < WARM_UP);
  for (const { kind, call, i } of [...warming, ...shuffled(calls.filter(({ i }) => i >= WARM_UP), seed)]) {
    const began = performance.now();
    const response = await call();
    const text = await response.text();
    const took = performance.now() - began;
    if (i >= WARM_UP) milliseconds[kind].push(took);
    answers[kind].add(shapeOf(response, text));
  }
  return { ...compareSamples(milliseconds.known, milliseconds.unknown), answers, medians: { known: medianOf(milliseconds.known), unknown: medianOf(milliseconds.unknown) } };
}

/** Status, headers and text of an answer; random parts of a cookie count by their length. */
const shapeOf = (response: Response, text: string): string => JSON.stringify([
  response.status, [...response.headers].map(([name, value]) => [name, name === "set-cookie" ? value.replace(/=[\w.-]+;/, (secret) => `=${secret.length};`) : value]), text,
]);

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const drawn = [...values];
  for (let i = drawn.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [drawn[i], drawn[j]] = [drawn[j]!, drawn[i]!];
  }
  return drawn;
}

/** One line of figures for the output of the test. */
export const figuresOf = (what: string, { gap, chance, medians }: Timed, size: number): string =>
  `${what}: ${size} + ${size} answers, medians ${medians.known.toFixed(3)} and ${medians.unknown.toFixed(3)} ms, largest gap ${gap.toFixed(4)}, chance ${chance.toPrecision(3)}`;
