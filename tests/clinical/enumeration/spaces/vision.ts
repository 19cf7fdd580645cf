import type { Answers } from "@/lib/domain/check-in/check-in";
import { EYES, VISION_LOSSES, type VisionLoss } from "@/lib/domain/check-in/vocabulary";
import { alsoSign, heat, judgedAfter, month, onset, recent, type Record, relapses, score, signs, usualScores } from "../common";
import { put, usual } from "../draft";
import { type Dimension, each, none, type Space } from "../space";

const loss: Dimension = [none, ...each(VISION_LOSSES, (draft, value) => put(draft, "vision", { loss: value }))];
const eyes: Dimension = [none, ...each(EYES, (draft, value) => put(draft, "vision", { eyes: value }))];
const eyePain: Dimension = [none, ...each(["severe", "mild"] as const, (draft, value) => put(draft, "vision", { eyePain: value }))];
const doubleVision: Dimension = [none, ...each([true, false], (draft, value) => put(draft, "vision", { doubleVision: value }))];

const usualEyes: Dimension = [none, none, ...each([
  { loss: "blurred" }, { loss: "partial", eyes: "left" }, { loss: "complete", eyes: "right" }, { loss: "complete" }, { loss: "none", eyes: "both" },
  { loss: "partial", eyes: "both" }, { doubleVision: true },
] as const, (draft, vision) => usual(draft, { vision }))];

/** The loss C ticked, `by` grades worse (or better), for the eye named. */
const sameLoss = (by: number, named?: "left" | "right" | "both" | "none"): Record => ({ answers: { vision } }): Answers => {
  const worse: VisionLoss | undefined = VISION_LOSSES[VISION_LOSSES.indexOf(vision?.loss ?? "none") + by];
  const which = named ?? vision?.eyes;
  return { vision: { loss: worse ?? "none", ...(which && which !== "none" && { eyes: which }), ...(vision?.doubleVision && { doubleVision: true }) } };
};
const RECORDS: readonly Record[] = [
  () => ({}), sameLoss(0), sameLoss(0), sameLoss(-1), sameLoss(-2), sameLoss(1), sameLoss(0, "left"), sameLoss(-1, "left"), sameLoss(-2, "right"), sameLoss(0, "none"),
  sameLoss(-1, "both"), () => ({ vision: { doubleVision: true } }), () => ({ vision: { doubleVision: false } }), () => ({ vision: { loss: "none" } }),
];

const past = (levels: readonly number[]) => [...month(sameLoss(0), "vision", levels), ...recent("one", RECORDS, "vision"), ...recent("two", RECORDS, "vision"), relapses];

export const VISION_SPACES: readonly Space[] = [
  {
    name: "loss of sight", cases: 11_000,
    core: [loss, eyes, onset("vision"), eyePain, score("vision", [2, 5, 6, 7, 8, 10])],
    rest: [usualEyes, usualScores("vision", [0, 5, 6, 8]), ...past([0, 1, 3, 5, 6, 8]), judgedAfter],
  },
  {
    name: "double vision beside signs", cases: 9_000,
    core: [doubleVision, onset("vision"), signs([[], ["sudden-dizzy"], ["worst-headache"], ["lasting-headache"], ["sudden-dizzy", "stiff-neck"], ["head-injury"]])],
    rest: [score("vision", [0, 3, 4, 6]), usualEyes, ...past([0, 3]), loss, eyes],
  },
  {
    name: "changed vision in pregnancy", cases: 9_000,
    core: [
      [none, ...each([{ pregnant: true }, { postpartum: true }, { pregnant: false, postpartum: false }], (draft, given) => { Object.assign(draft.profile, given); })],
      signs([["lasting-headache"], ["worst-headache"], []]), onset("vision"), score("vision", [1, 2, 3, 4, 5, 8]),
    ],
    rest: [
      heat, loss, eyes, usualEyes, doubleVision, usualScores("vision", [0, 1, 2]), ...past([0, 1, 2, 3]), alsoSign("light-hurts"),
      // Days in the heat, for the usual range in heat: five dates, four, one too old, one inside a relapse.
      [none, ...each([
        [[9, 3], [11, 3], [13, 4], [15, 4], [17, 6]], [[9, 6], [11, 6], [13, 6], [15, 6]], [[9, 3], [11, 3], [13, 3], [15, 3], [179, 5]],
        [[9, 6], [11, 6], [13, 6], [15, 6], [181, 6]], [[6.5, 6], [11, 6], [13, 6], [15, 6], [17, 6]],
      ] as const, (draft, list) => {
        for (const [days, vision] of list) draft.past.push({ age: days * 86_400_000, answers: { triggers: ["heat"] }, scores: { vision } });
      })],
    ],
  },
];
