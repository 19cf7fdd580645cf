import { describe, expect, it } from "vitest";
import type { RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { findRule } from "@/lib/domain/red-flags/all";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { Above, RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/time";
import { context, daily, entry, fired, NOW, STABLE, type Entry } from "../red-flags/diary";

const firm: Entry = { scores: { walking: 6 } };
const relapse = (startedDaysAgo: number, endedDaysAgo?: number): RecordedRelapse => ({
  startedAt: new Date(NOW.getTime() - startedDaysAgo * DAY_MS),
  ...(endedDaysAgo !== undefined && { endedAt: new Date(NOW.getTime() - endedDaysAgo * DAY_MS) }),
});
const findings = (fields: Entry, partial: Partial<RuleContext>) => prepare(entry(0, fields), context(partial));
const NOTHING_ABOVE: Above = { fires: () => false, areSilent: () => true };
/** 60 ordinary days, then two worse ones up to now. */
const worseForTwoDays = [...daily(62, 3), entry(2 * DAY_MS, firm), entry(DAY_MS, firm)];

describe("the same relapse", () => {
  const owns = (relapses: RecordedRelapse[], history = worseForTwoDays) => {
    const f = findings(firm, { history, relapses });
    return f.recorded.owns(f.runs.of("walking")!);
  };
  it.each([
    { gap: "a minute less than 30 days", started: 32 - MINUTE_MS / DAY_MS, same: true },
    { gap: "exactly 30 days", started: 32, same: false },
  ])("a run that starts $gap after a closed one belongs to it: $same", ({ started, same }) => {
    expect(owns([relapse(started, 10)])).toBe(same);
  });
  it("is any of those recorded, not the latest alone", () => {
    expect(owns([relapse(40, 35), relapse(20, 10)])).toBe(true);
    expect(owns([])).toBe(false);
  });
  it("is none that starts after C", () => {
    expect(owns([relapse(-1)])).toBe(false);
    expect(owns([relapse(0)])).toBe(true);
  });
  it("goes on for as long as it is open and the group never came back", () => {
    const since = [...daily(100, 52), ...daily(50, 1, firm)];
    expect(owns([relapse(51)], since)).toBe(true);
    const cameBack = [...daily(100, 52), ...daily(50, 10, firm), ...daily(9, 3), ...daily(2, 1, firm)];
    expect(owns([relapse(51)], cameBack)).toBe(false);
  });
  it("an end after C is not yet an end", () => {
    const f = findings(firm, { history: STABLE, relapses: [relapse(5, -1), relapse(9, 0)] });
    expect(f.recorded.latestOpen()).toEqual(relapse(5));
    expect(findings(firm, { history: STABLE, relapses: [relapse(9, 0)] }).recorded.latestOpen()).toBeUndefined();
  });
  it("of two that start together takes the open one, or the one that ends later, whatever their order", () => {
    const [open, closed, long] = [relapse(60), relapse(60, 40), relapse(60, 30)];
    for (const relapses of [[open, closed, long], [long, closed, open], [closed, open, long]]) expect(findings({}, { relapses }).recorded.latest()).toEqual(open);
    for (const relapses of [[closed, long], [long, closed]]) expect(findings({}, { relapses }).recorded.latest()).toEqual(long);
  });
  it("one that ended only after C keeps its days out of the usual for 90 days, like an open one", () => {
    const history = [...daily(14, 4, { scores: { walking: 0 } }), ...daily(3, 1)];
    expect(fired({}, { history, relapses: [relapse(105, -1)] })).toContain("possible-relapse");
    expect(fired({}, { history, relapses: [relapse(105, 0)] })).not.toContain("possible-relapse");
  });
  it("knows the latest, and the latest open one, whatever their order", () => {
    const f = findings({}, { relapses: [relapse(20, 10), relapse(90), relapse(40)] });
    expect(f.recorded.latest()).toEqual(relapse(20, 10));
    expect(f.recorded.latestOpen()).toEqual(relapse(40));
    expect(f.recorded.ageOf(relapse(20))).toBe(20 * DAY_MS);
    expect(findings({}, {}).recorded.latest()).toBeUndefined();
    expect(findings({}, { relapses: [relapse(20, 10)] }).recorded.latestOpen()).toBeUndefined();
  });
});

describe("possible-relapse", () => {
  const id = "possible-relapse";
  it("is a focal run of its duration that no recorded relapse owns", () => {
    expect(fired(firm, { history: worseForTwoDays })).toContain(id);
    expect(fired(firm, { history: worseForTwoDays, relapses: [relapse(20)] })).not.toContain(id);
    expect(fired({ scores: { fatigue: 9 } }, { history: [...daily(62, 3), ...daily(2, 1, { scores: { fatigue: 9 } })] })).not.toContain(id);
  });
  it.each([
    { since: "71 h 59 min", ms: 3 * DAY_MS - MINUTE_MS, fires: false },
    { since: "exactly 72 h", ms: 3 * DAY_MS, fires: true },
  ])("$since after the last infection sign it fires: $fires", ({ ms, fires }) => {
    const history = [...daily(62, 4), entry(ms, { ...firm, infection: ["cough"] }), entry(DAY_MS, firm)];
    expect(fired(firm, { history }).includes(id)).toBe(fires);
    expect(fired(firm, { history }).includes("pseudo-relapse-infection")).toBe(!fires);
  });
  it("shows every input of its judgement", () => {
    const evidence = (fields: Entry, partial: Partial<RuleContext>) =>
      Object.fromEntries(findingsEvidence(fields, partial).map(({ field, value }) => [field, value]));
    expect(evidence(firm, { history: worseForTwoDays })).toEqual({
      "run.walking": new Date(NOW.getTime() - 2 * DAY_MS).toISOString(), "scores.walking": 6, "usual.walking": 2,
      "recent.infection": "not-asked", "recent.heat": "not-asked", "relapses.last": "none",
    });
    expect(evidence(
      { ...firm, onset: { walking: "days" }, walking: { ability: "one-aid" }, infection: [], triggers: ["stress"] },
      { history: worseForTwoDays, relapses: [relapse(200, 150)], profile: { usual: { walking: "unaided" } } },
    )).toEqual({
      "run.walking": new Date(NOW.getTime() - 2 * DAY_MS).toISOString(), "scores.walking": 6, "usual.walking": 2,
      "onset.walking": "days", "walking.ability": "one-aid", "recent.infection": "no", "recent.heat": "no",
      "relapses.last": relapse(200).startedAt.toISOString(),
    });
    const inHeat = [...daily(62, 5), entry(4 * DAY_MS, { ...firm, infection: [] }), entry(2 * DAY_MS, { ...firm, infection: ["cold"] })];
    expect(evidence({ ...firm, triggers: ["exercise"] }, { history: inHeat })).toMatchObject({ "recent.infection": "no", "recent.heat": "yes" });
    const tooOld = [...daily(62, 5), entry(4 * DAY_MS, { ...firm, infection: [] }), entry(2 * DAY_MS, { ...firm, temperatureC: 36.6 })];
    expect(evidence(firm, { history: tooOld })).toMatchObject({ "recent.infection": "not-asked" });
  });
  it("names no detail that is usual", () => {
    const usual = { history: worseForTwoDays, profile: { usual: { walking: "one-aid" as const } } };
    expect(findingsEvidence({ ...firm, walking: { ability: "one-aid" } }, usual).map(({ field }) => field)).not.toContain("walking.ability");
    const blurry = { history: worseForTwoDays, profile: { usual: { vision: { loss: "blurred" as const, doubleVision: true } } } };
    const fields = findingsEvidence({ scores: { vision: 8 }, onset: { vision: "days" }, vision: { loss: "none", doubleVision: false } }, blurry).map(({ field }) => field);
    expect(fields).toEqual(["run.vision", "scores.vision", "usual.vision", "onset.vision", "recent.infection", "recent.heat", "relapses.last"]);
  });
  it("names the details of each group that has a run", () => {
    const fields: Entry = {
      numbness: { areas: ["left-arm"] }, vision: { loss: "blurred", eyes: "left", doubleVision: true }, onset: { numbness: "days", vision: "days", weakness: "days" },
      weakness: { severity: "mild", areas: ["left-leg"] },
    };
    expect(findingsEvidence(fields, { history: STABLE }).map(({ field }) => field)).toEqual([
      "run.numbness", "scores.numbness", "usual.numbness", "numbness.areas", "onset.numbness",
      "run.vision", "scores.vision", "usual.vision", "vision.loss", "vision.eyes", "vision.doubleVision", "onset.vision",
      "run.weakness", "weakness.severity", "weakness.areas", "onset.weakness",
      "recent.infection", "recent.heat", "relapses.last",
    ]);
  });

  function findingsEvidence(fields: Entry, partial: Partial<RuleContext>) {
    const f = findings(fields, partial);
    const verdict = findRule(id)!.judge(f, NOTHING_ABOVE);
    return verdict.kind === "fires" ? verdict.evidence : [];
  }
});
