import type { Sign } from "@/lib/domain/check-in/vocabulary";
import type { Day, FeltSign } from "./course";
import type { Draw, Weighted } from "./draw";
import type { Traits } from "./groups";

/** New illness and injury of a year that is no infection and no relapse: how often, for how many days. */
const REAL_SIGNS: readonly { sign: Sign; perYear: number; days: number }[] = [
  { sign: "lasting-headache", perYear: 0.05, days: 3 },
  { sign: "faint", perYear: 0.03, days: 1 },
  { sign: "sudden-dizzy", perYear: 0.03, days: 2 },
  { sign: "chest-pain", perYear: 0.015, days: 1 },
  { sign: "heart-odd", perYear: 0.02, days: 2 },
  { sign: "back-pain", perYear: 0.05, days: 4 },
  { sign: "head-injury", perYear: 0.02, days: 1 },
  { sign: "trouble-swallowing", perYear: 0.02, days: 2 },
  { sign: "bruising-bleeding", perYear: 0.015, days: 3 },
  { sign: "swollen-leg", perYear: 0.006, days: 3 },
  { sign: "mood-extreme", perYear: 0.015, days: 5 },
  { sign: "self-harm-thoughts", perYear: 0.02, days: 3 },
  { sign: "personality-change", perYear: 0.003, days: 10 },
  { sign: "face-swelling", perYear: 0.002, days: 1 },
  { sign: "yellow-skin", perYear: 0.001, days: 4 },
  { sign: "slurred-speech", perYear: 0.004, days: 2 },
  { sign: "face-droop", perYear: 0.002, days: 3 },
];

/** What is ticked to be on the safe side, or as an old feeling that was a little more today. */
const HARMLESS: Weighted<Sign> = [
  ["heart-odd", 14], ["sudden-dizzy", 12], ["faint", 8], ["lasting-headache", 18], ["back-pain", 18], ["chest-pain", 10],
  ["trouble-swallowing", 8], ["light-hurts", 4], ["bruising-bleeding", 4], ["slurred-speech", 2], ["confusion", 2],
];

/** The signs a person feels between two days. */
export function feltSigns(draw: Draw, traits: Traits, span: { from: Day; to: Day }): FeltSign[] {
  const years = (span.to - span.from) / 365;
  const some = (sign: () => Sign, perYear: number, days: number, isReal: boolean): FeltSign[] =>
    Array.from({ length: draw.poisson(perYear * years) }, () => {
      const from = draw.between(span.from, span.to);
      return { sign: sign(), from, to: from + days, isReal };
    });
  return [
    ...REAL_SIGNS.flatMap(({ sign, perYear, days }) => some(() => sign, perYear * traits.realSigns, days, true)),
    ...some(() => draw.weighted(HARMLESS), traits.harmlessTicks, 1, false),
  ];
}

/** Days on which a person falls; `growth` is how much more often by the end of the year. */
export function falls(draw: Draw, perYear: number, growth: number, span: { from: Day; to: Day }): Day[] {
  const count = draw.poisson((perYear * (span.to - span.from)) / 365);
  return Array.from({ length: count }, () => draw.between(span.from, span.to))
    .filter((day) => growth === 0 || draw.chance((1 + growth * Math.max(0, day / 365)) / (1 + growth)))
    .sort((one, other) => one - other);
}
