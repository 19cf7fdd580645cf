import type { Answers } from "@/lib/domain/check-in/check-in";
import { BLADDERS, type BodyArea, BOWELS, USUAL_BLADDERS } from "@/lib/domain/check-in/vocabulary";
import { infection, judgedAfter, month, onset, recent, type Record, score, signs, temperature } from "../common";
import { put, usual } from "../draft";
import { type Dimension, each, none, type Space } from "../space";

const LISTS: readonly (readonly BodyArea[])[] = [
  [], ["saddle"], ["trunk"], ["left-arm", "left-leg"], ["left-face", "right-arm"], ["left-face", "right-face"], ["left-arm", "right-leg"], ["right-leg"],
  ["right-face", "left-leg", "trunk"], ["left-arm", "saddle"], ["right-leg", "trunk"], ["left-arm", "left-leg", "right-arm"], ["left-leg", "right-leg"],
];
const areas: Dimension = [none, ...each(LISTS, (draft, list) => put(draft, "numbness", { areas: [...list] }))];
const usualAreas: Dimension = [none, none, ...each([["saddle"], ["left-arm"], ["left-face", "trunk"], []] as const, (draft, list) => usual(draft, { numbness: [...list] }))];
const same: Record = ({ answers: { numbness, bladder, bowel } }): Answers => ({ ...(numbness && { numbness }), ...(bladder && { bladder }), ...(bowel && { bowel }) });
const RECORDS: readonly Record[] = [() => ({}), same, () => ({ numbness: { areas: [] } }), () => ({ numbness: { areas: ["left-arm", "saddle"] } })];

const bladder: Dimension = [none, ...each(BLADDERS, (draft, value) => { draft.answers.bladder = value; })];
const usualBladder: Dimension = [none, none, ...each(USUAL_BLADDERS, (draft, value) => usual(draft, { bladder: value }))];
const bowel: Dimension = [none, ...each(BOWELS, (draft, value) => { draft.answers.bowel = value; })];
const usualBowel: Dimension = [none, ...each(["usual", "leaking"] as const, (draft, value) => usual(draft, { bowel: value }))];
/** The other of the two bladder changes counts for "recurrent" as well. */
const otherChange: Record = ({ answers }) => ({ bladder: answers.bladder === "leaking" ? "hard-to-start" : "leaking", bowel: "constipated" });
const legs: Dimension = [none, none, ...each(
  [["left-leg"], ["left-leg", "right-leg"], ["left-arm"], []] as const, (draft, list) => put(draft, "weakness", { severity: "moderate", areas: [...list] }))];

export const SENSATION_SPACES: readonly Space[] = [
  {
    name: "numbness on one side", cases: 10_000,
    core: [areas, onset("numbness"), signs([[], ["sudden-dizzy"], ["back-pain"]])],
    rest: [
      usualAreas, score("numbness", [1, 3, 4, 6]), ...month(same, "numbness", [0, 3]), ...recent("one", RECORDS, "numbness"), ...recent("two", RECORDS, "numbness"),
      [none, ...each([true, false], (draft, doubleVision) => put(draft, "vision", { doubleVision }))], onset("vision"), judgedAfter,
    ],
  },
  {
    name: "bladder, bowel and saddle", cases: 10_000,
    core: [bladder, usualBladder, bowel, usualBowel],
    rest: [
      areas, onset("numbness"), usualAreas, legs, onset("weakness"), signs([[], ["back-pain"], ["confusion"]]), infection, temperature,
      ...month(same, "numbness", [0]).slice(0, 1), ...month(otherChange, "numbness", [0], "other month").slice(0, 1), ...recent("one", RECORDS, "numbness"), judgedAfter,
    ],
  },
];
