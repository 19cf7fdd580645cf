import { describe, expect, it } from "vitest";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { context, entry, type Entry } from "./diary";

const vision = (fields: Entry, partial: Partial<RuleContext> = {}) => prepare(entry(0, fields), context(partial)).vision;
const usual = (usualVision: NonNullable<NonNullable<RuleContext["profile"]["usual"]>["vision"]>): Partial<RuleContext> => ({ profile: { usual: { vision: usualVision } } });
const yesterday = (fields: Entry): Partial<RuleContext> => ({ history: [entry(DAY_MS, fields)] });
const partial: Entry = { vision: { loss: "partial", eyes: "left" } };

describe("new vision loss", () => {
  it("is worse than the usual of that eye", () => {
    const slowly: Entry = { ...partial, onset: { vision: "days" } };
    expect(vision(slowly, usual({ loss: "blurred", eyes: "left" })).newLossEyes()).toEqual(["left"]);
    expect(vision(slowly, usual({ loss: "partial", eyes: "left" })).newLossEyes()).toEqual([]);
    expect(vision(slowly, usual({ loss: "complete", eyes: "right" })).newLossEyes()).toEqual(["left"]);
    expect(vision(slowly, usual({ doubleVision: true })).newLossEyes()).toEqual(["left"]);
  });
  it("is none without a loss", () => {
    expect(vision({ vision: { loss: "none", eyes: "left" }, onset: { vision: "sudden" } }).newLossEyes()).toEqual([]);
    expect(vision({ onset: { vision: "sudden" } }).newLossEyes()).toEqual([]);
  });
});

describe("eyes whose loss is not known", () => {
  it("are those ticked, whatever the onset", () => {
    expect(vision({ vision: { loss: "blurred", eyes: "both" }, onset: { vision: "gradual" } }).unknownLossEyes()).toEqual(["left", "right"]);
    expect(vision({ vision: { loss: "blurred" }, onset: { vision: "usual" } }).unknownLossEyes()).toEqual(["unnamed"]);
  });
  it("are none without a loss, and leave out the usual eye", () => {
    expect(vision({}).unknownLossEyes()).toEqual([]);
    expect(vision({ vision: { loss: "none", eyes: "left" } }).unknownLossEyes()).toEqual([]);
    expect(vision({ vision: { loss: "partial", eyes: "both" } }, usual({ loss: "partial", eyes: "left" })).unknownLossEyes()).toEqual(["right"]);
  });
});

describe("when sight was lost, where no onset is answered", () => {
  const when = (now: Entry, before: Entry, context?: Partial<RuleContext>) => vision(now, { ...yesterday(before), ...context }).effectiveOnset();
  it.each<[string, Entry, Entry, string]>([
    ["the eye was one grade better yesterday", partial, { vision: { loss: "blurred", eyes: "left" } }, "hours"],
    ["the eye was as bad yesterday", partial, { vision: { loss: "partial", eyes: "left" } }, "unknown"],
    ["the eye was worse yesterday", partial, { vision: { loss: "complete", eyes: "left" } }, "unknown"],
    ["one eye of two was better, of the other nothing is known", { vision: { loss: "partial", eyes: "both" } }, { vision: { loss: "none", eyes: "left" } }, "hours"],
    ["no grade was recorded, and the score was 3 lower", { ...partial, scores: { vision: 5 } }, { scores: { vision: 2 } }, "hours"],
    ["no grade was recorded, and the score was 2 lower", { ...partial, scores: { vision: 5 } }, { scores: { vision: 3 } }, "unknown"],
    ["no loss is given, and the score was 3 lower", { scores: { vision: 5 } }, { scores: { vision: 2 } }, "hours"],
    ["no loss is given, and the score was 2 lower", { scores: { vision: 5 } }, { scores: { vision: 3 } }, "unknown"],
    ["no loss is given, and the lower score came with a grade", { scores: { vision: 5 } }, { scores: { vision: 1 }, vision: { loss: "none" } }, "unknown"],
  ])("%s", (_what, now, before, expected) => {
    expect(when(now, before)).toBe(expected);
  });
  it("goes by the score where the eye with the loss is a known one", () => {
    const known = usual({ loss: "complete", eyes: "left" });
    const blind: Entry = { vision: { loss: "complete", eyes: "left" }, scores: { vision: 5 } };
    expect(when(blind, { scores: { vision: 2 } }, known)).toBe("hours");
    expect(when(blind, { scores: { vision: 2 }, vision: { loss: "blurred", eyes: "left" } }, known)).toBe("unknown");
  });
});

describe("double vision", () => {
  const double: Entry = { vision: { doubleVision: true } };
  it("is new unless the profile knows it or it is called slow; a fast onset makes it new again", () => {
    expect(vision(double, { profile: { usual: {} } }).hasNewDoubleVision()).toBe(true);
    expect(vision(double, usual({ doubleVision: true })).hasNewDoubleVision()).toBe(false);
    expect(vision(double, usual({ doubleVision: false })).hasNewDoubleVision()).toBe(true);
    expect(vision({ ...double, onset: { vision: "gradual" } }).hasNewDoubleVision()).toBe(false);
    for (const onset of ["sudden", "hours"] as const) expect(vision({ ...double, onset: { vision: onset } }, usual({ doubleVision: true })).hasNewDoubleVision()).toBe(true);
    expect(vision({ ...double, onset: { vision: "days" } }, usual({ doubleVision: true })).hasNewDoubleVision()).toBe(false);
    expect(vision({ vision: { doubleVision: false }, onset: { vision: "sudden" } }).hasNewDoubleVision()).toBe(false);
  });
  it.each<[string, Entry, Entry, string]>([
    ["it was not there yesterday", double, { vision: { doubleVision: false } }, "hours"],
    ["it was there yesterday", { ...double, scores: { vision: 9 } }, { vision: { doubleVision: true } }, "unknown"],
    ["yesterday did not tell, and the score was 3 lower", { ...double, scores: { vision: 5 } }, { scores: { vision: 2 }, vision: { loss: "none" } }, "hours"],
    ["yesterday did not tell, and the score was 2 lower", { ...double, scores: { vision: 5 } }, { scores: { vision: 3 } }, "unknown"],
    ["yesterday said nothing of sight, and the score was 3 lower", { ...double, scores: { vision: 5 } }, { scores: { vision: 2 } }, "hours"],
  ])("began: %s", (_what, now, before, expected) => {
    expect(vision(now, yesterday(before)).doubleVisionOnset()).toBe(expected);
  });
});
