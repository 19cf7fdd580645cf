import fc from "fast-check";
import { expect, it } from "vitest";
import {
  BLADDERS, BODY_AREAS, BOWELS, EYES, INFECTIONS, MEDICINE_CLASSES, ONSETS, SIGNS, VISION_LOSSES, WALKING_ABILITIES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES,
} from "@/lib/domain/check-in/vocabulary";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { countWords, whatToSay, wordSay } from "@/lib/domain/red-flags/what-to-say";
import rules from "@/lib/i18n/messages/en/rules.json";
import { context, entry, NOW, type Entry } from "../diary";

const { say } = rules;

const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 4 });
it("stays under 35 words and has a text for each part, whatever was answered", () => {
  const answers = fc.record({
    loss: some(VISION_LOSSES), eyes: some(EYES), pain: some(["severe"] as const), double: fc.boolean(), ability: some(WALKING_ABILITIES), severity: some(WEAKNESS_SEVERITIES),
    weak: fc.subarray([...WEAKNESS_AREAS]), numb: fc.subarray([...BODY_AREAS]), bladder: some(BLADDERS), bowel: some(BOWELS), onset: some(ONSETS),
    infection: fc.subarray([...INFECTIONS]), signs: fc.subarray([...SIGNS]), temperature: some([35, 38.5, 39.4]),
  }).map((a): Entry => ({
    scores: { vision: 9, walking: 9 }, signs: a.signs, infection: a.infection, numbness: { areas: a.numb },
    vision: { ...(a.loss && { loss: a.loss }), ...(a.eyes && { eyes: a.eyes }), ...(a.pain && { eyePain: a.pain }), doubleVision: a.double },
    ...(a.ability && { walking: { ability: a.ability } }), ...(a.severity && { weakness: { severity: a.severity, areas: a.weak } }),
    ...(a.bladder && { bladder: a.bladder }), ...(a.bowel && { bowel: a.bowel }), ...(a.temperature && { temperatureC: a.temperature }),
    ...(a.onset && { onset: { vision: a.onset, walking: a.onset, weakness: a.onset, numbness: a.onset, signs: a.onset } }),
  }));
  const medicines = fc.array(fc.record({ class: fc.constantFrom(...MEDICINE_CLASSES), name: fc.string({ maxLength: 120 }), lastDoseOn: fc.constant("2026-03-08") }), { maxLength: 4 });
  fc.assert(fc.property(answers, medicines, fc.integer({ min: 0, max: 400 }), (fields, medications, hours) => {
    const checkIn = entry(hours * 3_600_000, fields);
    const { alerts } = evaluate(checkIn, context({ medications, profile: { pregnant: true } }));
    const parts = whatToSay(checkIn, alerts, medications, NOW);
    expect(parts.map(({ key }) => key).filter((key) => !(key in say))).toEqual([]);
    const text = wordSay(parts, say);
    expect(countWords(text)).toBeLessThan(35);
    if (alerts.length > 0) expect(parts.some(({ kind }) => kind === "happened")).toBe(true);
    expect(text.startsWith(say.ms)).toBe(true);
  }), { numRuns: 600 });
});
