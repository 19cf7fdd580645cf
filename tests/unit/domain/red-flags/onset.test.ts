import { describe, expect, it } from "vitest";
import { ONSET_KEYS, type OnsetKey } from "@/lib/domain/check-in/vocabulary";
import { prepare } from "@/lib/domain/red-flags/findings";
import { DAY_MS } from "@/lib/domain/time";
import { context, entry, type Entry } from "./diary";

/** Onset(k) of C with one check-in of yesterday. */
const onset = (key: OnsetKey, fields: Entry, yesterday: Entry, stated: "usual" | "gradual" = "usual") =>
  prepare(entry(0, { ...fields, onset: { [key]: stated } }), context({ history: [entry(DAY_MS, yesterday)] })).onset.of(key);

describe("usual and gradual are dropped", () => {
  it.each(["numbness", "vision", "walking"] as const)("for %s when a score of Before is 4 lower, not 3", (key) => {
    for (const stated of ["usual", "gradual"] as const) {
      expect(onset(key, { scores: { [key]: 8 } }, { scores: { [key]: 4 } }, stated)).toBeUndefined();
      expect(onset(key, { scores: { [key]: 7 } }, { scores: { [key]: 4 } }, stated)).toBe(stated);
    }
  });
  it("for weakness and fatigue never by a score", () => {
    expect(onset("weakness", { scores: { walking: 10, numbness: 10 } }, { scores: { walking: 0, numbness: 0 } })).toBe("usual");
    expect(onset("fatigue", { scores: { fatigue: 10 } }, { scores: { fatigue: 0 } })).toBe("usual");
    expect(onset("signs", { signs: ["faint"], scores: { fatigue: 10 } }, { signs: [], scores: { fatigue: 0 } }, "gradual")).toBe("gradual");
  });
  it.each<[string, OnsetKey, Entry, Entry, boolean]>([
    ["one eye of two was two grades better", "vision", { vision: { loss: "partial", eyes: "both" } }, { vision: { loss: "none", eyes: "left" } }, true],
    ["the eye was one grade better", "vision", { vision: { loss: "partial", eyes: "left" } }, { vision: { loss: "blurred", eyes: "left" } }, false],
    ["the other eye was better", "vision", { vision: { loss: "complete", eyes: "left" } }, { vision: { loss: "none", eyes: "right" } }, false],
    ["no loss was recorded", "vision", { vision: { loss: "complete", eyes: "left" } }, {}, false],
    ["one area of two was two grades better", "weakness", { weakness: { severity: "severe", areas: ["left-arm", "left-leg"] } }, { weakness: { severity: "mild", areas: ["left-leg"] } }, true],
    ["the area was one grade better", "weakness", { weakness: { severity: "severe", areas: ["left-arm"] } }, { weakness: { severity: "moderate", areas: ["left-arm"] } }, false],
    ["weakness was not recorded", "weakness", { weakness: { severity: "severe", areas: ["left-arm"] } }, {}, false],
    ["they walked two grades better", "walking", { walking: { ability: "two-aids" } }, { walking: { ability: "unaided" } }, true],
    ["they walked one grade better", "walking", { walking: { ability: "two-aids" } }, { walking: { ability: "one-aid" } }, false],
    ["no ability was recorded", "walking", { walking: { ability: "unable" } }, {}, false],
  ])("when %s: %s", (_what, key, now, yesterday, isDropped) => {
    expect(onset(key, now, yesterday)).toBe(isDropped ? undefined : "usual");
  });
  it("only from C: an earlier check-in says what it says", () => {
    const earlier = entry(DAY_MS, { scores: { vision: 9 }, onset: { vision: "usual" } });
    const { of } = prepare(entry(0), context({ history: [entry(2 * DAY_MS, { scores: { vision: 0 } }), earlier] })).onset;
    expect(of("vision", earlier)).toBe("usual");
  });
  it("and what was not answered stays not answered", () => {
    for (const key of ONSET_KEYS) expect(prepare(entry(0), context()).onset.of(key)).toBeUndefined();
  });
});
