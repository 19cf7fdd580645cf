import { describe, expect, it } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { prepare } from "@/lib/domain/red-flags/findings";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import type { Group } from "@/lib/domain/relapse/groups";
import type { Run } from "@/lib/domain/relapse/runs";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/domain/time";
import { context, daily, entry, NOW, STABLE, USUAL, type Entry } from "../red-flags/diary";

/** Usual walking is 2, so 4 is just elevated, 5 is firm and 6 well so. */
const worse: Entry = { scores: { walking: 4 } };
const firm: Entry = { scores: { walking: 5 } };
const hot = (fields: Entry): Entry => ({ ...fields, triggers: ["heat"] });

/** The run of a group at C, with 60 ordinary days up to two weeks before it. */
function runOf(group: Group, fields: Entry, earlier: JudgedCheckIn[] = [], partial: Partial<RuleContext> = {}): Run | null {
  return prepare(entry(0, fields), context({ history: [...daily(74, 15), ...earlier], ...partial })).runs.of(group);
}
const walking = (fields: Entry, ...earlier: JudgedCheckIn[]) => runOf("walking", fields, earlier);

describe("a run", () => {
  it("goes back to its first changed check-in", () => {
    const run = walking(worse, entry(3 * DAY_MS), entry(2 * DAY_MS, worse), entry(DAY_MS, worse));
    expect(run).toMatchObject({ group: "walking", lastsMs: 2 * DAY_MS, isSustained: false });
    expect(run!.start).toEqual(new Date(NOW.getTime() - 2 * DAY_MS));
  });
  it("is none when C is not changed, whatever came before", () => {
    expect(walking({ scores: { walking: 3 } }, entry(DAY_MS, firm))).toBeNull();
  });
  it("ends at one unchanged check-in between two changed ones", () => {
    expect(walking(worse, entry(2 * DAY_MS, worse), entry(30 * HOUR_MS), entry(DAY_MS, worse))!.lastsMs).toBe(DAY_MS);
  });
  it.each([
    { gap: "14 days", ms: 14 * DAY_MS, lastsMs: 14 * DAY_MS },
    { gap: "14 days and a minute", ms: 14 * DAY_MS + MINUTE_MS, lastsMs: 0 },
  ])("crosses a silence of $gap or not", ({ ms, lastsMs }) => {
    const history = [...daily(90, 31), entry(ms, worse)];
    expect(runOf("walking", worse, [], { history })!.lastsMs).toBe(lastsMs);
  });
  it("measures each silence from the check-in before it", () => {
    const history = [...daily(120, 60), entry(27 * DAY_MS, worse), entry(13.5 * DAY_MS, worse)];
    expect(runOf("walking", worse, [], { history })!.lastsMs).toBe(27 * DAY_MS);
  });
  it("skips a check-in that does not tell about weakness, and ends at one that tells of none", () => {
    const weak: Entry = { weakness: { severity: "mild", areas: ["left-leg"] } };
    expect(runOf("weakness", weak, [entry(2 * DAY_MS, weak), entry(DAY_MS)])!.lastsMs).toBe(2 * DAY_MS);
    expect(runOf("weakness", weak, [entry(2 * DAY_MS, weak), entry(DAY_MS, { weakness: { severity: "none" } })])!.lastsMs).toBe(0);
    expect(runOf("weakness", weak, [entry(2 * DAY_MS, weak), entry(DAY_MS, { weakness: { areas: ["left-leg"] } })])!.lastsMs).toBe(2 * DAY_MS);
    expect(runOf("weakness", {}, [entry(DAY_MS, weak)])).toBeNull();
  });
  it("counts a long silence also across check-ins that do not tell", () => {
    const weak: Entry = { weakness: { severity: "mild", areas: ["left-leg"] } };
    expect(runOf("weakness", weak, [entry(15 * DAY_MS, weak), entry(7 * DAY_MS)])!.lastsMs).toBe(0);
  });
  it("never uses a later check-in, and takes C at the moment it is believed", () => {
    const later = entry(-HOUR_MS);
    expect(walking(worse, later, entry(DAY_MS, worse))!.lastsMs).toBe(DAY_MS);
    const ahead = prepare(entry(-2 * HOUR_MS, worse), context({ history: [...STABLE.slice(0, -2), entry(DAY_MS, worse)] })).runs.of("walking");
    expect(ahead!.lastsMs).toBe(DAY_MS);
  });
  it("belongs to one group alone", () => {
    expect(runOf("vision", worse)).toBeNull();
    expect(runOf("fatigue", { scores: { fatigue: 6 } })).toBeNull();
    expect(runOf("fatigue", { scores: { fatigue: 7 } })).toMatchObject({ group: "fatigue" });
  });
});

describe("what changes a group", () => {
  const groupsOf = (fields: Entry, partial: Partial<RuleContext> = { history: STABLE }) => prepare(entry(0, fields), context(partial)).groups;
  it.each<[string, Group, Entry, Partial<RuleContext>?]>([
    ["a new numb area", "numbness", { numbness: { areas: ["left-arm"] } }],
    ["new vision loss", "vision", { vision: { loss: "blurred", eyes: "left" } }],
    ["new double vision", "vision", { vision: { doubleVision: true } }],
    ["a new weak area", "weakness", { weakness: { severity: "mild", areas: ["left-leg"] } }],
    ["an ability one grade worse than usual", "walking", { walking: { ability: "one-aid" } }, { profile: { usual: { walking: "unaided" } } }],
  ])("%s is a finding", (_what, group, fields, partial) => {
    const groups = groupsOf(fields, partial);
    expect(groups.hasFinding(group)).toBe(true);
    expect(groups.isChanged(group)).toBe(true);
    expect(groups.isFirm(group)).toBe(true);
  });
  it.each<[string, Entry, Partial<RuleContext>]>([
    ["is usual", { walking: { ability: "one-aid" } }, { profile: { usual: { walking: "one-aid" } } }],
    ["has no usual to compare with", { walking: { ability: "one-aid" } }, {}],
    ["was not answered", {}, { profile: { usual: { walking: "unaided" } } }],
    ["is called gradual", { walking: { ability: "one-aid" }, onset: { walking: "gradual" } }, { profile: { usual: { walking: "unaided" } } }],
    ["is called usual", { walking: { ability: "one-aid" }, onset: { walking: "usual" } }, { profile: { usual: { walking: "unaided" } } }],
    ["is that of a full-time wheelchair user", { walking: { ability: "unable" } }, { profile: { mobility: "wheelchair-full-time", usual: { walking: "few-steps" } } }],
    ["is recurrent", { walking: { ability: "one-aid" } }, { profile: { usual: { walking: "unaided" } }, history: daily(10, 8, { walking: { ability: "two-aids" } }) }],
  ])("an ability that %s is none", (_why, fields, partial) => {
    expect(groupsOf(fields, partial).hasFinding("walking")).toBe(false);
  });
  it("twice in two months is not yet recurrent", () => {
    const partial: Partial<RuleContext> = { profile: { usual: { walking: "unaided" } }, history: daily(9, 8, { walking: { ability: "one-aid" } }) };
    expect(groupsOf({ walking: { ability: "one-aid" } }, partial).hasFinding("walking")).toBe(true);
  });
  it.each<[Group, number, boolean]>([
    ["walking", 4, false], ["walking", 5, true], ["vision", 3, false], ["vision", 4, true], ["numbness", 4, false], ["numbness", 5, true],
    ["fatigue", 7, false], ["fatigue", 8, true],
  ])("a %s score of %i is firm: %s", (group, value, isFirm) => {
    expect(groupsOf({ scores: { [group]: value } }).isFirm(group)).toBe(isFirm);
  });
  it("a score three above the median is not firm within two of the usual range", () => {
    const swinging = STABLE.map((x, i) => (i % 10 === 0 ? { ...x, scores: { ...USUAL, walking: 4 } } : x));
    expect(groupsOf({ scores: { walking: 5 } }, { history: swinging }).isFirm("walking")).toBe(false);
    expect(groupsOf({ scores: { walking: 6 } }, { history: swinging }).isFirm("walking")).toBe(true);
  });
  it("what is told is firm, and without a baseline nothing else of a score is", () => {
    expect(groupsOf({ scores: { walking: 3 }, onset: { walking: "days" } }).isFirm("walking")).toBe(true);
    expect(groupsOf({ scores: { walking: 10 } }, {}).isFirm("walking")).toBe(false);
    expect(groupsOf({ scores: { walking: 3 }, onset: { walking: "days" } }, {}).isFirm("walking")).toBe(true);
  });
  it("weakness that is not recorded is unknown, never unchanged", () => {
    expect(groupsOf({}).isChanged("weakness")).toBeUndefined();
    expect(groupsOf({ weakness: { areas: ["left-leg"] } }).isChanged("weakness")).toBeUndefined();
    expect(groupsOf({ weakness: { severity: "none" } }).isChanged("weakness")).toBe(false);
    expect(groupsOf({ weakness: { areas: ["left-leg"] }, onset: { weakness: "hours" } }).isChanged("weakness")).toBe(true);
    expect(groupsOf({}).isFirm("weakness")).toBe(false);
  });
});

describe("duration", () => {
  it.each([
    { lasting: "23 h 59 min", ms: DAY_MS - MINUTE_MS, met: false },
    { lasting: "exactly 24 h", ms: DAY_MS, met: true },
  ])("of a firm run is met after $lasting: $met", ({ ms, met }) => {
    const run = walking(firm, entry(ms, firm))!;
    expect(run).toMatchObject({ isFirm: true, holdsFirm: true, isDurationMet: met });
  });
  it.each([
    { lasting: "47 h 59 min", ms: 2 * DAY_MS - MINUTE_MS, met: false },
    { lasting: "exactly 48 h", ms: 2 * DAY_MS, met: true },
  ])("of any other run is met after $lasting: $met", ({ ms, met }) => {
    const run = walking(worse, entry(ms, worse))!;
    expect(run).toMatchObject({ isFirm: false, holdsFirm: false, isDurationMet: met });
  });
  it("needs 48 h when only one check-in is firm by its score", () => {
    expect(walking(firm, entry(47 * HOUR_MS, worse))).toMatchObject({ isFirm: false, holdsFirm: true, isDurationMet: false });
  });
  it("one told check-in, or one finding, makes a run firm", () => {
    expect(walking(worse, entry(DAY_MS, { scores: { walking: 3 }, onset: { walking: "hours" } }))).toMatchObject({ isFirm: true, isDurationMet: true });
    expect(runOf("numbness", { scores: { numbness: 4 } }, [entry(DAY_MS, { numbness: { areas: ["left-arm"] } })])).toMatchObject({ isFirm: true, isDurationMet: true });
  });
  it.each([
    { lasting: "71 h 59 min", ms: 3 * DAY_MS - MINUTE_MS, met: false },
    { lasting: "exactly 72 h", ms: 3 * DAY_MS, met: true },
  ])("of a run logged only in the heat is met after $lasting: $met", ({ ms, met }) => {
    expect(walking(hot(firm), entry(ms, hot(firm)))).toMatchObject({ isDurationMet: met });
  });
  it("needs no longer once a check-in of the run is free of heat", () => {
    expect(walking(hot(firm), entry(DAY_MS, firm))).toMatchObject({ isDurationMet: true });
    expect(walking(firm, entry(DAY_MS, hot(firm)))).toMatchObject({ isDurationMet: true });
  });
  it("is met at once when the first check-in says that it came over days, but not in the heat alone", () => {
    const overDays: Entry = { scores: { walking: 3 }, onset: { walking: "days" } };
    expect(walking(overDays)).toMatchObject({ lastsMs: 0, isDurationMet: true });
    expect(walking(hot(overDays))).toMatchObject({ isDurationMet: false });
    expect(walking(overDays, entry(HOUR_MS, worse))).toMatchObject({ isDurationMet: false });
    expect(walking(worse, entry(HOUR_MS, overDays))).toMatchObject({ isDurationMet: true });
  });
});

describe("a sustained run", () => {
  /** Swings between 0 and 6, so that 4 lies within the usual range but two above the median of 2. */
  const SWINGING = daily(74, 15).map((x, i) => ({ ...x, scores: { ...USUAL, walking: i % 2 === 0 ? 2 : i % 4 === 1 ? 0 : 6 } }));
  const sustained = (fields: Entry, ...earlier: JudgedCheckIn[]) => runOf("walking", fields, [], { history: [...SWINGING, ...earlier] });

  it("is a week of scores two above the median on four dates, each within the usual range", () => {
    const run = sustained(worse, ...daily(10, 1, worse));
    expect(run).toMatchObject({ isSustained: true, isFirm: true, isDurationMet: true, holdsFirm: false, lastsMs: 7 * DAY_MS });
    expect(run!.start).toEqual(new Date(NOW.getTime() - 7 * DAY_MS));
  });
  it.each([
    ["one lower score", [...daily(10, 4, worse), entry(3 * DAY_MS, { scores: { walking: 3 } }), ...daily(2, 1, worse)]],
    ["less than a week", [entry(8 * DAY_MS), ...daily(6, 1, worse)]],
    ["only three dates", [entry(8 * DAY_MS, worse), entry(5 * DAY_MS, worse), entry(2 * DAY_MS, worse)]],
    ["nothing before", []],
  ])("is none with %s", (_why, earlier) => {
    expect(sustained(worse, ...earlier)).toBeNull();
  });
  it("counts C among its four dates, and one of exactly 7 days ago", () => {
    expect(sustained(worse, entry(7 * DAY_MS, worse), entry(5 * DAY_MS, worse), entry(2 * DAY_MS, worse))).toMatchObject({ isSustained: true });
  });
  it("needs C itself to be high, and not called usual", () => {
    expect(sustained({ scores: { walking: 3 } }, ...daily(10, 1, worse))).toBeNull();
    expect(sustained({ ...worse, onset: { walking: "usual" } }, ...daily(10, 1, worse))).toBeNull();
  });
  it("is for numbness, vision and walking with a baseline alone", () => {
    expect(runOf("fatigue", { scores: { fatigue: 6 } }, daily(10, 1, { scores: { fatigue: 6 } }))).toBeNull();
    expect(runOf("walking", worse, [], { history: daily(8, 1, worse) })).toBeNull();
  });
});
