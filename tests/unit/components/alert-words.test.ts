import { describe, expect, it } from "vitest";
import { wordRule, withName } from "@/components/alerts/alert-words";
import { wordEvidence } from "@/components/alerts/evidence-words";
import { wordAnswer } from "@/components/diary/answer-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import * as vocabulary from "@/lib/domain/check-in/vocabulary";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import { stageVignette } from "@/lib/domain/red-flags/vignette";
import { messages } from "@/lib/i18n/messages";
import { parseVignette } from "@/lib/schemas/vignette";
import vignettes from "../../clinical/vignettes.json";

const { checkIn, alerts, rules, common, trackers } = messages;
const texts: FlowTexts = { checkIn, alerts, rules, trackers, common: { ...common, help: common.help.button } };
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
    ], "Europe/London")).toEqual([
      "vision trouble 9 of 10", "it started: suddenly, in minutes", "severe eye pain", "pain or tightness in my chest, I am confused, or others say I am",
      "temperature 39.2 °C", "you are pregnant",
    ]);
  });
  it("says what a run rests on: since when by the person's own clock, the usual, infection, heat and the last relapse", () => {
    const ofRun = [
      { field: "run.numbness", value: "2026-03-02T22:30:00.000Z" }, { field: "scores.numbness", value: 5 }, { field: "usual.numbness", value: 1.5 },
      { field: "recent.infection", value: "no" }, { field: "recent.heat", value: "not-asked" }, { field: "relapses.last", value: "2026-01-31T23:00:00.000Z" },
    ];
    expect(wordEvidence(texts, ofRun, "Asia/Kathmandu")).toEqual([
      "numbness changed since 3 March 2026, 04:15", "numbness 5 of 10", "your usual numbness is 1.5", "no fever or sign of infection in the last 3 days",
      "heat and exercise were not asked about", "your last recorded relapse began on 1 February 2026, 04:45",
    ]);
    expect(wordEvidence(texts, [ofRun[0]!], "America/New_York")).toEqual(["numbness changed since 2 March 2026, 17:30"]);
    expect(wordEvidence(texts, [{ field: "relapses.last", value: "none" }, { field: "recent.infection", value: ["fever", "burning-urine"] }], "UTC"))
      .toEqual(["no relapse recorded before", "signs of infection in the last 3 days: fever, burning when I pass urine"]);
  });

  const values: Record<string, readonly Evidence["value"][]> = {
    signs: vocabulary.SIGNS.map((sign) => [sign]), infection: vocabulary.INFECTIONS.map((item) => [item]), triggers: vocabulary.TRIGGERS.map((item) => [item]),
    "numbness.areas": vocabulary.BODY_AREAS.map((area) => [area]), "weakness.areas": vocabulary.WEAKNESS_AREAS.map((area) => [area]),
    "medications.class": vocabulary.MEDICINE_CLASSES.map((is) => [is]), "recent.infection": [...vocabulary.INFECTIONS.map((item) => [item]), ["fever"], "no", "not-asked"],
    "recent.heat": ["yes", "no", "not-asked"], "relapses.last": ["none", "2026-02-01T00:00:00.000Z"],
    "vision.loss": vocabulary.VISION_LOSSES, "vision.eyes": vocabulary.EYES, "vision.eyePain": vocabulary.EYE_PAINS, "vision.doubleVision": [true, false],
    "weakness.severity": vocabulary.WEAKNESS_SEVERITIES, "walking.ability": vocabulary.WALKING_ABILITIES, bladder: vocabulary.BLADDERS, bowel: vocabulary.BOWELS,
    "walking.falls": [0, 3], "walking.timed25FootSeconds": [6.4], "usual.timed25FootSeconds": [5.25], temperatureC: [38], "profile.pregnant": [true], "profile.postpartum": [true],
    ...Object.fromEntries(["numbness", "vision", "walking"].flatMap((name) => [[`lately.${name}`, [4]], [`longAgo.${name}`, [2]]])),
    ...Object.fromEntries(vocabulary.SCORE_NAMES.flatMap((name) => [[`scores.${name}`, [0, 10]], [`usual.${name}`, [2.5]]])),
    ...Object.fromEntries(["numbness", "vision", "walking"].flatMap((name) => [[`lately.${name}`, [4]], [`longAgo.${name}`, [1.5]]])),
    ...Object.fromEntries(vocabulary.ONSET_KEYS.map((key) => [`onset.${key}`, vocabulary.ONSETS])),
    ...Object.fromEntries(["fatigue", "numbness", "vision", "walking", "weakness"].map((group) => [`run.${group}`, ["2026-03-01T00:00:00.000Z"]])),
  };
  /** A raw code, an instant or a placeholder is no word for a person. */
  const wordless = (item: Evidence): boolean => {
    const [worded, ...others] = wordEvidence(texts, [item], "Europe/London");
    const raw = [item.value].flat().map(String);
    return others.length > 0 || !/[a-z]{2}/.test(worded ?? "") || /[{}]|\d{4}-\d\d-|undefined|Invalid/.test(worded!) || raw.some((code) => code.includes("-") && CODES.has(code) && worded!.includes(code));
  };
  const CODES = new Set([...vocabulary.SIGNS, ...vocabulary.INFECTIONS, ...vocabulary.BODY_AREAS, ...vocabulary.WALKING_ABILITIES, ...vocabulary.BLADDERS, ...vocabulary.TRIGGERS, "not-asked",
    ...vocabulary.MEDICINE_CLASSES.filter((is) => is !== "anti-CD20")].map(String));

  it.each(Object.entries(values))("has words for every value of %s", (field, all) => {
    expect(all.filter((value) => wordless({ field, value: value! }))).toEqual([]);
  });
  it("has words for all evidence of every vignette, and knows every field it can come from", () => {
    const evidence = vignettes.flatMap((data) => {
      const parsed = parseVignette(data, 1);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
      const staged = stageVignette(parsed.vignette);
      return evaluate(staged.checkIn, staged.context).alerts.flatMap((alert) => alert.evidence);
    });
    expect(evidence.length).toBeGreaterThan(100);
    expect(evidence.filter(wordless)).toEqual([]);
    expect([...new Set(evidence.map(({ field }) => field))].filter((field) => !(field in values))).toEqual([]);
  });

  it("does not say a number twice", () => {
    expect(withName({ tel: "111", show: "111", name: "NHS 111" })).toBe("NHS 111");
    expect(withName({ tel: "116123", show: "116 123", name: "Samaritans" })).toBe("Samaritans 116 123");
  });
});
