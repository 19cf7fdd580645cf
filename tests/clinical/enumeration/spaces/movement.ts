import type { Answers } from "@/lib/domain/check-in/check-in";
import { WALKING_ABILITIES, WEAKNESS_SEVERITIES, type WeaknessArea } from "@/lib/domain/check-in/vocabulary";
import { heat, judgedAfter, mobility, month, onset, recent, type Record, relapses, score, signs, usualScores } from "../common";
import { put, usual } from "../draft";
import { type Dimension, each, none, type Space } from "../space";

// Walking

const ability: Dimension = [none, ...each(WALKING_ABILITIES, (draft, value) => put(draft, "walking", { ability: value }))];
const usualAbility: Dimension = [none, none, none, ...each(WALKING_ABILITIES, (draft, walking) => usual(draft, { walking }))];
const sameAbility = (by: number): Record => ({ answers: { walking } }): Answers => {
  const at = WALKING_ABILITIES.indexOf(walking?.ability ?? "unaided") + by;
  return { walking: { ability: WALKING_ABILITIES[Math.min(4, Math.max(0, at))]! } };
};
const ABILITIES: readonly Record[] = [() => ({}), ...[0, 0, -1, -2, -3, 1].map(sameAbility), () => ({ walking: { ability: "few-steps" } })];

export const cordSigns: Dimension = [none, none, ...each<Answers>([
  { bladder: "cannot-pass-urine" }, { bladder: "leaking" }, { bowel: "leaking" }, { numbness: { areas: ["trunk"] } }, { numbness: { areas: ["saddle"] } },
  { bladder: "urgency", bowel: "constipated", numbness: { areas: ["left-leg"] } },
], (draft, answers) => Object.assign(draft.answers, structuredClone(answers)))];

const walkingPast = [
  ...month(sameAbility(0), "walking", [0, 2, 4, 6]), ...month(sameAbility(-1), "walking", [0, 3], "other month").slice(0, 1),
  ...recent("one", ABILITIES, "walking"), ...recent("two", ABILITIES, "walking"), relapses,
];

// Weakness

const severity: Dimension = [none, ...each(WEAKNESS_SEVERITIES, (draft, value) => put(draft, "weakness", { severity: value }))];
const AREAS: readonly (readonly WeaknessArea[])[] = [
  [], ["left-arm"], ["left-arm", "left-leg"], ["left-leg", "right-leg"], ["left-arm", "right-leg"], ["left-face"], ["right-face", "right-arm"],
  ["trunk"], ["left-leg", "trunk"], ["left-leg", "right-leg", "left-arm"],
];
const areas: Dimension = [none, ...each(AREAS, (draft, list) => put(draft, "weakness", { areas: [...list] }))];
const usualWeakness: Dimension = [none, none, ...each([
  { severity: "mild", areas: ["left-arm"] }, { severity: "moderate", areas: ["left-leg", "right-leg"] }, { severity: "severe", areas: ["left-leg"] },
  { severity: "severe" }, { severity: "moderate", areas: [] }, { severity: "none" }, { severity: "mild", areas: ["left-arm", "left-leg", "right-leg", "left-face"] },
] as const, (draft, weakness) => usual(draft, { weakness: structuredClone(weakness) as never }))];

/** The severity of C by some grades, in its own areas or in those named. */
const sameWeakness = (by: number, named?: readonly WeaknessArea[]): Record => ({ answers: { weakness } }): Answers => {
  const at = WEAKNESS_SEVERITIES.indexOf(weakness?.severity ?? "none") + by;
  const where = named ?? weakness?.areas;
  return { weakness: { severity: WEAKNESS_SEVERITIES[Math.min(3, Math.max(0, at))]!, ...(where && { areas: [...where] }) } };
};
const WEAK: readonly Record[] = [
  () => ({}), sameWeakness(0), sameWeakness(0), sameWeakness(-1), sameWeakness(-2), sameWeakness(1), sameWeakness(0, ["left-arm"]), sameWeakness(-2, ["left-leg"]),
  sameWeakness(0, []), () => ({ weakness: { severity: "none" } }), () => ({ weakness: { severity: "mild" } }),
];
const weaknessPast = [...month(sameWeakness(0), "walking", [0]).slice(0, 1), ...recent("one", WEAK, "walking"), ...recent("two", WEAK, "walking"), relapses];

export const MOVEMENT_SPACES: readonly Space[] = [
  {
    name: "loss of walking", cases: 11_000,
    core: [ability, onset("walking"), score("walking", [3, 5, 7, 8, 9, 10]), cordSigns],
    rest: [mobility, usualAbility, usualScores("walking", [0, 3, 4, 7, 8]), ...walkingPast, judgedAfter],
  },
  {
    name: "weakness", cases: 11_000,
    core: [severity, areas, onset("weakness"), heat],
    rest: [mobility, usualWeakness, cordSigns, signs([[], ["sudden-dizzy"], ["head-injury"], ["back-pain"]]), ...weaknessPast, judgedAfter],
  },
];
