import { describe, expect, it } from "vitest";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { context, daily, entry, NOW, type Entry } from "./diary";

const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const weak: Entry = { weakness: { severity: "severe", areas: ["right-leg"] } };
const blur: Entry = { vision: { loss: "blurred", eyes: "left" } };
const double: Entry = { vision: { doubleVision: true } };
const steps: Entry = { walking: { ability: "few-steps" } };
const findings = (fields: Entry, partial: Partial<RuleContext>) => prepare(entry(0, fields), context(partial));

describe("a finding that persists in an open relapse", () => {
  const inRelapse = (fields: Entry, relapse = { startedAt: ago(10) }): Partial<RuleContext> => ({ relapses: [relapse], history: [entry(3 * DAY_MS, fields), entry(DAY_MS, fields)], profile: { usual: { walking: "unaided" } } });
  it("is not new: weakness, sight, double vision, walking", () => {
    expect(findings(weak, inRelapse(weak)).weakness.newAreas()).toEqual([]);
    expect(findings(blur, inRelapse(blur)).vision.newLossEyes()).toEqual([]);
    expect(findings(double, inRelapse(double)).vision.hasNewDoubleVision()).toBe(false);
    expect(findings(steps, inRelapse(steps)).walking.hasNewLoss()).toBe(false);
  });
  it("is new again with an answered onset", () => {
    expect(findings({ ...weak, onset: { weakness: "days" } }, inRelapse(weak)).weakness.newAreas()).toEqual(["right-leg"]);
    expect(findings({ ...blur, onset: { vision: "days" } }, inRelapse(blur)).vision.newLossEyes()).toEqual(["left"]);
    expect(findings({ ...double, onset: { vision: "days" } }, inRelapse(double)).vision.hasNewDoubleVision()).toBe(true);
    expect(findings({ ...steps, onset: { walking: "days" } }, inRelapse(steps)).walking.hasNewLoss()).toBe(true);
  });
  it("goes by C alone: an earlier check-in that held it keeps its finding", () => {
    const earlier = (fields: Entry) => entry(3 * DAY_MS, fields);
    expect(findings(weak, inRelapse(weak)).weakness.newAreas(earlier(weak))).toEqual(["right-leg"]);
    expect(findings(blur, inRelapse(blur)).vision.newLossEyes(earlier(blur))).toEqual(["left"]);
    expect(findings(double, inRelapse(double)).vision.hasNewDoubleVision(earlier(double))).toBe(true);
  });
  it("counts from the very start of the relapse", () => {
    expect(findings(weak, { relapses: [{ startedAt: ago(3) }], history: [entry(3 * DAY_MS, weak)] }).weakness.newAreas()).toEqual([]);
    expect(findings(weak, { relapses: [{ startedAt: new Date(ago(3).getTime() + 1) }], history: [entry(3 * DAY_MS, weak)] }).weakness.newAreas()).toEqual(["right-leg"]);
  });
  it("counts a relapse as open that ended only after C, not one that ended at C", () => {
    expect(findings(weak, inRelapse(weak, { startedAt: ago(10), endedAt: new Date(NOW.getTime() + 1) } as never)).weakness.newAreas()).toEqual([]);
    expect(findings(weak, inRelapse(weak, { startedAt: ago(10), endedAt: NOW } as never)).weakness.newAreas()).toEqual(["right-leg"]);
  });
});

describe("what is long-standing", () => {
  const long = (fields: Entry) => ({ history: [...daily(20, 8, fields), entry(DAY_MS, fields)] });
  it("is not new: double vision, and walking that is known", () => {
    expect(findings(double, long(double)).vision.hasNewDoubleVision()).toBe(false);
    expect(findings({ ...double, onset: { vision: "hours" } }, long(double)).vision.hasNewDoubleVision()).toBe(true);
    expect(findings(steps, long(steps)).walking.isKnown()).toBe(true);
  });
  it("is judged by itself: an eye, an area or a sight that is not long-standing stays new", () => {
    const eyes: Entry = { vision: { loss: "blurred", eyes: "both" } };
    const oneEye = { history: [...daily(20, 8, blur), entry(DAY_MS, eyes)] };
    expect(findings(eyes, oneEye).vision.newLossEyes()).toEqual(["right"]);
    const legs: Entry = { weakness: { severity: "severe", areas: ["right-leg", "left-leg"] } };
    expect(findings(legs, { history: [...daily(20, 8, weak), entry(DAY_MS, legs)] }).weakness.newAreas()).toEqual(["left-leg"]);
    expect(findings(double, { history: [...daily(20, 8, { vision: { doubleVision: false } }), entry(DAY_MS, double)] }).vision.hasNewDoubleVision()).toBe(true);
  });
  it("is new again when it came fast", () => {
    expect(findings({ ...blur, onset: { vision: "sudden" } }, long(blur)).vision.newLossEyes()).toEqual(["left"]);
  });
});
