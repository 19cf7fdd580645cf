import { describe, expect, it } from "vitest";
import { ALL_RULES, findRule, RULES_VERSION } from "@/lib/domain/red-flags/all";
import { evaluate, evaluateBy } from "@/lib/domain/red-flags/evaluate";
import type { Rule } from "@/lib/domain/red-flags/rule";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/time";
import { context, entry, fired, judge, STABLE, type Entry } from "./diary";

describe("evaluate", () => {
  it("judges by table order and names rule, version and tier", () => {
    const { alerts } = judge({ signs: ["hard-to-wake", "confusion", "face-droop"] });
    expect(alerts.map(({ ruleId, ruleVersion, tier }) => [ruleId, ruleVersion, tier])).toEqual([
      ["stroke-signs", 1, "EMERGENCY"], ["confusion-acute", 1, "EMERGENCY"], ["hard-to-wake", 1, "EMERGENCY"],
    ]);
  });

  it("names a rule that throws as not checked and runs the others", () => {
    const broken: Rule = { id: "broken", tier: "EMERGENCY", version: 1, sources: ["K"], judge: () => { throw new Error("no"); } };
    const { alerts, couldNotCheck } = evaluateBy([broken, ...ALL_RULES], entry(0, { signs: ["confusion"] }), context());
    expect(couldNotCheck).toEqual(["broken"]);
    expect(alerts.map(({ ruleId }) => ruleId)).toEqual(["confusion-acute"]);
  });

  it("still judges what needs no history when the history cannot be read", () => {
    const unreadable = { ...entry(DAY_MS), recordedAt: new Date(Number.NaN) };
    const { alerts, couldNotCheck } = judge({ signs: ["mottled-skin"], vision: { loss: "partial" }, bladder: "cannot-pass-urine" }, { history: [unreadable] });
    expect(alerts.map(({ ruleId }) => ruleId)).toContain("sepsis-signs");
    expect(couldNotCheck).toEqual(expect.arrayContaining(["vision-sudden-loss", "urine-retention"]));
    expect(couldNotCheck).not.toContain("sepsis-signs");
  });

  it("never throws, whatever it is given", () => {
    const all = ALL_RULES.map(({ id }) => id);
    expect(evaluate(entry(0), undefined as never)).toEqual({ alerts: [], couldNotCheck: all });
    expect(evaluate(undefined as never, context()).couldNotCheck).toEqual(all);
    expect(evaluate({ ...entry(0, { signs: ["faint"] }), recordedAt: new Date(Number.NaN) }, context({ medications: [{ class: "S1P-modulator", name: "x", startedOn: "2026-03-09" }] })).couldNotCheck)
      .toContain("s1p-first-dose-heart");
    expect(judge({ temperatureC: 39.5 }, { medications: [{ class: "anti-CD20", name: "x", stoppedOn: "last spring" }] }).couldNotCheck).toContain("infection-severe-immunosuppressed");
  });

  it("fires the same alarms on a fresh diary when a question is left out or a tick is not there", () => {
    expect(fired({})).toEqual([]);
    expect(fired({ signs: [] })).toEqual([]);
    expect(fired({ skipped: ["signs", "vision.loss"] }, { history: STABLE })).toEqual([]);
  });
});

describe("the moment judged", () => {
  // Nine points above yesterday evening: an alarm, unless the entry of "yesterday" is not before t.
  const jump: Entry = { scores: { vision: 9 } };
  it.each([
    { ahead: "exactly 15 minutes", ms: 15 * MINUTE_MS, seen: true },
    { ahead: "a millisecond more", ms: 15 * MINUTE_MS + 1, seen: false },
  ])("a clock that is $ahead ahead: the entry of ten minutes from now is $seen as earlier", ({ ms, seen }) => {
    const { alerts } = judge(jump, { history: [entry(-10 * MINUTE_MS)] }, -ms);
    expect(alerts.length > 0).toBe(seen);
  });

  it.each([
    { age: "exactly seven days", ms: 7 * DAY_MS, tier: "EMERGENCY" },
    { age: "a millisecond more", ms: 7 * DAY_MS + 1, tier: "SOON" },
  ])("an entry of $age is $tier", ({ ms, tier }) => {
    expect(judge({ signs: ["seizure"] }, {}, ms).alerts.map((alert) => alert.tier)).toEqual([tier]);
  });

  it("keeps danger to oneself an emergency however old the entry is", () => {
    expect(judge({ signs: ["self-harm-danger"] }, {}, 30 * DAY_MS).alerts.map(({ tier }) => tier)).toEqual(["EMERGENCY"]);
  });
});

describe("a rule that cannot read everything", () => {
  const unreadable = { ...entry(DAY_MS), recordedAt: new Date(Number.NaN) };
  const rulesOf = (fields: Entry, partial: Partial<Parameters<typeof context>[0]> = {}) => {
    const { alerts, couldNotCheck } = judge(fields, { history: [unreadable], ...partial });
    return { fired: alerts.map(({ ruleId }) => ruleId), alerts, couldNotCheck };
  };

  it("still fires by what the entry itself says, with the answers as they were given", () => {
    const { fired, alerts } = rulesOf({ weakness: { severity: "severe", areas: ["left-arm"] }, numbness: { areas: ["left-leg"] }, onset: { weakness: "sudden", numbness: "sudden" } });
    expect(fired).toContain("sudden-change");
    expect(alerts.find(({ ruleId }) => ruleId === "sudden-change")!.evidence).toEqual([
      { field: "onset.numbness", value: "sudden" }, { field: "numbness.areas", value: ["left-leg"] }, { field: "scores.numbness", value: 2 },
      { field: "weakness.severity", value: "severe" }, { field: "weakness.areas", value: ["left-arm"] }, { field: "onset.weakness", value: "sudden" },
    ]);
    expect(rulesOf({ vision: { eyePain: "severe", loss: "blurred", eyes: "left" } }).fired).toContain("eye-pain-severe");
    expect(rulesOf({ infection: ["burning-urine"], signs: ["shaking-chills"] }).fired).toEqual(expect.arrayContaining(["sepsis-signs", "kidney-infection-signs", "possible-uti"]));
  });
  it("never lets one medicine hide another", () => {
    const medications = [{ class: "alemtuzumab" as const, name: "a", lastDoseOn: "garbage" }, { class: "natalizumab" as const, name: "n" }];
    expect(rulesOf({ signs: ["shaking-chills"] }, { medications }).fired).toContain("infection-severe-immunosuppressed");
    expect(rulesOf({ signs: ["shaking-chills"] }, { medications: medications.slice(0, 1) }).couldNotCheck).toContain("infection-severe-immunosuppressed");
    const stopped = [{ class: "natalizumab" as const, name: "n", stoppedOn: "garbage" }];
    const mood = rulesOf({ signs: ["mood-extreme"] }, { medications: stopped });
    expect(mood.fired).toContain("thinking-or-mood-change");
    expect(rulesOf({ signs: ["personality-change"] }, { medications: stopped }).couldNotCheck).toEqual(expect.arrayContaining(["pml-warning", "thinking-or-mood-change"]));
  });
  it("says nothing quiet where a rule above could not be checked, and speaks up where it asks for one that did not fire", () => {
    const broken: Rule = { id: "broken", tier: "URGENT", version: 1, sources: ["K"], judge: () => { throw new Error("no"); } };
    const quiet = evaluateBy([broken, ...ALL_RULES], entry(0, { signs: ["back-pain"], temperatureC: 38 }), context());
    expect(quiet.alerts).toEqual([]);
    expect(quiet.couldNotCheck).toEqual(["broken", "fever-watch", "new-sign-noted"]);
    const loud = evaluateBy([broken, ...ALL_RULES], entry(0, { onset: { walking: "sudden" } }), context());
    expect(loud.alerts.map(({ ruleId }) => ruleId)).toEqual(["sudden-change"]);
    const alarm = evaluateBy([broken, ...ALL_RULES], entry(0, { signs: ["swollen-leg", "back-pain"] }), context());
    expect(alarm.couldNotCheck).toEqual(["broken"]);
  });
});

describe("the list of rules", () => {
  it("finds a rule by id, and none for an unknown id", () => {
    expect(findRule("chest-pain")?.tier).toBe("EMERGENCY");
    expect(findRule("no-such-rule")).toBeUndefined();
  });
  it("has one id each and a version text that fits its column", () => {
    expect(new Set(ALL_RULES.map(({ id }) => id)).size).toBe(ALL_RULES.length);
    expect(RULES_VERSION).toMatch(/^77-[0-9a-f]{8}$/);
  });
});
