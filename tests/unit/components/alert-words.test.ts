import { describe, expect, it } from "vitest";
import { wordEvidence, wordRule, withName } from "@/components/alerts/alert-words";
import { wordAnswer } from "@/components/diary/answer-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import * as vocabulary from "@/lib/domain/check-in/vocabulary";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { messages } from "@/lib/i18n/messages";

const { checkIn, alerts, rules, common } = messages;
const texts: FlowTexts = { checkIn, alerts, rules, common: { ...common, help: common.help.button } };
const answers = checkIn.answers as unknown as Record<string, Record<string, string>>;

describe("the words of the check-in", () => {
  it("has the words of every sign, group and question", () => {
    expect(Object.keys(checkIn.signs).sort()).toEqual([...vocabulary.SIGNS].sort());
  });
  it.each([
    ["vision.loss", vocabulary.VISION_LOSSES], ["vision.eyes", vocabulary.EYES], ["vision.eyePain", vocabulary.EYE_PAINS],
    ["weakness.severity", vocabulary.WEAKNESS_SEVERITIES], ["walking.ability", vocabulary.WALKING_ABILITIES], ["bladder", vocabulary.BLADDERS],
    ["bowel", vocabulary.BOWELS], ["infection", vocabulary.INFECTIONS], ["triggers", vocabulary.TRIGGERS], ["onset", vocabulary.ONSETS],
  ] as const)("has a word for every answer of %s", (question, values) => {
    expect(Object.keys(answers[question]!).sort()).toEqual([...values].sort());
  });
  it("reads answers back in words", () => {
    const given = { vision: { eyes: "left", eyePain: "mild" }, numbness: { areas: ["left-arm", "saddle"] } } as const;
    expect(wordAnswer(checkIn, { ...given, numbness: { areas: [...given.numbness.areas] } }, "vision.eyes")).toBe("Left eye");
    expect(wordAnswer(checkIn, { numbness: { areas: ["left-arm", "saddle"] } }, "numbness.areas")).toBe("Numb: left arm and hand, between the legs, or bottom");
    expect(wordAnswer(checkIn, {}, "vision.eyes")).toBe("");
  });
});

describe("the words of an alert", () => {
  const gb = numbersFor("GB");
  it("puts the country's number into every rule, and leaves no placeholder", () => {
    for (const { id } of ALL_RULES) {
      const { name, says, reason } = wordRule(texts, id, gb);
      expect(`${name} ${says} ${reason}`, id).not.toMatch(/\{\w+\}/);
      expect(says, id).not.toBe("");
    }
  });
  it("names an unknown rule by its id instead of hiding it", () => {
    expect(wordRule(texts, "not-known-yet", gb)).toMatchObject({ name: "not-known-yet", reason: "not-known-yet" });
  });
  it("says which answers raised it, each once", () => {
    expect(wordEvidence(texts, [
      { field: "scores.vision", value: 9 }, { field: "onset.vision", value: "sudden" }, { field: "vision.eyePain", value: "severe" },
      { field: "signs", value: ["chest-pain", "confusion"] }, { field: "temperatureC", value: 39.2 }, { field: "profile.pregnant", value: true },
    ])).toEqual([
      "vision trouble 9 of 10", "it started: suddenly, in minutes", "severe eye pain", "pain or tightness in my chest, I am confused, or others say I am",
      "temperature 39.2 °C", "you are pregnant",
    ]);
  });
  it("does not say a number twice", () => {
    expect(withName({ tel: "111", show: "111", name: "NHS 111" })).toBe("NHS 111");
    expect(withName({ tel: "116123", show: "116 123", name: "Samaritans" })).toBe("Samaritans 116 123");
  });
});
