import { describe, expect, it } from "vitest";
import type { Medication } from "@/lib/domain/check-in/check-in";
import { SIGNS } from "@/lib/domain/check-in/vocabulary";
import { ALL_RULES } from "@/lib/domain/red-flags/all";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import type { Evidence } from "@/lib/domain/red-flags/rule";
import { numbersFor, placeholdersFor } from "@/lib/domain/red-flags/numbers";
import { countWords, whatToSay, wordSay } from "@/lib/domain/red-flags/what-to-say";
import { SOURCES } from "@/lib/domain/sources";
import { fill } from "@/lib/i18n/fill";
import rules from "@/lib/i18n/messages/en/rules.json";
import { DAY_MS } from "@/lib/domain/time";
import spec from "../../../clinical/rules-spec.json";
import { context, entry, NOW, type Entry } from "./diary";

type RuleTexts = { name: string; says: string; reason: string; why: string; trigger: string; doNotDrive?: boolean };
const { say, ...ruleTexts } = rules;
const textsOf = (id: string) => (ruleTexts as Record<string, RuleTexts>)[id];

describe("the texts of the rules", () => {
  it("belong to a rule of the document each, in its order, and each rule has them", () => {
    expect(Object.keys(ruleTexts)).toEqual(spec.map(({ id }) => id));
    expect(spec).toHaveLength(77);
  });

  it("and the rules are those of the document: order, tiers and sources", () => {
    expect(ALL_RULES.map(({ id, tier, sources }) => ({ id, tier, sources }))).toEqual(spec.map(({ id, tier, sources }) => ({ id, tier, sources })));
  });

  it.each(spec.map((rule) => [rule.id, rule] as const))("%s says what the document says, word by word", (id, { says, why }) => {
    expect(textsOf(id)).toMatchObject({ says, why });
  });

  it.each(spec.map(({ id }) => [id] as const))("%s is worded: at most 40 words, no shouting, known placeholders", (id) => {
    const texts = textsOf(id)!;
    const filled = fill(texts.says, placeholdersFor(numbersFor("GB")));
    expect(countWords(texts.says)).toBeLessThanOrEqual(40);
    expect(filled).not.toMatch(/[{}!]/);
    expect(texts.doNotDrive === true).toBe(/\b(not|or) drive\b/.test(texts.says));
    for (const text of [texts.name, texts.reason, texts.why, texts.trigger]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/[{}!]/);
    }
    expect(countWords(texts.reason)).toBeLessThanOrEqual(20);
    expect(texts.reason.length).toBeLessThan(100);
    expect(Object.keys(texts)).toEqual(["name", "says", "reason", "why", "trigger", ...(texts.doNotDrive ? ["doNotDrive"] : [])]);
  });

  it("and the trigger in words was read again at the rule's version", () => {
    /** The version at which the trigger of a rule was last compared with its code, where that is not the first. */
    const readAt: Record<string, number> = {};
    for (const { id, version } of ALL_RULES) expect(version, id).toBe(readAt[id] ?? 1);
  });

  it("and name sources that exist", () => {
    for (const { sources } of ALL_RULES) {
      expect(sources.length).toBeGreaterThan(0);
      for (const key of sources) expect(SOURCES[key].organisation).toMatch(/\S/);
    }
  });
});

describe("whatToSay", () => {
  const spoken = (fields: Entry, medications: Medication[] = [], ageMs = 0) => {
    const checkIn = entry(ageMs, fields);
    const { alerts } = evaluate(checkIn, context({ medications }));
    return wordSay(whatToSay(checkIn, alerts.filter(({ tier }) => tier === alerts[0]!.tier), medications, NOW), say);
  };

  it("says MS, what happened, which side, since when and the immune medicine", () => {
    expect(spoken({ vision: { loss: "complete", eyes: "left", eyePain: "severe" }, onset: { vision: "sudden" }, scores: { vision: 9 } }, [{ class: "anti-CD20", name: "ocrelizumab" }]))
      .toBe("I have multiple sclerosis. I cannot see from my left eye. I have severe eye pain. It started suddenly today. I take ocrelizumab.");
    expect(spoken({ weakness: { severity: "severe", areas: ["right-arm", "right-leg"] }, onset: { weakness: "hours" } }))
      .toBe("I have multiple sclerosis. I am very weak on my right side. It came on over hours today.");
    expect(spoken({ numbness: { areas: ["saddle"] }, bladder: "leaking", onset: { numbness: "days" } }))
      .toBe("I have multiple sclerosis. I am numb between my legs. I am newly leaking urine.");
    expect(spoken({ signs: ["face-droop"] })).toBe("I have multiple sclerosis. One side of my face droops.");
  });
  it("says how long ago an older entry was", () => {
    expect(spoken({ signs: ["seizure"] }, [], DAY_MS)).toBe("I have multiple sclerosis. I had a fit. I noted this yesterday.");
    expect(spoken({ weakness: { severity: "severe", areas: ["left-arm"] }, onset: { weakness: "sudden" } }, [], 3 * DAY_MS)).toContain("It started suddenly 3 days ago.");
  });
  it("speaks of a new side only, not of the usual one", () => {
    const checkIn = entry(0, { weakness: { severity: "moderate", areas: ["left-leg", "right-arm"] }, onset: { weakness: "sudden" } });
    const { alerts } = evaluate(checkIn, context({ profile: { usual: { weakness: { severity: "moderate", areas: ["left-leg"] } } } }));
    expect(wordSay(whatToSay(checkIn, alerts, [], NOW), say)).toContain("I am weak on my right side.");
  });
  it("names no medicine that no longer counts, and none that is too long to read out", () => {
    expect(spoken({ signs: ["confusion"] }, [{ class: "natalizumab", name: "natalizumab", stoppedOn: "2025-01-01" }])).not.toContain("natalizumab");
    expect(spoken({ signs: ["confusion"] }, [{ class: "natalizumab", name: "something the infusion nurse gives me monthly" }])).toContain("My MS medicine weakens my immune system.");
    expect(spoken({ signs: ["confusion"] }, [{ class: "hsct", name: "stem cells", lastDoseOn: "2026-01-01" }])).toContain("I was treated with stem cells.");
  });

  it("has a sentence for every sign, and for each kind of infection and eye pain", () => {
    const said = (evidence: Evidence[]) => wordSay(whatToSay(entry(0, {}), [{ ruleId: "any", ruleVersion: 1, tier: "URGENT", evidence }], [], NOW), say).replace(`${say.ms} `, "");
    for (const sign of SIGNS) expect(said([{ field: "signs", value: [sign] }]), sign).toMatch(/^(I|My|One|Others|Everything|Bright|It) .+\.$/);
    for (const bladder of ["cannot-pass-urine", "leaking", "hard-to-start", "catheter-blocked"]) expect(said([{ field: "bladder", value: bladder }]), bladder).toMatch(/^(I|My) .+\.$/);
    expect(said([{ field: "vision.eyePain", value: "mild" }])).toBe("My eye is sore.");
    expect(said([{ field: "vision.eyePain", value: "none" }])).toBe(say.ms);
    expect(said([{ field: "infection", value: ["shingles-rash", "cough"] }])).toBe("I have painful blisters on one side.");
    expect(said([{ field: "infection", value: ["burning-urine", "cloudy-urine"] }])).toBe("I have signs of a urine infection.");
    expect(said([{ field: "infection", value: ["cough"] }])).toBe("I have signs of an infection.");
  });
  it("says that the medicine may harm a baby when that is what is urgent", () => {
    const checkIn = entry(0, {});
    const medications: Medication[] = [{ class: "teriflunomide", name: "teriflunomide", stoppedOn: "2025-10-01" }];
    const { alerts } = evaluate(checkIn, context({ profile: { pregnant: true }, medications }));
    expect(alerts.map(({ ruleId }) => ruleId)).toEqual(["pregnancy-medicine"]);
    expect(wordSay(whatToSay(checkIn, alerts, medications, NOW), say)).toBe("I have multiple sclerosis. I am pregnant. My MS medicine may harm a baby.");
  });
  it("says since when a run lasts, by the person's own calendar, unless the onset was told", () => {
    const checkIn = entry(0, {});
    const ofRun = (started: string, ...more: Evidence[]) => wordSay(whatToSay(checkIn, [{ ruleId: "pml-warning", ruleVersion: 1, tier: "URGENT",
      evidence: [{ field: "run.numbness", value: started }, { field: "scores.numbness", value: 6 }, { field: "usual.numbness", value: 1 }, ...more] }], [], NOW), say);
    expect(ofRun(new Date(NOW.getTime() - 4 * DAY_MS).toISOString())).toBe("I have multiple sclerosis. My numbness got much worse. It began 4 days ago.");
    expect(ofRun(new Date(NOW.getTime() - DAY_MS).toISOString())).toContain("It began yesterday.");
    expect(ofRun(NOW.toISOString())).toContain("It began today.");
    expect(ofRun(NOW.toISOString(), { field: "onset.numbness", value: "days" })).toContain("It came on over days.");
  });
});
