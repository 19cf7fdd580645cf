import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { earlierTemperatures, judgedAfter, medicine, month, onset, recent, score, temperature, usualScores, usualTemperature } from "../common";
import type { Dimension, Space } from "../space";

const worsening = (name: ScoreName, others: readonly Dimension[]): Space => ({
  name: `fever with worse ${name}`, cases: 5_000,
  core: [temperature, onset(name), score(name, [2, 3, 6])],
  rest: [
    usualTemperature, earlierTemperatures, usualScores(name, [0, 3]), ...month(() => ({}), name, [0, 3]), ...recent("one", [() => ({})], name),
    ...recent("two", [() => ({})], name), medicine("anti-CD20", 365), ...others, judgedAfter,
  ],
});

export const FEVER_SPACES: readonly Space[] = [
  worsening("numbness", []), worsening("vision", []), worsening("walking", [onset("weakness")]), worsening("fatigue", []),
];
