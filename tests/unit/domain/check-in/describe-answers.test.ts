import { describe, expect, it } from "vitest";
import { writeAnswer } from "@/lib/domain/check-in/answers";
import type { Answers } from "@/lib/domain/check-in/check-in";
import { describeAnswers, READING_ORDER, wasAskedForSigns, type TextPath } from "@/lib/domain/check-in/describe-answers";
import {
  BLADDERS, BODY_AREAS, BOWELS, EYE_PAINS, EYES, INFECTIONS, ONSETS, QUESTIONS, SIGNS, TRIGGERS, VISION_LOSSES, WALKING_ABILITIES,
  WEAKNESS_AREAS, WEAKNESS_SEVERITIES, type Question,
} from "@/lib/domain/check-in/vocabulary";
import texts from "@/lib/i18n/messages/en/checkIn.json";
import { answersSchema } from "@/lib/schemas/check-in";

/** Every value a question can have; numbers and yes/no by example. */
const VALUES: Record<Question, readonly (string | number | boolean)[]> = {
  "vision.loss": VISION_LOSSES, "vision.eyes": EYES, "vision.eyePain": EYE_PAINS, "vision.doubleVision": [true, false],
  "numbness.areas": BODY_AREAS, "weakness.severity": WEAKNESS_SEVERITIES, "weakness.areas": WEAKNESS_AREAS,
  "walking.ability": WALKING_ABILITIES, "walking.falls": [0, 3], "walking.timed25FootSeconds": [6.2], bladder: BLADDERS, bowel: BOWELS,
  temperatureC: [37.8], infection: INFECTIONS, triggers: TRIGGERS, signs: SIGNS,
  "onset.fatigue": ONSETS, "onset.numbness": ONSETS, "onset.vision": ONSETS, "onset.walking": ONSETS, "onset.weakness": ONSETS, "onset.signs": ONSETS,
};
const LISTS: readonly Question[] = ["numbness.areas", "weakness.areas", "infection", "triggers", "signs"];

const read = (path: TextPath): unknown => path.reduce<unknown>((from, key) => (from as Record<string, unknown> | undefined)?.[key], texts);
const answering = (question: Question, value: string | number | boolean): Answers =>
  writeAnswer({}, question, LISTS.includes(question) ? [String(value)] : value);
const cases = QUESTIONS.flatMap((question) => VALUES[question].map((value) => ({ question, value })));

describe("describeAnswers", () => {
  it("has a place for every question, once", () => {
    expect([...READING_ORDER].sort()).toEqual([...QUESTIONS].sort());
  });
  it("knows every field that a check-in can store", () => {
    const fields = Object.entries(answersSchema.shape).flatMap(([part, schema]) => {
      const inner = schema.unwrap();
      return "shape" in inner ? Object.keys(inner.shape).map((key) => `${part}.${key}`) : [part];
    });
    expect(fields.filter((field) => field !== "skipped").sort()).toEqual([...QUESTIONS].sort());
  });
  it.each(cases)("words $question = $value", ({ question, value }) => {
    const [line, ...others] = describeAnswers(answering(question, value));
    expect(others).toEqual([]);
    expect(line?.id).toBe(question);
    expect(read(line!.question)).toEqual(expect.stringMatching(/\w/));
    if (question.startsWith("onset.")) expect(read(line!.about!)).toEqual(expect.stringMatching(/\w/));
    if (line!.answer.kind === "chosen") {
      expect(line!.answer.texts).toHaveLength(1);
      expect(read(line!.answer.texts[0]!)).toEqual(expect.stringMatching(/\w/));
    } else {
      expect(line!.answer).toMatchObject({ kind: "number", value });
    }
  });
  it.each(QUESTIONS.map((question) => ({ question })))("keeps $question apart when it was skipped, answered and not asked", ({ question }) => {
    expect(describeAnswers({ skipped: [question] })).toMatchObject([{ id: question, answer: { kind: "skipped" } }]);
    expect(describeAnswers(answering(question, VALUES[question][0]!))[0]?.answer.kind).not.toBe("skipped");
    expect(describeAnswers({})).toEqual([]);
  });
  it.each(["numbness.areas", "infection", "triggers", "signs"] as const)("reads an empty list of %s as asked, and nothing of it", (question) => {
    expect(describeAnswers(writeAnswer({}, question, []))).toMatchObject([{ id: question, answer: { kind: "nothing" } }]);
  });
  it("reads weak without a part as one part that was not named", () => {
    expect(describeAnswers({ weakness: { areas: [] } })).toMatchObject([{ answer: { kind: "unnamed-area" } }]);
  });
  it("does not word a \"no\" like a skipped question", () => {
    expect(describeAnswers({ vision: { doubleVision: false }, skipped: ["vision.eyePain"] }).map(({ answer }) => answer)).toEqual([
      { kind: "skipped" }, { kind: "chosen", texts: [["answers", "vision.doubleVision", "false"]] },
    ]);
  });
  it("lists several parts in the order they were chosen", () => {
    expect(describeAnswers({ numbness: { areas: ["left-leg", "saddle"] } })[0]?.answer)
      .toEqual({ kind: "chosen", texts: [["answers", "areas", "left-leg"], ["answers", "areas", "saddle"]] });
  });
  it("gives each number its unit", () => {
    const units = describeAnswers({ temperatureC: 37.8, walking: { falls: 0, timed25FootSeconds: 6.2 } }).map(({ answer }) => answer);
    expect(units).toEqual([
      { kind: "number", unit: "falls", value: 0 }, { kind: "number", unit: "seconds", value: 6.2 }, { kind: "number", unit: "celsius", value: 37.8 },
    ]);
  });
});

describe("wasAskedForSigns", () => {
  it("is true for an answer, also an empty one, and for a skipped question", () => {
    expect([wasAskedForSigns({ signs: ["faint"] }), wasAskedForSigns({ signs: [] }), wasAskedForSigns({ skipped: ["signs"] })]).toEqual([true, true, true]);
  });
  it("is false when nothing tells that it was asked", () => {
    expect(wasAskedForSigns({ vision: { loss: "none" } })).toBe(false);
  });
});
