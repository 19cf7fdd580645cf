import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOfRuns, type WalkRun } from "@/lib/domain/measures/measure";
import { meanOf, newWalkTest, runsOf, secondsOf, walkTest, type WalkAction, type WalkTest } from "@/lib/domain/measures/walk-test";

const play = (...actions: WalkAction[]): WalkTest => actions.reduce(walkTest, newWalkTest());
const READY: WalkAction[] = [{ type: "next" }, { type: "next" }, { type: "aid", aid: "one-aid" }, { type: "next" }];
const run = (milliseconds: number, from = 1_000): WalkAction[] => [{ type: "count-down" }, { type: "go", at: from }, { type: "stop", at: from + milliseconds }];
const NOT_FINISHED: WalkAction[] = [{ type: "could-not" }, { type: "unfinished", reason: "pain", words: "  my knee " }];
const timed = (seconds: number): WalkRun => ({ kind: "timed", seconds, by: "phone" });

describe("the timed walk", () => {
  it("goes through safety, the mark and the aid, and needs an aid to go on", () => {
    expect(play({ type: "next" }, { type: "next" }, { type: "next" })).toMatchObject({ step: "aid", aid: null });
    expect(play(...READY)).toMatchObject({ step: "ready", aid: "one-aid", at: 0 });
  });
  it("times two runs with a rest between and takes their mean", () => {
    const rest = play(...READY, ...run(6_240));
    expect(rest).toMatchObject({ step: "rest", runs: [timed(6.2), null] });
    expect(runsOf(rest)).toBeNull();
    const review = play(...READY, ...run(6_240), { type: "next" }, ...run(6_500, 90_000));
    expect(review).toMatchObject({ step: "review", runs: [timed(6.2), timed(6.5)] });
    expect(meanOf(review)).toBe(6.4);
  });
  it.each([
    { milliseconds: 1_999, step: "ready", slip: "too-short" }, { milliseconds: 2_000, step: "rest", slip: null },
    { milliseconds: 180_000, step: "rest", slip: null }, { milliseconds: 180_001, step: "ready", slip: "too-long" },
  ])("a run of $milliseconds ms leads to $step, slip $slip", ({ milliseconds, step, slip }) => {
    expect(play(...READY, ...run(milliseconds))).toMatchObject({ step, slip });
  });
  it("a tap in the countdown is a wrong start, and the next try forgets it", () => {
    const early = play(...READY, { type: "count-down" }, { type: "stop", at: 5 });
    expect(early).toMatchObject({ step: "ready", slip: "early", runs: [null, null] });
    expect(walkTest(early, { type: "count-down" })).toMatchObject({ step: "countdown", slip: null });
  });
  it.each(["countdown", "running"] as const)("when the screen goes off in %s, the run does not count", (step) => {
    const test = play(...READY, { type: "count-down" }, ...(step === "running" ? [{ type: "go", at: 1 } as const] : []));
    expect(walkTest(test, { type: "interrupt" })).toMatchObject({ step: "ready", slip: "interrupted", startedAt: null, runs: [null, null] });
  });
  it("repeats either run and keeps the other", () => {
    const both = play(...READY, ...run(6_000), { type: "next" }, ...run(8_000));
    expect([{ type: "repeat", run: 0 } as const, ...run(7_000)].reduce(walkTest, both)).toMatchObject({ step: "review", runs: [timed(7), timed(8)] });
    expect([{ type: "repeat", run: 1 } as const, ...run(7_000)].reduce(walkTest, both)).toMatchObject({ step: "review", runs: [timed(6), timed(7)] });
    expect(play(...READY, ...run(6_000), { type: "repeat", run: 0 })).toMatchObject({ step: "ready", at: 0, runs: [timed(6), null] });
  });
  it("a repeat that slips leaves the time that stood", () => {
    const test = [{ type: "repeat", run: 0 } as const, ...run(500)].reduce(walkTest, play(...READY, ...run(6_000)));
    expect(test).toMatchObject({ step: "ready", slip: "too-short", runs: [timed(6), null] });
    expect(walkTest(test, { type: "back" })).toMatchObject({ step: "rest", slip: null });
  });
  it("a first run that could not be finished is enough to keep, with the reason and own words", () => {
    const test = play(...READY, ...NOT_FINISHED);
    expect(test.step).toBe("review");
    expect(runsOf(test)).toEqual([{ kind: "not-finished", reason: "pain", words: "my knee" }]);
    expect(meanOf(test)).toBeNull();
  });
  it("a second run that could not be finished makes no mean", () => {
    const test = play(...READY, ...run(6_000), ...NOT_FINISHED);
    expect(runsOf(test)).toHaveLength(2);
    expect(meanOf(test)).toBeNull();
  });
  it("takes a typed time within the range only", () => {
    expect(play(...READY, { type: "typed", seconds: 12.3 })).toMatchObject({ step: "rest", runs: [{ kind: "timed", seconds: 12.3, by: "typed" }, null] });
    expect(play(...READY, { type: "typed", seconds: 1.9 })).toMatchObject({ step: "ready", runs: [null, null] });
    expect(play(...READY, { type: "typed", seconds: 180.1 })).toMatchObject({ step: "ready" });
  });
  it("goes back step by step and loses no time that was kept", () => {
    expect(play(...READY, { type: "back" })).toMatchObject({ step: "aid", aid: "one-aid" });
    expect(play(...READY, { type: "back" }, { type: "back" }, { type: "back" })).toMatchObject({ step: "safety" });
    expect(play(...READY, ...run(6_000), { type: "next" }, { type: "back" })).toMatchObject({ step: "rest", runs: [timed(6), null] });
    expect(play(...READY, ...run(6_000), { type: "could-not" }, { type: "back" })).toMatchObject({ step: "ready", at: 1, runs: [timed(6), null] });
  });
});

describe("for any order of taps", () => {
  const action: fc.Arbitrary<WalkAction> = fc.oneof(
    fc.constantFrom<WalkAction>({ type: "next" }, { type: "back" }, { type: "count-down" }, { type: "interrupt" }, { type: "could-not" }, { type: "aid", aid: "unaided" }),
    fc.record({ type: fc.constantFrom("go" as const, "stop" as const), at: fc.integer({ min: 0, max: 400_000 }) }),
    fc.record({ type: fc.constant("typed" as const), seconds: fc.double({ min: 0, max: 300, noNaN: true }) }),
    fc.record({ type: fc.constant("unfinished" as const), reason: fc.constantFrom("too-tired" as const, "other" as const), words: fc.string({ maxLength: 5 }) }),
    fc.record({ type: fc.constant("repeat" as const), run: fc.constantFrom(0, 1) }),
  );
  it("no time out of range is ever kept, and review holds what can be kept", () => {
    fc.assert(fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const test = play(...READY, ...actions);
      for (const kept of test.runs) if (kept?.kind === "timed") expect(kept.seconds >= 2 && kept.seconds <= 180).toBe(true);
      if (test.step === "review") expect(runsOf(test)).not.toBeNull();
      if (test.step === "running") expect(test.startedAt).not.toBeNull();
    }));
  });
});

describe("seconds of a run", () => {
  it.each([[1_999.9, null], [2_000, 2], [6_249, 6.2], [6_250, 6.3], [180_000, 180], [180_000.1, null], [-5, null]])("%s ms are %s", (milliseconds, seconds) => {
    expect(secondsOf(milliseconds)).toBe(seconds);
  });
});

describe("the mean of the runs", () => {
  it.each([
    { runs: [timed(6.1), timed(6.2)], mean: 6.2 }, { runs: [timed(6.1), timed(6.1)], mean: 6.1 }, { runs: [timed(2), timed(180)], mean: 91 },
    { runs: [timed(6.1)], mean: null }, { runs: [], mean: null }, { runs: [timed(6.1), { kind: "not-finished", reason: "unsafe" }], mean: null },
  ] as { runs: WalkRun[]; mean: number | null }[])("$runs make $mean", ({ runs, mean }) => {
    expect(meanOfRuns(runs)).toBe(mean);
  });
});
