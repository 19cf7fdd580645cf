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
