import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Answers, JudgedCheckIn, Scores } from "@/lib/domain/check-in/check-in";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import { addDays, DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/domain/time";
import { checkInAt, judged, zone, type Judged } from "./arbitraries";

vi.setConfig({ testTimeout: 60_000 }); // hundreds of diaries each, on a machine that may be busy

const found = ({ checkIn, context }: Judged) => evaluate(checkIn, context);

describe("time zones", () => {
  it("change nothing by themselves: only which check-ins share a date", () => {
    fc.assert(fc.property(judged(), fc.array(zone, { minLength: 1, maxLength: 5 }), (given, zones) => {
      const elsewhere = (x: JudgedCheckIn, at: number) => ({ ...x, timeZone: zones[at % zones.length]! });
      const travelled = { checkIn: elsewhere(given.checkIn, 0), context: { ...given.context, history: given.context.history.map((x, at) => elsewhere(x, at + 1)) } };
      expect(found(travelled)).toEqual(found(given));
    }), { numRuns: 500 });
  });

  it("never move a duration: the names of the dates do not matter, only which are the same", () => {
    fc.assert(fc.property(judged(), fc.integer({ min: -20_000, max: 20_000 }), (given, by) => {
      const renamed = (x: JudgedCheckIn): JudgedCheckIn => ({ ...x, day: addDays(x.day, by) });
      expect(found({ checkIn: renamed(given.checkIn), context: { ...given.context, history: given.context.history.map(renamed) } })).toEqual(found(given));
    }), { numRuns: 500 });
  });

  it("never move a duration: a whole life a number of days later is judged the same", () => {
    fc.assert(fc.property(judged(), fc.integer({ min: 1, max: 800 }), ({ checkIn, context }, days) => {
      const later = (instant: Date) => new Date(instant.getTime() + days * DAY_MS);
      const moved = <T extends JudgedCheckIn>(x: T): T => ({ ...x, recordedAt: later(x.recordedAt) }); // the dates keep their grouping
      const dated = (day?: string) => (day === undefined ? {} : addDays(day, days));
      const shifted: Judged = {
        checkIn: moved(checkIn),
        context: {
          ...context, now: later(context.now), history: context.history.map(moved),
          relapses: context.relapses.map(({ startedAt, endedAt }) => ({ startedAt: later(startedAt), ...(endedAt && { endedAt: later(endedAt) }) })),
          medications: context.medications.map(({ startedOn, lastDoseOn, stoppedOn, ...medicine }) => ({
            ...medicine, ...(startedOn && { startedOn: dated(startedOn) as string }),
            ...(lastDoseOn && { lastDoseOn: dated(lastDoseOn) as string }), ...(stoppedOn && { stoppedOn: dated(stoppedOn) as string }),
          })),
        },
      };
      expect(idsOf(found(shifted))).toEqual(idsOf(found({ checkIn, context })));
    }), { numRuns: 500 });
  });
});

const idsOf = ({ alerts, couldNotCheck }: ReturnType<typeof evaluate>) => [alerts.map(({ ruleId, tier }) => `${ruleId} ${tier}`), couldNotCheck];

/** Nights on which the clock of the zone jumps: a local date of 23, 25, 23.5, 24.5 or 22 hours, and one that was left out. */
const NIGHTS = [
  { zone: "Europe/London", night: "2026-03-29T01:00Z", is: "a 23-hour date" }, { zone: "Europe/London", night: "2026-10-25T01:00Z", is: "a 25-hour date" },
  { zone: "America/New_York", night: "2026-03-08T07:00Z", is: "a 23-hour date" }, { zone: "America/New_York", night: "2026-11-01T06:00Z", is: "a 25-hour date" },
  { zone: "Australia/Lord_Howe", night: "2026-04-04T15:00Z", is: "a date half an hour longer" }, { zone: "Australia/Lord_Howe", night: "2026-10-03T15:30Z", is: "a date half an hour shorter" },
  { zone: "Antarctica/Troll", night: "2026-03-29T01:00Z", is: "a 22-hour date" }, { zone: "Pacific/Apia", night: "2011-12-30T10:00Z", is: "a date that was left out" },
] as const;
const CALM: Scores = { fatigue: 2, numbness: 1, vision: 0, walking: 1 };

describe.each(NIGHTS)("in $zone over $is", ({ zone: timeZone, night }) => {
  const at = (ms: number, scores: Partial<Scores> = {}, answers: Answers = {}) => checkInAt(ms, timeZone, answers, { ...CALM, ...scores });
  const change = Date.parse(night);
  const calmBefore = (start: number) => Array.from({ length: 30 }, (_, i) => at(start - (i + 1) * DAY_MS));
  const judge = (checkIn: JudgedCheckIn, history: JudgedCheckIn[], extra: Partial<Judged["context"]> = {}) =>
    evaluate(checkIn, { now: checkIn.recordedAt, history, medications: [], profile: {}, relapses: [], ...extra }).alerts.map(({ ruleId }) => ruleId);

  /** A run over the night, of which the limit falls `lasts` after its start. */
  const afterRun = (lasts: number, answers: Answers = {}, extra: Partial<Judged["context"]> = {}, numbness = 4) => {
    const start = change - 10 * HOUR_MS;
    const first = at(start, { numbness }, answers);
    const between = lasts > 30 * HOUR_MS ? [at(start + 20 * HOUR_MS, { numbness }, answers)] : [];
    const { onset: _onset, ...still } = answers;
    return judge(at(start + lasts, { numbness }, still), [...calmBefore(start), first, ...between], extra);
  };

  it.each([
    { lasting: "24 h when firm", ms: DAY_MS, numbness: 4, answers: { onset: { numbness: "hours" } } as Answers },
    { lasting: "48 h when it is not", ms: 2 * DAY_MS, numbness: 3, answers: {} as Answers },
    { lasting: "72 h in the heat", ms: 3 * DAY_MS, numbness: 4, answers: { triggers: ["heat"] } as Answers },
  ])("a run needs exactly $lasting", ({ ms, numbness, answers }) => {
    const isFound = (lasts: number) => afterRun(lasts, answers, {}, numbness).includes("possible-relapse");
    expect([isFound(ms), isFound(ms - 1), isFound(ms - MINUTE_MS)]).toEqual([true, false, false]);
  });

  it("exactly 30 days after a relapse is a new one", () => {
    const told: Answers = { onset: { numbness: "hours" } };
    const since = (days: number, ms: number) => afterRun(DAY_MS, told, { relapses: [{ startedAt: new Date(change - 10 * HOUR_MS - days * DAY_MS - ms), endedAt: new Date(change - 26 * DAY_MS) }] });
    expect([since(30, 0).includes("possible-relapse"), since(30, -1).includes("possible-relapse")]).toEqual([true, false]);
  });

  it("a fever is carried for less than 24 h", () => {
    const hot = at(change - 12 * HOUR_MS, {}, { temperatureC: 38.5 });
    expect([judge(at(change + 12 * HOUR_MS - 1), [hot]).includes("fever-watch"), judge(at(change + 12 * HOUR_MS), [hot]).includes("fever-watch")]).toEqual([true, false]);
  });

  it("a jump is seen against an entry of exactly 36 h, and not hidden by one before 12 h", () => {
    const t = change + 6 * HOUR_MS;
    const walk = (age: number) => judge(at(t, { walking: 10 }), [at(t - age), at(t - 2 * HOUR_MS, { walking: 9 })]).includes("walk-sudden-loss");
    expect([walk(36 * HOUR_MS), walk(7 * DAY_MS), walk(7 * DAY_MS + 1)]).toEqual([true, true, false]);
  });

  it("an entry of exactly 7 days is not yet late", () => {
    const urgent = at(change - 3 * DAY_MS, {}, { signs: ["chest-pain"] });
    const tier = (after: number) => evaluate(urgent, { now: new Date(change - 3 * DAY_MS + after), history: [], medications: [], profile: {}, relapses: [] }).alerts[0]?.tier;
    expect([tier(7 * DAY_MS), tier(7 * DAY_MS + 1)]).toEqual(["EMERGENCY", "SOON"]);
  });
});
