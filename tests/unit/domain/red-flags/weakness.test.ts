import { describe, expect, it } from "vitest";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { context, entry, fired, type Entry } from "./diary";

const weakness = (fields: Entry, partial: Partial<RuleContext> = {}) => prepare(entry(0, fields), context(partial)).weakness;
const wheelchair: Partial<RuleContext> = { profile: { mobility: "wheelchair-full-time" } };

describe("when weakness came, where no onset is answered", () => {
  const when = (now: Entry["weakness"], yesterday: Entry) => weakness({ weakness: now! }, { history: [entry(DAY_MS, yesterday)] }).effectiveOnset();
  it("not at this severity yesterday is absent yesterday", () => {
    expect(when({ severity: "severe", areas: ["left-arm"] }, { weakness: { severity: "mild", areas: ["left-arm"] } })).toBe("hours");
    expect(when({ severity: "severe", areas: ["left-arm"] }, { weakness: { severity: "severe", areas: ["left-arm"] } })).toBe("unknown");
    expect(when({ severity: "mild", areas: ["left-arm"] }, { weakness: { severity: "mild" } })).toBe("unknown");
  });
  it("nothing weak has no beginning", () => {
    expect(weakness({}, { history: [entry(DAY_MS, { weakness: { severity: "severe", areas: ["left-arm"] } })] }).effectiveOnset()).toBe("unknown");
  });
  it("one new area that was not there is enough", () => {
    expect(when({ severity: "mild", areas: ["left-arm", "left-leg"] }, { weakness: { severity: "mild", areas: ["left-arm"] } })).toBe("hours");
  });
});

describe("weak areas that are not known", () => {
  it("are those ticked from mild on, whatever the onset", () => {
    expect(weakness({ weakness: { severity: "mild", areas: ["left-arm"] }, onset: { weakness: "gradual" } }).unknownAreas()).toEqual(["left-arm"]);
    expect(weakness({ weakness: { severity: "severe" } }).unknownAreas()).toEqual(["unnamed"]);
    for (const none of [{}, { weakness: {} }, { weakness: { severity: "none" as const } }, { weakness: { areas: ["left-arm" as const] } }]) expect(weakness(none).unknownAreas()).toEqual([]);
  });
  it("leave out the usual area up to its usual severity", () => {
    const usual: Partial<RuleContext> = { profile: { usual: { weakness: { severity: "moderate", areas: ["left-arm"] } } } };
    expect(weakness({ weakness: { severity: "moderate", areas: ["left-arm", "trunk"] } }, usual).unknownAreas()).toEqual(["trunk"]);
    expect(weakness({ weakness: { severity: "severe", areas: ["left-arm"] } }, usual).unknownAreas()).toEqual(["left-arm"]);
  });
});

describe("a full-time wheelchair user", () => {
  it("has usually weak legs, and not usually weak arms", () => {
    expect(weakness({ weakness: { severity: "severe", areas: ["left-leg", "left-arm"] } }, wheelchair).newAreas()).toEqual(["left-arm"]);
    expect(weakness({ weakness: { severity: "severe" } }, wheelchair).newAreas()).toEqual([]);
  });
});

describe("where it is weak", () => {
  it("a saddle beside a weak arm is not a weak leg", () => {
    const saddle: Entry = { numbness: { areas: ["saddle"] } };
    expect(fired({ ...saddle, weakness: { severity: "mild", areas: ["left-arm"] } })).not.toContain("cauda-equina");
    expect(fired({ ...saddle, weakness: { severity: "mild", areas: ["left-leg"] } })).toContain("cauda-equina");
  });
  it("both sides are not one side", () => {
    expect(fired({ weakness: { severity: "severe", areas: ["left-arm", "right-arm"] }, onset: { weakness: "sudden" } })).not.toContain("weakness-one-side");
  });
});
