import { describe, expect, it } from "vitest";
import { usualFrom } from "@/lib/domain/alerts/my-usual";
import type { Answers, Profile } from "@/lib/domain/check-in/check-in";
import { EYES, NEVER_DISCOUNTED_SIGNS, SIGNS, VISION_LOSSES, WEAKNESS_AREAS, WEAKNESS_SEVERITIES, type WeaknessArea } from "@/lib/domain/check-in/vocabulary";
import { speaksOfArea, speaksOfEye, VISION_GRADE, WEAKNESS_GRADE } from "@/lib/domain/red-flags/grades";
import type { Evidence } from "@/lib/domain/red-flags/rule";

type Usual = NonNullable<Profile["usual"]>;
const offer = (evidence: Evidence[], usual: Usual = {}, { mobility, ...answers }: Answers & Pick<Profile, "mobility"> = {}) =>
  usualFrom(evidence, answers, { ...(mobility && { mobility }), usual });
const sight = (loss: string, eyes?: string): Evidence[] => [{ field: "vision.loss", value: loss }, ...(eyes ? [{ field: "vision.eyes", value: eyes }] : [])];
const weak = (severity: string, ...areas: string[]): Evidence[] => [{ field: "weakness.severity", value: severity }, ...(areas.length > 0 ? [{ field: "weakness.areas", value: areas }] : [])];

describe("sight", () => {
  it("adds a loss with its eye to an empty profile, and says what is new", () => {
    expect(offer(sight("partial", "left"))).toEqual({ usual: { vision: { loss: "partial", eyes: "left" } }, added: sight("partial", "left") });
  });
  it("keeps what else is usual", () => {
    expect(offer(sight("partial", "left"), { walking: "one-aid", vision: { doubleVision: true } })?.usual).toEqual({ walking: "one-aid", vision: { doubleVision: true, loss: "partial", eyes: "left" } });
  });
  it("joins two eyes with the same loss, and raises one eye", () => {
    expect(offer(sight("partial", "right"), { vision: { loss: "partial", eyes: "left" } })?.usual.vision).toEqual({ loss: "partial", eyes: "both" });
    expect(offer(sight("complete", "left"), { vision: { loss: "partial", eyes: "left" } })?.usual.vision).toEqual({ loss: "complete", eyes: "left" });
  });
  it("offers nothing where two eyes would need two words", () => {
    expect(offer(sight("partial", "right"), { vision: { loss: "complete", eyes: "left" } })).toBeNull();
    expect(offer(sight("complete", "left"), { vision: { loss: "blurred", eyes: "both" } })).toBeNull();
  });
  it("offers nothing for an eye that was not named, which would stand for either", () => {
    expect(offer(sight("partial"))).toBeNull();
    expect(offer(sight("partial"), {}, { vision: { loss: "partial", eyes: "right" } })?.usual.vision).toEqual({ loss: "partial", eyes: "right" });
  });
  it("offers nothing that is usual already", () => {
    expect(offer(sight("blurred", "left"), { vision: { loss: "partial", eyes: "both" } })).toBeNull();
    expect(offer(sight("partial", "left"), { vision: { loss: "partial" } })).toBeNull();
  });
  it("adds double vision beside a loss that cannot be said", () => {
    const found = offer([...sight("partial", "right"), { field: "vision.doubleVision", value: true }], { vision: { loss: "complete", eyes: "left" } });
    expect(found).toEqual({ usual: { vision: { loss: "complete", eyes: "left", doubleVision: true } }, added: [{ field: "vision.doubleVision", value: true }] });
    expect(offer([{ field: "vision.doubleVision", value: true }], { vision: { doubleVision: true } })).toBeNull();
  });
  it("never lowers a usual, and never makes more usual than was said, whatever was known", () => {
    const gradeOf = (usual: Usual["vision"], eye: "left" | "right") => (usual?.loss && speaksOfEye(usual.eyes, eye) ? VISION_GRADE[usual.loss] : 0);
    const knowns = [{}, ...VISION_LOSSES.flatMap((loss) => [undefined, ...EYES].map((eyes) => ({ loss, ...(eyes && { eyes }) })))];
    for (const known of knowns) for (const loss of VISION_LOSSES) for (const eyes of EYES) {
      const after = offer(sight(loss, eyes), { vision: known })?.usual.vision ?? known;
      for (const eye of ["left", "right"] as const) {
        const said = speaksOfEye(eyes, eye) ? VISION_GRADE[loss] : 0;
        expect(gradeOf(after, eye)).toBeGreaterThanOrEqual(gradeOf(known, eye));
        expect(gradeOf(after, eye)).toBeLessThanOrEqual(Math.max(gradeOf(known, eye), said));
      }
    }
  });
});

describe("weakness", () => {
  it("adds severity and areas, and joins areas of the same severity", () => {
    expect(offer(weak("moderate", "left-leg"))?.usual.weakness).toEqual({ severity: "moderate", areas: ["left-leg"] });
    expect(offer(weak("moderate", "left-arm"), { weakness: { severity: "moderate", areas: ["left-leg"] } })?.usual.weakness).toEqual({ severity: "moderate", areas: ["left-arm", "left-leg"] });
  });
  it("offers nothing where areas would need two severities, or without an area", () => {
    expect(offer(weak("mild", "left-arm"), { weakness: { severity: "severe", areas: ["left-leg"] } })).toBeNull();
    expect(offer(weak("moderate"))).toBeNull();
    expect(offer(weak("moderate"), {}, { weakness: { severity: "moderate", areas: [] } })).toBeNull();
  });
  it("does not forget that the legs of a full-time wheelchair user are usually weak", () => {
    expect(offer(weak("moderate", "left-arm"), {}, { mobility: "wheelchair-full-time" })).toBeNull();
    expect(offer(weak("severe", "left-arm", "left-leg", "right-leg"), {}, { mobility: "wheelchair-full-time" })?.usual.weakness).toEqual({ severity: "severe", areas: ["left-arm", "left-leg", "right-leg"] });
  });
  it.each([["left-arm"], ["left-arm", "left-leg"]])("does not offer what would store legs of a full-time wheelchair user that were not read out: %s", (...areas) => {
    expect(offer(weak("severe", ...areas), {}, { mobility: "wheelchair-full-time" })).toBeNull();
    expect(offer(weak("severe", ...areas), {}, { mobility: "walks" })?.usual.weakness).toEqual({ severity: "severe", areas });
  });
  it("takes the severity of the entry where the evidence names the areas alone, and the other way round", () => {
    expect(offer([{ field: "weakness.areas", value: ["left-arm"] }], {}, { weakness: { severity: "mild", areas: ["left-arm", "left-leg"] } })?.usual.weakness).toEqual({ severity: "mild", areas: ["left-arm"] });
    expect(offer(weak("severe"), {}, { weakness: { severity: "severe", areas: ["trunk"] } })?.usual.weakness).toEqual({ severity: "severe", areas: ["trunk"] });
    expect(offer([{ field: "signs", value: ["faint"] }], {}, { weakness: { severity: "severe", areas: ["trunk"] } })?.usual).toEqual({ signs: ["faint"] });
  });
  it("never lowers a usual, and never makes more usual than was said, whatever was known", () => {
    const places: WeaknessArea[][] = [[], ["left-arm"], ["left-leg", "right-leg"], [...WEAKNESS_AREAS]];
    for (const mobility of [undefined, "wheelchair-full-time"] as const) {
      const gradeOf = (usual: Usual["weakness"], area: WeaknessArea) => (usual?.severity
        ? (speaksOfArea(usual.areas, area) ? WEAKNESS_GRADE[usual.severity] : 0) : mobility && area.endsWith("-leg") ? 3 : 0);
      const knowns = [{}, ...WEAKNESS_SEVERITIES.flatMap((severity) => places.map((areas) => ({ severity, areas })))];
      for (const known of knowns) for (const severity of WEAKNESS_SEVERITIES) for (const areas of places.slice(1)) {
        const after = offer(weak(severity, ...areas), { weakness: known }, { ...(mobility && { mobility }) })?.usual.weakness ?? known;
        for (const area of WEAKNESS_AREAS) {
          const said = areas.includes(area) ? WEAKNESS_GRADE[severity] : 0;
          expect(gradeOf(after, area)).toBeGreaterThanOrEqual(gradeOf(known, area));
          expect(gradeOf(after, area)).toBeLessThanOrEqual(Math.max(gradeOf(known, area), said));
        }
      }
    }
  });
});

describe("the rest", () => {
  it("adds numb areas that are not usual yet", () => {
    expect(offer([{ field: "numbness.areas", value: ["left-leg", "saddle"] }], { numbness: ["left-leg"] })).toEqual({ usual: { numbness: ["left-leg", "saddle"] }, added: [{ field: "numbness.areas", value: ["saddle"] }] });
  });
  it.each([[undefined, "unable"], ["few-steps", "unable"], ["unable", undefined]] as const)("walking: from %s to %s", (before, after) => {
    expect(offer([{ field: "walking.ability", value: "unable" }], before ? { walking: before } : {})?.usual.walking).toBe(after);
  });
  it("offers no better walking than is usual, and none to a full-time wheelchair user", () => {
    expect(offer([{ field: "walking.ability", value: "one-aid" }], { walking: "two-aids" })).toBeNull();
    expect(offer([{ field: "walking.ability", value: "few-steps" }], {}, { mobility: "wheelchair-full-time" })).toBeNull();
  });
  it.each([[undefined, true], ["usual", true], ["urgency", true], ["leaking", false], ["hard-to-start", false], ["cannot-pass-urine", false], ["catheter", false]] as const)("bladder that is usually %s: offered %s", (before, isOffered) => {
    expect(offer([{ field: "bladder", value: "hard-to-start" }], before ? { bladder: before } : {}) !== null).toBe(isOffered);
  });
  it("offers no blocked catheter", () => {
    expect(offer([{ field: "bladder", value: "catheter-blocked" }], { bladder: "catheter" })).toBeNull();
    expect(offer([{ field: "bladder", value: "catheter-blocked" }])).toBeNull();
  });
  it("adds leaking bowels once", () => {
    expect(offer([{ field: "bowel", value: "leaking" }], { bowel: "constipated" })?.usual.bowel).toBe("leaking");
    expect(offer([{ field: "bowel", value: "leaking" }], { bowel: "leaking" })).toBeNull();
    expect(offer([{ field: "bowel", value: "constipated" }])).toBeNull();
  });
  it("offers signs, and none that is never discounted", () => {
    const found = offer([{ field: "signs", value: [...SIGNS, "sign-of-tomorrow"] }], { signs: ["seizure"] })?.usual.signs ?? [];
    expect(found).toHaveLength(SIGNS.length - NEVER_DISCOUNTED_SIGNS.length);
    expect(found.filter((sign) => NEVER_DISCOUNTED_SIGNS.includes(sign))).toEqual([]);
    expect(offer([{ field: "signs", value: [...NEVER_DISCOUNTED_SIGNS] }])).toBeNull();
  });
  it("offers nothing for scores, pain, fever, infection, medicines and computed findings", () => {
    expect(offer([
      { field: "scores.vision", value: 9 }, { field: "vision.eyePain", value: "severe" }, { field: "temperatureC", value: 39 }, { field: "infection", value: ["cough"] },
      { field: "medications.class", value: ["natalizumab"] }, { field: "onset.vision", value: "sudden" }, { field: "run.vision", value: "2026-11-20T00:00:00.000Z" }, { field: "weakness.areas" },
    ])).toBeNull();
  });
  it("joins what several findings add, and changes nothing given", () => {
    const profile: Profile = { usual: { scores: { fatigue: 3, numbness: 2, vision: 1, walking: 4 }, signs: ["faint"] } };
    const copy = structuredClone(profile);
    expect(usualFrom([{ field: "signs", value: ["seizure"] }, ...sight("blurred", "both")], {}, profile)?.usual)
      .toEqual({ ...profile.usual, signs: ["faint", "seizure"], vision: { loss: "blurred", eyes: "both" } });
    expect(profile).toEqual(copy);
    expect(usualFrom(sight("blurred", "both"), {}, {})?.usual).toEqual({ vision: { loss: "blurred", eyes: "both" } });
  });
});
