import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readAnswer } from "@/lib/domain/check-in/answers";
import { NEVER_DISCOUNTED_SIGNS, QUESTIONS, SIGNS } from "@/lib/domain/check-in/vocabulary";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { TIERS, type Evaluation } from "@/lib/domain/red-flags/rule";
import { answersSchema } from "@/lib/schemas/check-in";
import { profileSchema } from "@/lib/schemas/profile";
import { answers, judged, judgedInTime, profile, type Judged } from "./arbitraries";

vi.setConfig({ testTimeout: 60_000 }); // hundreds of diaries each, on a machine that may be busy

const NONE = TIERS.length;
/** 0 is EMERGENCY; the greater, the quieter. */
const highest = ({ alerts }: Evaluation): number => Math.min(NONE, ...alerts.map(({ tier }) => TIERS.indexOf(tier)));
const URGENT = TIERS.indexOf("URGENT");
const runs = { numRuns: 1_500 };

const judge = ({ checkIn, context }: Judged): Evaluation => evaluate(checkIn, context);

describe("whatever is answered and whatever the diary holds", () => {
  it("every rule can be judged, and the input stays as it was", () => {
    fc.assert(fc.property(judged(), (given) => {
      const before = structuredClone(given);
      const { alerts, couldNotCheck } = judge(deepFrozen(given));
      expect(couldNotCheck).toEqual([]);
      expect(given).toEqual(before);
      const order = ALL_RULES.map(({ id }) => id);
      expect(alerts.map(({ ruleId }) => order.indexOf(ruleId))).toEqual(alerts.map(({ ruleId }) => order.indexOf(ruleId)).toSorted((a, b) => a - b));
    }), runs);
  });

  it("one more sign never lowers the highest tier", () => {
    fc.assert(fc.property(judged(), fc.constantFrom(...SIGNS), ({ checkIn, context }, sign) => {
      const ticked = checkIn.signs ?? [];
      const more = { ...checkIn, signs: ticked.includes(sign) ? ticked : [...ticked, sign] };
      expect(highest(evaluate(more, context))).toBeLessThanOrEqual(highest(evaluate(checkIn, context)));
    }), runs);
  });

  it.each(["numbness", "vision", "walking", "weakness"] as const)("a sudden start of %s is never below URGENT", (key) => {
    fc.assert(fc.property(judgedInTime, ({ checkIn, context }) => {
      const sudden = { ...checkIn, onset: { ...checkIn.onset, [key]: "sudden" as const } };
      expect(highest(evaluate(sudden, context))).toBeLessThanOrEqual(URGENT);
    }), { numRuns: 600 });
  });

  it("a sign on the never-discounted list is never below URGENT", () => {
    fc.assert(fc.property(judgedInTime, fc.constantFrom(...NEVER_DISCOUNTED_SIGNS), ({ checkIn, context }, sign) => {
      const usual = { ...context, profile: { ...context.profile, usual: { ...context.profile.usual, signs: [sign] } } };
      const ticked = { ...checkIn, signs: [...new Set([...(checkIn.signs ?? []), sign])], onset: { ...checkIn.onset, signs: "usual" as const } };
      expect(highest(evaluate(ticked, usual))).toBeLessThanOrEqual(URGENT);
    }), runs);
  });

  it("danger to oneself is never below URGENT, however old the entry", () => {
    fc.assert(fc.property(judged(fc.integer({ min: 0, max: 400 }).map((days) => days * 86_400_000)), fc.constantFrom("self-harm-danger", "self-harm-thoughts"), ({ checkIn, context }, sign) => {
      expect(highest(evaluate({ ...checkIn, signs: [...(checkIn.signs ?? []).filter((other) => other !== sign), sign] }, context))).toBeLessThanOrEqual(URGENT);
    }), { numRuns: 500 });
  });

  it("an INFO never stands beside an EMERGENCY or URGENT, not even when they are lowered on an old entry", () => {
    fc.assert(fc.property(judged(), (given) => {
      const raised = judge(given).alerts.map(({ ruleId }) => ALL_RULES.find(({ id }) => id === ruleId)!.tier);
      if (raised.includes("EMERGENCY") || raised.includes("URGENT")) expect(raised).not.toContain("INFO");
    }), runs);
  });

  it("an old entry raises the same rules, only its alarms are SOON", () => {
    fc.assert(fc.property(judgedInTime, ({ checkIn, context }) => {
      const late = { ...context, now: new Date(checkIn.recordedAt.getTime() + 7 * 86_400_000 + 1) };
      const inTime = evaluate(checkIn, { ...context, now: checkIn.recordedAt }).alerts;
      expect(evaluate(checkIn, late).alerts.map(({ ruleId }) => ruleId)).toEqual(inTime.map(({ ruleId }) => ruleId));
    }), { numRuns: 500 });
  });
});

describe("the generated diaries", () => {
  it("are what the check-in and the profile let in, and leave no question out", () => {
    const answered = new Set<string>();
    fc.assert(fc.property(answers, profile, (said, known) => {
      expect(answersSchema.safeParse(said).error).toBeUndefined();
      expect(profileSchema.safeParse(known).error).toBeUndefined();
      for (const question of QUESTIONS) if (readAnswer(said, question) !== undefined) answered.add(question);
    }), { numRuns: 500 });
    expect([...answered].sort()).toEqual([...QUESTIONS].sort());
  });

  it("raise every tier, and most rules", () => {
    const raised = new Set<string>();
    fc.assert(fc.property(judged(), (given) => {
      for (const { ruleId } of judge(given).alerts) raised.add(ruleId);
    }), { numRuns: 2_000, seed: 20_260_310 });
    expect(raised.size).toBeGreaterThan(60);
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}
