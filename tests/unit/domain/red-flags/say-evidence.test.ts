import { describe, expect, it } from "vitest";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import { happenedKeys, topicOf } from "@/lib/domain/red-flags/say-evidence";

type Value = Evidence["value"];
const evidence = (fields: Record<string, Value>): Evidence[] => Object.entries(fields).map(([field, value]) => (value === undefined ? { field } : { field, value }));
const keys = (fields: Record<string, Value>) => happenedKeys(evidence(fields)).map(({ key }) => key);

describe("what the evidence says happened", () => {
  it.each<[string, Record<string, Value>, string[]]>([
    ["a loss of sight with its eye", { "vision.loss": "partial", "vision.eyes": "left" }, ["sight-partial-left"]],
    ["a loss of sight without an eye", { "vision.loss": "complete" }, ["sight-complete-unnamed"]],
    ["no loss of sight", { "vision.loss": "none" }, []],
    ["a worse vision score alone", { "scores.vision": 8 }, ["sight-worse"]],
    ["a worse vision score beside a loss", { "scores.vision": 8, "vision.loss": "blurred", "vision.eyes": "both" }, ["sight-blurred-both"]],
    ["a worse vision score beside double vision", { "scores.vision": 8, "vision.doubleVision": true }, ["double-vision"]],
    ["severe eye pain", { "vision.eyePain": "severe" }, ["eye-pain"]],
    ["mild eye pain", { "vision.eyePain": "mild" }, ["eye-sore"]],
    ["no eye pain", { "vision.eyePain": "none" }, []],
    ["double vision", { "vision.doubleVision": true }, ["double-vision"]],
    ["no double vision", { "vision.doubleVision": false }, []],
    ["not walking at all", { "walking.ability": "unable" }, ["walk-unable"]],
    ["a few steps", { "walking.ability": "few-steps" }, ["walk-few-steps"]],
    ["walking with two aids", { "walking.ability": "two-aids" }, ["walk-worse"]],
    ["a worse walking score alone", { "scores.walking": 8 }, ["walk-worse"]],
    ["a worse walking score beside the ability", { "scores.walking": 8, "walking.ability": "unable" }, ["walk-unable"]],
    ["severe weakness of one side", { "weakness.severity": "severe", "weakness.areas": ["left-arm", "left-leg"] }, ["weak-very-left"]],
    ["moderate weakness of the right", { "weakness.severity": "moderate", "weakness.areas": ["right-face"] }, ["weak-right"]],
    ["weakness of both legs", { "weakness.severity": "moderate", "weakness.areas": ["left-leg", "right-leg"] }, ["weak-legs"]],
    ["weakness of a leg and the other arm", { "weakness.severity": "moderate", "weakness.areas": ["left-leg", "right-arm"] }, ["weak-two-sides"]],
    ["weakness of an arm and the other leg", { "weakness.severity": "moderate", "weakness.areas": ["left-arm", "right-leg"] }, ["weak-two-sides"]],
    ["weakness of the trunk", { "weakness.severity": "mild", "weakness.areas": ["trunk"] }, ["weak-trunk"]],
    ["weakness of no named part", { "weakness.severity": "severe" }, ["weak-very-unnamed"]],
    ["weak parts without a severity", { "weakness.areas": ["right-arm"] }, ["weak-right"]],
    ["numbness between the legs, of a side and of the trunk", { "numbness.areas": ["trunk", "left-arm", "saddle"] }, ["numb-saddle", "numb-left", "numb-trunk"]],
    ["numbness of both legs", { "numbness.areas": ["left-leg", "right-leg"] }, ["numb-two-sides"]],
    ["numbness of the right", { "numbness.areas": ["right-leg"] }, ["numb-right"]],
    ["numbness between the legs alone", { "numbness.areas": ["saddle"] }, ["numb-saddle"]],
    ["a worse numbness score alone", { "scores.numbness": 8 }, ["numbness-worse"]],
    ["a worse numbness score beside its parts", { "scores.numbness": 8, "numbness.areas": ["trunk"] }, ["numb-trunk"]],
    ["worse fatigue", { "scores.fatigue": 9 }, ["fatigue-worse"]],
    ["the bladder", { bladder: "cannot-pass-urine" }, ["bladder-cannot-pass-urine"]],
    ["the bowel", { bowel: "leaking" }, ["bowel-leaking"]],
    ["an infection", { infection: ["cough", "chills"] }, ["infection"]],
    ["an infection of the urine, once", { infection: ["burning-urine", "cloudy-urine"] }, ["infection-urine"]],
    ["burning urine", { infection: ["burning-urine"] }, ["infection-urine"]],
    ["a list that is not there", { signs: undefined, "medications.class": undefined, "numbness.areas": undefined }, []],
    ["cloudy urine", { infection: ["cloudy-urine"] }, ["infection-urine"]],
    ["shingles beside a cough", { infection: ["cough", "shingles-rash"] }, ["infection-shingles"]],
    ["a pregnancy", { "profile.pregnant": true }, ["pregnant"]],
    ["the weeks after a birth", { "profile.postpartum": true }, ["postpartum"]],
    ["a pump and a blood thinner, and no other medicine", { "medications.class": ["anti-CD20", "baclofen-pump", "anticoagulant"] }, ["pump", "blood-thinner"]],
    ["each sign", { signs: ["confusion", "face-droop"] }, ["sign-confusion", "sign-face-droop"]],
    ["an onset, which makes no sentence of its own", { "onset.vision": "sudden" }, []],
    ["a temperature that is not known", { temperatureC: undefined }, []],
  ])("words %s", (_what, fields, expected) => {
    expect(keys(fields)).toEqual(expected);
  });

  it("gives the temperature its value", () => {
    expect(happenedKeys(evidence({ temperatureC: 38.6 }))).toEqual([{ key: "temperature", values: { celsius: 38.6 } }]);
  });
  it("says each thing once, in the order of the evidence", () => {
    const twice = [...evidence({ signs: ["seizure"], bowel: "leaking" }), ...evidence({ signs: ["seizure"], bladder: "leaking" })];
    expect(happenedKeys(twice)).toEqual([{ key: "sign-seizure", values: {} }, { key: "bowel-leaking", values: {} }, { key: "bladder-leaking", values: {} }]);
  });
});

describe("what the first thing said is about", () => {
  it.each<[Record<string, Value>, string | undefined]>([
    [{ "scores.walking": 8 }, "walking"],
    [{ "walking.ability": "unable" }, "walking"],
    [{ "onset.vision": "sudden", "vision.loss": "partial" }, "vision"],
    [{ "vision.loss": "none", signs: ["faint"] }, "signs"],
    [{ "run.numbness": "2026-03-01T08:00:00.000Z", "scores.numbness": 6 }, "numbness"],
    [{ "onset.vision": "sudden" }, undefined],
    [{}, undefined],
  ])("of %j is %s", (fields, topic) => {
    expect(topicOf(evidence(fields))).toBe(topic);
  });
});
