import { describe, expect, it } from "vitest";
import type { JudgedCheckIn, RecordedRelapse } from "@/lib/domain/check-in/check-in";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { GROUPS } from "@/lib/domain/relapse/groups";
import { RUN_RULES } from "@/lib/domain/relapse/runs";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import { context, daily, entry, fired, judge, NOW, STABLE, type Entry } from "../red-flags/diary";

const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const firm: Entry = { scores: { walking: 6 } };
const findings = (fields: Entry, partial: Partial<RuleContext>) => prepare(entry(0, fields), context(partial));
const evidenceOf = (rule: string, fields: Entry, partial: Partial<RuleContext>) => judge(fields, partial).alerts.find(({ ruleId }) => ruleId === rule)?.evidence.map(({ field, value }) => [field, value]);

describe("what changes a group", () => {
  it("fatigue has no finding, and weakness that is not recorded is unknown", () => {
    const { groups } = findings({ scores: { fatigue: 10 } }, {});
    expect(groups.hasFinding("fatigue")).toBe(false);
    expect(GROUPS.map((group) => groups.isChanged(group))).toEqual([false, false, false, undefined, false]);
    expect(findings({ weakness: { areas: ["left-arm"] } }, {}).groups.isChanged("weakness")).toBeUndefined();
    expect(findings({ weakness: { severity: "none" } }, {}).groups.isChanged("weakness")).toBe(false);
  });
  it("a walking ability is judged grade by grade: one that is recurrent says nothing of a worse one", () => {
    const usually: Partial<RuleContext> = { profile: { usual: { walking: "one-aid" } } };
    const history = [...daily(20, 11), ...daily(10, 8, { walking: { ability: "few-steps" } }), entry(DAY_MS, { walking: { ability: "few-steps" } })];
    const { groups, runs } = findings({ walking: { ability: "unable" }, onset: { walking: "days" } }, { ...usually, history });
    expect(groups.isChanged("walking", history.at(-1))).toBe(false);
    expect(runs.of("walking")!.lastsMs).toBe(0);
  });
});

describe("told to have lasted more than a day", () => {
  const run = (...onsets: ("days" | "hours" | undefined)[]) => {
    const earlier = onsets.map((onset, i) => entry((onsets.length - i) * 5 * HOUR_MS, { ...firm, ...(onset && { onset: { walking: onset } }) }));
    return findings(firm, { history: [...daily(60, 2), ...earlier] }).runs.of("walking")!;
  };
  it("goes by the first check-in of the run alone", () => {
    expect(run("days", undefined).isDurationMet).toBe(true);
    expect(run(undefined, "days").isDurationMet).toBe(false);
    expect(run("hours", "days", "days").isDurationMet).toBe(false);
  });
});

describe("the rules that rest on a run", () => {
  it("are these: once per run goes by them", () => {
    expect(RUN_RULES).toEqual(["pml-warning", "s1p-vision", "possible-relapse", "relapse-worsening", "pseudo-relapse-infection", "heat-pseudo-relapse", "watch-24h", "fatigue-only"]);
  });
});

describe("the evidence of a run", () => {
  it("names the onset of fatigue, and no score of weakness", () => {
    const cough: Partial<RuleContext> = { history: [...daily(60, 2), entry(DAY_MS, { infection: ["cough"] })] };
    expect(evidenceOf("pseudo-relapse-infection", { scores: { fatigue: 8 }, onset: { fatigue: "days" } }, cough)).toEqual([
      ["run.fatigue", NOW.toISOString()], ["scores.fatigue", 8], ["usual.fatigue", 4], ["onset.fatigue", "days"], ["recent.infection", ["cough"]],
    ]);
    expect(evidenceOf("pseudo-relapse-infection", { weakness: { severity: "mild", areas: ["left-arm"] }, onset: { weakness: "days" } }, cough)).toEqual([
      ["run.weakness", NOW.toISOString()], ["weakness.severity", "mild"], ["weakness.areas", ["left-arm"]], ["onset.weakness", "days"], ["recent.infection", ["cough"]],
    ]);
  });
  it("leaves the usual out where it is not known", () => {
    expect(evidenceOf("possible-relapse", { scores: { walking: 5 }, onset: { walking: "days" } }, {})).toEqual([
      ["run.walking", NOW.toISOString()], ["scores.walking", 5], ["onset.walking", "days"], ["recent.infection", "not-asked"], ["recent.heat", "not-asked"], ["relapses.last", "none"],
    ]);
  });
});

describe("the same relapse", () => {
  const owns = (fields: Entry, history: JudgedCheckIn[], ...relapses: RecordedRelapse[]) => {
    const f = findings(fields, { history, relapses });
    return f.recorded.owns(f.runs.focal()[0]!);
  };
  /** 60 days of the usual before a relapse that began 40 days ago. */
  const BEFORE = daily(110, 41);
  it("holds while no check-in since its start shows the group unchanged, whatever lay between", () => {
    const broken = [...BEFORE, entry(38 * DAY_MS, firm), entry(2 * DAY_MS, firm)];
    expect(owns(firm, broken, { startedAt: ago(40) })).toBe(true);
    expect(owns(firm, [...broken, entry(20 * DAY_MS)], { startedAt: ago(40) })).toBe(false);
    expect(owns(firm, broken, { startedAt: ago(40), endedAt: ago(3) })).toBe(false);
  });
  it("does not count a check-in of its first moment", () => {
    expect(owns(firm, [...BEFORE, entry(40 * DAY_MS), entry(2 * DAY_MS, firm)], { startedAt: ago(40) })).toBe(true);
    expect(owns(firm, [...BEFORE, entry(40 * DAY_MS - 1), entry(2 * DAY_MS, firm)], { startedAt: ago(40) })).toBe(false);
  });
  it("goes by what came before the run: within a sustained run each check-in is in the usual range", () => {
    const swinging = daily(110, 41).map((x, i) => ({ ...x, scores: { ...x.scores, walking: i % 4 === 0 ? 6 : 2 } }));
    const high: Entry = { scores: { walking: 5 } };
    const history = [...swinging, ...daily(7, 1, high)];
    const { runs } = findings(high, { history });
    expect(runs.of("walking")).toMatchObject({ isSustained: true });
    expect(owns(high, history, { startedAt: ago(40) })).toBe(true);
    expect(owns(high, [...history, entry(20 * DAY_MS)], { startedAt: ago(40) })).toBe(false);
  });
});

describe("a relapse that gets worse", () => {
  const worsening = (fields: Entry, partial: Partial<RuleContext>) => findings(fields, partial).course.worsening();
  it("is not said of a score that is called usual", () => {
    const history = [...daily(60, 13), ...daily(12, 1, { scores: { walking: 5 } })];
    const relapses = [{ startedAt: ago(12) }];
    expect(worsening({ scores: { walking: 8 }, onset: { walking: "gradual" } }, { history, relapses })).not.toBeNull();
    expect(worsening({ scores: { walking: 8 }, onset: { walking: "usual" } }, { history, relapses })).toBeNull();
  });
  it("is not said of a score that is called usual either where no usual is known", () => {
    const given = { history: daily(12, 1, { scores: { walking: 5 } }), relapses: [{ startedAt: ago(12) }] };
    expect(worsening({ scores: { walking: 8 }, onset: { walking: "gradual" } }, given)).not.toBeNull();
    expect(worsening({ scores: { walking: 8 }, onset: { walking: "usual" } }, given)).toBeNull();
  });
  it("begins anew after 30 days: a run of exactly then is no new part of it", () => {
    const at = (ms: number) => worsening(firm, { history: [...daily(120, 61), entry(ms, firm), entry(DAY_MS, firm)], relapses: [{ startedAt: ago(32) }] });
    expect(at(2 * DAY_MS)).toBeNull();
    expect(at(2 * DAY_MS + 1)?.runs.map(({ group }) => group)).toEqual(["walking"]);
  });
  it("is not said beside a possible relapse", () => {
    const history = [...daily(120, 3), ...daily(2, 1, firm)];
    const relapses = [{ startedAt: ago(60) }];
    expect(fired({ scores: { walking: 9 } }, { history, relapses })).toEqual(expect.arrayContaining(["possible-relapse"]));
    expect(worsening({ scores: { walking: 9 } }, { history, relapses })).toBeNull();
  });
  it("names a score without a run as it was answered", () => {
    const history = daily(12, 1, { scores: { walking: 3 } });
    const evidence = evidenceOf("relapse-worsening", { scores: { walking: 6 } }, { history, relapses: [{ startedAt: ago(12) }] });
    expect(evidence).toEqual(expect.arrayContaining([["scores.walking", 6], ["relapses.last", ago(12).toISOString()]]));
  });
});

describe("the usual before an open relapse", () => {
  it("rests on what came before its start, not on what came long after it", () => {
    const history = [...daily(150, 101), ...daily(9, 1, { scores: { walking: 8 } })];
    expect(findings({}, { history, relapses: [{ startedAt: ago(100) }] }).recovery.usualBefore("walking")).toMatchObject({ median: 2, days: 50 });
  });
  it("is none without an open relapse", () => {
    const { recovery } = findings({}, { history: STABLE });
    expect([recovery.usualBefore("walking"), recovery.notRecovering(), recovery.isRecovered()]).toEqual([null, [], false]);
  });
});

describe("the timed walk", () => {
  const walk = (seconds?: number): Entry => (seconds === undefined ? {} : { walking: { timed25FootSeconds: seconds } });
  const history = [entry(45 * DAY_MS), entry(40 * DAY_MS, walk(10)), entry(35 * DAY_MS), entry(30 * DAY_MS, walk(10)), entry(25 * DAY_MS), entry(3 * DAY_MS, walk(12)), entry(2 * DAY_MS)];
  it("goes by the walks alone, over check-ins without one", () => {
    expect(findings(walk(12), { history }).slowChange.slowerWalk()).toEqual({ seconds: 12, usual: 10 });
    expect(findings(walk(11.9), { history }).slowChange.slowerWalk()).toBeNull();
    expect(findings(walk(), { history }).slowChange.slowerWalk()).toBeNull();
  });
});
