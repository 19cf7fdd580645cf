import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASKED_WITHIN_MS, settlePossible, type FoundAlert, type KnownRelapse } from "@/lib/domain/relapse/possible";
import { DAY_MS } from "@/lib/domain/time";

const NOW = new Date("2026-11-21T15:00:00Z");
const at = (daysAgo: number) => new Date(NOW.getTime() - daysAgo * DAY_MS);
type Runs = Partial<Record<"numbness" | "vision" | "walking" | "weakness" | "fatigue", number>>;
/** An alert of an entry so many days ago, whose runs began so many days ago. */
const alert = (daysAgo: number, runs: Runs, more: Partial<FoundAlert> = {}): FoundAlert => ({
  checkInId: `entry-${daysAgo}`, recordedAt: at(daysAgo), receivedAt: at(daysAgo), timeZone: "Europe/London",
  evidence: Object.entries(runs).map(([group, start]) => ({ field: `run.${group}`, value: at(start).toISOString() })), ...more,
});
const known = (startedDaysAgo: number, more: Partial<KnownRelapse> = {}): KnownRelapse => ({
  id: "row", status: "possible", startedAt: at(startedDaysAgo), startedOn: at(startedDaysAgo).toISOString().slice(0, 10), symptoms: ["numbness"], foundBy: "rules",
  foundIn: `entry-${startedDaysAgo - 1}`, updatedAt: at(startedDaysAgo - 1), isWaiting: true, isRemoved: false, ...more,
});
const answered = (status: KnownRelapse["status"], startedDaysAgo: number, more: Partial<KnownRelapse> = {}) => known(startedDaysAgo, { status, isWaiting: false, ...more });
const NOTHING = { put: [], remove: [] };
const settle = (alerts: FoundAlert[], rows: KnownRelapse[] = []) => settlePossible(alerts, rows, NOW);

describe("a possible relapse", () => {
  it("waits once the rule fires, from the start of the run, with its symptoms", () => {
    expect(settle([alert(2, { walking: 3, numbness: 4, fatigue: 9 })])).toEqual({
      put: [{ id: null, startedAt: at(4), startedOn: "2026-11-17", symptoms: ["numbness", "walking"], foundIn: "entry-2" }], remove: [],
    });
    expect(settle([])).toEqual(NOTHING);
  });
  it("is one a run: the next entries of the run change nothing", () => {
    expect(settle([alert(2, { numbness: 3 }), alert(1, { numbness: 3 }), alert(0, { numbness: 3 })], [known(3)])).toEqual(NOTHING);
    expect(settle([alert(2, { numbness: 3 }), alert(1, { numbness: 3 })]).put).toHaveLength(1);
  });
  it("follows a run whose start moves with each day", () => {
    expect(settle([alert(2, { walking: 9 }), alert(1, { walking: 8 }), alert(0, { walking: 7 })]).put).toMatchObject([{ startedAt: at(9) }]);
  });
  it("takes a symptom that joins within 30 days into the one that waits, and keeps its id", () => {
    expect(settle([alert(2, { numbness: 3 }), alert(0, { numbness: 3, walking: 1 })], [known(3)])).toEqual({
      put: [{ id: "row", startedAt: at(3), startedOn: "2026-11-18", symptoms: ["numbness", "walking"], foundIn: "entry-2" }], remove: [],
    });
    expect(settle([alert(20, { numbness: 21 }), alert(0, { walking: 1 })]).put).toMatchObject([{ startedAt: at(21), symptoms: ["numbness", "walking"] }]);
  });
  it.each([{ apart: 29.9, count: 1 }, { apart: 30, count: 2 }])("begun $apart days after another waits as $count", ({ apart, count }) => {
    const first = alert(apart + 0.5, { numbness: apart + 1 }, { receivedAt: NOW });
    expect(settle([first, alert(0.2, { walking: 1 })]).put).toHaveLength(count);
  });
  it("names the same entry in whatever order two of one moment come", () => {
    const [one, other] = [alert(2, { numbness: 3 }, { checkInId: "a" }), alert(2, { numbness: 3 }, { checkInId: "b" })];
    expect(settle([one, other]).put).toMatchObject([{ foundIn: "a" }]);
    expect(settle([other, one]).put).toMatchObject([{ foundIn: "a" }]);
  });
  it("of a device that named no run begins with its entry, and the next days make no other", () => {
    expect(settle([alert(3, {}), alert(2, {}), alert(1, {})]).put).toMatchObject([{ startedAt: at(3), symptoms: [] }]);
  });
});

describe("none is made", () => {
  const run = [alert(2, { numbness: 3 }), alert(1, { numbness: 3 })];
  it.each(["confirmed-by-me", "confirmed-by-team"] as const)("for a run of a relapse that is %s", (status) => {
    expect(settle(run, [answered(status, 3)])).toEqual(NOTHING);
    expect(settle(run, [answered(status, 10, { foundBy: "person", foundIn: null })])).toEqual(NOTHING);
    expect(settle(run, [answered(status, 33, { foundBy: "person", foundIn: null })]).put).toHaveLength(1);
    expect(settle(run, [answered(status, 3, { foundBy: "person", foundIn: null, isRemoved: true })]).put).toHaveLength(1);
  });
  it.each(["not-a-relapse", "possible"] as const)("for a run that was answered with %s, but for one that begins after the answer", (status) => {
    expect(settle([...run, alert(0, { numbness: 3 })], [answered(status, 3)])).toEqual(NOTHING);
    expect(settle([...run, alert(0, { walking: 1 })], [answered(status, 3, { updatedAt: at(1.5) })]).put).toMatchObject([{ symptoms: ["walking"], startedAt: at(1) }]);
  });
  it("for a run whose possible relapse the person removed", () => expect(settle(run, [answered("possible", 3, { isRemoved: true })])).toEqual(NOTHING));
  it.each([{ ago: 0, isAsked: true }, { ago: 1 / DAY_MS, isAsked: false }])("for what came in over 30 days ago (by $ago days)", ({ ago, isAsked }) => {
    const old = alert(40, { numbness: 41 }, { receivedAt: new Date(NOW.getTime() - ASKED_WITHIN_MS - ago * DAY_MS) });
    expect(settle([old]).put).toHaveLength(isAsked ? 1 : 0);
  });
});

describe("a waiting one", () => {
  it("goes when no entry raises it any more", () => {
    expect(settle([], [known(3)])).toEqual({ put: [], remove: ["row"] });
    expect(settle([], [answered("possible", 3), answered("confirmed-by-me", 3)])).toEqual(NOTHING);
  });
  it("goes when the person recorded the relapse by themselves", () => {
    expect(settle([alert(2, { numbness: 3 })], [known(3), answered("confirmed-by-me", 4, { id: "own", foundBy: "person", foundIn: null })])).toEqual({ put: [], remove: ["row"] });
  });
  it("stays, however old, while its entry raises it, and another answer does not close it", () => {
    expect(settle([alert(100, { numbness: 101 })], [known(101)])).toEqual(NOTHING);
    expect(settle([alert(2, { numbness: 3 })], [known(3), answered("not-a-relapse", 5, { id: "other", foundIn: null, updatedAt: NOW })])).toEqual(NOTHING);
  });
  it("moves to the next entry that still raises the run when its own was corrected", () => {
    expect(settle([alert(1, { numbness: 3 })], [known(3)])).toMatchObject({ put: [{ id: null, foundIn: "entry-1" }], remove: ["row"] });
  });
});

it("settles at once and for good, in whatever order the alerts come", () => {
  const runs = fc.record({ numbness: fc.integer({ min: 0, max: 12 }), walking: fc.integer({ min: 0, max: 12 }) }, { requiredKeys: [] });
  const alerts = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 90 }), runs), { selector: ([day]) => day, maxLength: 8 })
    .map((list) => list.map(([day, lasting]) => alert(day, Object.fromEntries(Object.entries(lasting).map(([group, days]) => [group, day + days])))));
  fc.assert(fc.property(alerts, fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom("not-a-relapse", "confirmed-by-me") ), { maxLength: 3 }), (list, said) => {
    const rows = said.map(([day, status], index) => answered(status as "not-a-relapse", day, { id: `said-${index}`, foundBy: "person", foundIn: null }));
    const first = settle(list, rows);
    expect(settle([...list].reverse(), rows)).toEqual(first);
    expect(first.remove).toEqual([]);
    const stored = first.put.map((possible, index) => known(0, { ...possible, id: `new-${index}`, updatedAt: NOW }));
    expect(settle(list, [...rows, ...stored])).toEqual(NOTHING);
    for (const [index, { startedAt }] of first.put.entries()) {
      const before = first.put[index - 1];
      if (before) expect(startedAt.getTime() - before.startedAt.getTime()).toBeGreaterThanOrEqual(30 * DAY_MS);
      for (const row of rows) if (row.status === "confirmed-by-me" && row.startedAt <= startedAt) expect(startedAt.getTime() - row.startedAt.getTime()).toBeGreaterThanOrEqual(30 * DAY_MS);
    }
  }), { numRuns: 300 });
});
