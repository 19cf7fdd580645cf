import { describe, expect, it } from "vitest";
import { eyesOf, isFast, isSlow, reaches, speaksOfArea, speaksOfEye, UNNAMED, VISION_GRADE, WALKING_GRADE, WEAKNESS_GRADE } from "@/lib/domain/red-flags/grades";
import { ONSETS } from "@/lib/domain/check-in/vocabulary";

describe("grades", () => {
  it("are those of the document", () => {
    expect(VISION_GRADE).toEqual({ none: 0, blurred: 1, partial: 2, complete: 3 });
    expect(WEAKNESS_GRADE).toEqual({ none: 0, mild: 1, moderate: 2, severe: 3 });
    expect(WALKING_GRADE).toEqual({ unaided: 0, "one-aid": 1, "two-aids": 2, "few-steps": 3, unable: 4 });
  });
  it("reach a limit with it, and never when unknown", () => {
    expect([reaches(3, 3), reaches(2, 3), reaches(undefined, 0)]).toEqual([true, false, false]);
  });
  it("are fast when sudden or within hours, slow when usual or gradual; unknown is neither", () => {
    expect(ONSETS.map(isFast)).toEqual(ONSETS.map((onset) => onset === "sudden" || onset === "hours"));
    expect(ONSETS.map(isSlow)).toEqual(ONSETS.map((onset) => onset === "usual" || onset === "gradual"));
    for (const onset of ["unknown", undefined] as const) expect([isFast(onset), isSlow(onset)]).toEqual([false, false]);
  });
});

describe("an eye or area that was not named matches any", () => {
  it.each([["left", "left", true], ["left", "right", false], ["both", "left", true], ["both", "right", true], [undefined, "left", true], ["left", UNNAMED, true]] as const)("a record of %s tells of %s: %s", (eyes, eye, tells) => {
    expect(speaksOfEye(eyes, eye)).toBe(tells);
  });
  it.each([[["left-arm"], "left-arm", true], [["left-arm"], "right-arm", false], [[], "left-arm", true], [undefined, "left-arm", true], [["left-arm"], UNNAMED, true]])("a record of %j tells of %s: %s", (areas, area, tells) => {
    expect(speaksOfArea(areas, area)).toBe(tells);
  });
  it("and both are two eyes", () => {
    expect([eyesOf("both"), eyesOf("left"), eyesOf(undefined)]).toEqual([["left", "right"], ["left"], [UNNAMED]]);
  });
});
