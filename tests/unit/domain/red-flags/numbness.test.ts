import { describe, expect, it } from "vitest";
import type { BodyArea } from "@/lib/domain/check-in/vocabulary";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { context, daily, entry, type Entry } from "./diary";

const numbness = (fields: Entry, partial: Partial<RuleContext> = {}) => prepare(entry(0, fields), context(partial)).numbness;
const numb = (...areas: BodyArea[]): Entry => ({ numbness: { areas } });

describe("new numb areas", () => {
  it("are those ticked, when nothing is known", () => {
    expect(numbness(numb("left-arm", "trunk")).newAreas()).toEqual(["left-arm", "trunk"]);
    expect(numbness({ numbness: {} }).newAreas()).toEqual([]);
    expect(numbness({}).newAreas()).toEqual([]);
  });
  it("leave out the usual ones", () => {
    expect(numbness(numb("left-arm", "trunk"), { profile: { usual: { numbness: ["left-arm"] } } }).newAreas()).toEqual(["trunk"]);
  });
  it("are judged area by area: one that is long-standing says nothing of another", () => {
    const history = [...daily(20, 8, numb("left-arm")), entry(30 * DAY_MS, { numbness: {} }), entry(DAY_MS, numb("left-arm", "right-arm"))];
    expect(numbness(numb("left-arm", "right-arm"), { history }).newAreas()).toEqual(["right-arm"]);
    expect(numbness(numb("right-arm", "left-arm"), { history }).newAreas()).toEqual(["right-arm"]);
  });
  it.each([["usual", ["saddle"]], ["gradual", ["saddle"]], ["days", ["left-arm", "saddle"]]] as const)("called %s: %j", (onset, areas) => {
    expect(numbness({ ...numb("left-arm", "saddle"), onset: { numbness: onset } }).newAreas()).toEqual(areas);
  });
  it("of an earlier check-in go by its own answers", () => {
    const { newAreas } = numbness(numb("left-arm"));
    expect(newAreas(entry(DAY_MS, numb("trunk")))).toEqual(["trunk"]);
    expect(newAreas(entry(DAY_MS, { ...numb("trunk"), onset: { numbness: "usual" } }))).toEqual([]);
  });
});

describe("a sudden numb side", () => {
  const side = (...areas: BodyArea[]) => numbness({ ...numb(...areas), onset: { numbness: "sudden" } }).suddenSide();
  it.each<[BodyArea[], boolean]>([
    [["left-arm", "left-leg"], true], [["right-arm", "right-leg"], true], [["right-face", "right-arm"], true], [["left-arm"], false], [["left-arm", "saddle"], false],
    [["left-arm", "trunk"], false], [["left-arm", "right-leg"], false], [["left-face", "right-arm"], true], [["right-face", "left-leg"], true],
    [["left-face", "right-face", "right-arm"], true], [["left-face", "right-face"], false],
  ])("of %j: %s", (areas, is) => {
    expect(side(...areas)).toEqual(is ? areas : []);
  });
  it("is none when it came within hours", () => {
    expect(numbness({ ...numb("left-arm", "left-leg"), onset: { numbness: "hours" } }).suddenSide()).toEqual([]);
  });
});
