import { describe, expect, it } from "vitest";
import { emergenciesNow } from "@/lib/domain/alerts/emergencies-now";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";

const byScore: RaisedAlert = { ruleId: "vision-sudden-loss", ruleVersion: 1, tier: "EMERGENCY", evidence: [{ field: "scores.vision", value: 9 }] };
const bySign: RaisedAlert = { ruleId: "chest-pain", ruleVersion: 1, tier: "EMERGENCY", evidence: [{ field: "signs", value: ["chest-pain"] }] };
const soon: RaisedAlert = { ruleId: "possible-relapse", ruleVersion: 1, tier: "SOON", evidence: [] };
const nothing = new Set<string>();
const now = (step: Parameters<typeof emergenciesNow>[0]["step"], alerts: RaisedAlert[], shown = nothing, correcting = nothing) =>
  emergenciesNow({ step, alerts, shown, correcting }).map(({ ruleId }) => ruleId);

describe("emergenciesNow", () => {
  it.each(["details", "safety", "group", "follow-up", "done"] as const)("takes the screen at once for an answer, in %s", (step) => {
    expect(now(step, [bySign])).toEqual(["chest-pain"]);
  });
  it("waits for the answers while the details of a jump are asked, and no longer", () => {
    expect(now("details", [byScore])).toEqual([]);
    expect(now("safety", [byScore])).toEqual(["vision-sudden-loss"]);
  });
  it("never interrupts for another tier", () => {
    expect(now("done", [soon])).toEqual([]);
  });
  it("shows a rule once", () => {
    expect(now("done", [bySign], new Set(["chest-pain"]))).toEqual([]);
  });
  it("waits while the person corrects, and comes back when the answer stays", () => {
    expect(now("group", [bySign], nothing, new Set(["chest-pain"]))).toEqual([]);
    expect(now("done", [bySign], nothing, new Set(["chest-pain"]))).toEqual(["chest-pain"]);
  });
});
