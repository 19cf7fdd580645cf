import { describe, expect, it } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { WalkingAbility } from "@/lib/domain/check-in/vocabulary";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { context, daily, entry, type Entry } from "./diary";

const walking = (fields: Entry, partial: Partial<RuleContext> = {}) => prepare(entry(0, fields), context(partial)).walking;
const walks = (ability: WalkingAbility): Entry => ({ walking: { ability } });

describe("usual ability", () => {
  const usualOf = (...history: JudgedCheckIn[]) => walking({}, { history }).usualGrade();
  it("is the commonest, and the worse of two as common", () => {
    expect(usualOf(...daily(10, 8, walks("one-aid")), ...daily(15, 11, walks("unaided")))).toBe(0);
    expect(usualOf(...daily(10, 8, walks("unaided")), ...daily(15, 11, walks("one-aid")))).toBe(1);
    expect(usualOf(...daily(10, 8, walks("one-aid")), ...daily(13, 11, walks("unaided")))).toBe(1);
  });
  it("is the worst of each day", () => {
    const twice = daily(10, 8, walks("unaided")).flatMap((x) => [x, { ...x, recordedAt: new Date(x.recordedAt.getTime() - HOUR_MS), walking: { ability: "two-aids" as const } }]);
    expect(usualOf(...twice)).toBe(2);
  });
  it("leaves out days in the heat", () => {
    expect(usualOf(...daily(10, 8, walks("one-aid")), ...daily(20, 11, { ...walks("few-steps"), triggers: ["heat"] }))).toBe(1);
  });
});

describe("grades lost", () => {
  const drop = (ability: WalkingAbility | undefined, partial: Partial<RuleContext>) => walking(ability ? walks(ability) : {}, partial).drop();
  it("are not known without an ability", () => {
    expect(drop(undefined, { profile: { usual: { walking: "one-aid" } } })).toBeUndefined();
    expect(drop(undefined, { history: [entry(3 * DAY_MS, walks("one-aid"))] })).toBeUndefined();
  });
  it("without a usual go by the best of the week, whatever was left out in between", () => {
    expect(drop("unable", { history: [entry(4 * DAY_MS, walks("one-aid")), entry(3 * DAY_MS, walks("two-aids")), entry(2 * DAY_MS)] })).toBe(3);
  });
  it("leave out a record of up to 36 hours that is no better", () => {
    expect(drop("few-steps", { history: [entry(3 * DAY_MS, walks("two-aids")), entry(36 * HOUR_MS, walks("few-steps"))] })).toBe(1);
    expect(drop("few-steps", { history: [entry(36 * HOUR_MS, walks("few-steps"))] })).toBeUndefined();
    expect(drop("few-steps", { history: [entry(36 * HOUR_MS, walks("two-aids"))] })).toBe(1);
  });
});

describe("when walking was lost, where no onset is answered", () => {
  it.each<[string, Entry, Entry, string]>([
    ["they walked one grade better yesterday", walks("few-steps"), walks("two-aids"), "hours"],
    ["they walked no better yesterday, though the score was lower", { ...walks("few-steps"), scores: { walking: 9 } }, { ...walks("few-steps"), scores: { walking: 2 } }, "unknown"],
    ["they walked worse yesterday", walks("few-steps"), walks("unable"), "unknown"],
    ["no ability was recorded, and the score was 3 lower", { ...walks("few-steps"), scores: { walking: 5 } }, { scores: { walking: 2 } }, "hours"],
    ["no ability was recorded, and the score was 2 lower", { ...walks("few-steps"), scores: { walking: 5 } }, { scores: { walking: 3 } }, "unknown"],
    ["no ability is given now", { scores: { walking: 9 } }, { ...walks("unaided"), scores: { walking: 2 } }, "unknown"],
  ])("%s", (_what, now, before, expected) => {
    expect(walking(now, { history: [entry(DAY_MS, before)] }).effectiveOnset()).toBe(expected);
  });
});

describe("an ability that is known", () => {
  it.each<[WalkingAbility, WalkingAbility | undefined, boolean]>([
    ["few-steps", "few-steps", true], ["few-steps", "unable", true], ["few-steps", "two-aids", false], ["few-steps", undefined, false],
  ])("%s with usual %s: %s", (ability, usual, isKnown) => {
    expect(walking(walks(ability), { profile: usual ? { usual: { walking: usual } } : {} }).isKnown()).toBe(isKnown);
  });
});

describe("walking by score", () => {
  it.each([[undefined, true], ["days", true], ["gradual", false], ["usual", false]] as const)("with onset %s: %s", (onset, is) => {
    expect(walking(onset ? { onset: { walking: onset } } : {}).isByScore()).toBe(is);
  });
  it.each([["two-aids", true], ["few-steps", false], ["unable", false]] as const)("with usual %s: %s", (usual, is) => {
    expect(walking({}, { profile: { usual: { walking: usual } } }).isByScore()).toBe(is);
  });
});
