import { meanOfRuns, WALK_RUNS, WALK_SECONDS, type UnfinishedReason, type WalkAid, type WalkRun } from "@/lib/domain/measures/measure";

/** safety -> mark (the 25 feet) -> aid -> ready -> countdown -> running -> rest, or review after both runs. `unfinished` asks why. */
export type WalkStep = "safety" | "mark" | "aid" | "ready" | "countdown" | "running" | "rest" | "unfinished" | "review";

/** Why a run does not count: tapped before the start, under 2.0 s, over 180.0 s, the screen went off. */
export type WalkSlip = "early" | "too-short" | "too-long" | "interrupted";

export type WalkTest = {
  step: WalkStep;
  aid: WalkAid | null;
  /** which run is on: 0 or 1 */
  at: number;
  runs: readonly (WalkRun | null)[];
  slip: WalkSlip | null;
  /** when the run began, on the clock that `stop` reads too; null before */
  startedAt: number | null;
};

/** `at` is milliseconds of one clock that only goes forward (performance.now). */
export type WalkAction =
  | { type: "next" }
  | { type: "back" }
  | { type: "aid"; aid: WalkAid }
  | { type: "count-down" }
  | { type: "go"; at: number }
  | { type: "stop"; at: number }
  | { type: "interrupt" }
  | { type: "typed"; seconds: number }
  | { type: "could-not" }
  | { type: "unfinished"; reason: UnfinishedReason; words: string }
  | { type: "repeat"; run: number };

export function newWalkTest(aid: WalkAid | null = null): WalkTest {
  return { step: "safety", aid, at: 0, runs: [null, null], slip: null, startedAt: null };
}

/** The timed walk, step by step. Pure: it is told the time, and what does not fit its step changes nothing. */
export function walkTest(test: WalkTest, action: WalkAction): WalkTest {
  switch (action.type) {
    case "next":
      return next(test);
    case "back":
      return back(test);
    case "aid":
      return test.step === "aid" ? { ...test, aid: action.aid } : test;
    case "count-down":
      return test.step === "ready" ? { ...test, step: "countdown", slip: null, startedAt: null } : test;
    case "go":
      return test.step === "countdown" ? { ...test, step: "running", startedAt: action.at } : test;
    case "stop":
      return stop(test, action.at);
    case "interrupt":
      return test.step === "countdown" || test.step === "running" ? slipped(test, "interrupted") : test;
    case "typed":
      return test.step === "ready" && isInRange(action.seconds) ? withRun(test, { kind: "timed", seconds: action.seconds, by: "typed" }) : test;
    case "could-not":
      return test.step === "ready" || test.step === "rest" ? { ...test, step: "unfinished", at: openRun(test), slip: null } : test;
    case "unfinished": {
      const words = action.words.trim();
      return test.step === "unfinished" ? withRun(test, { kind: "not-finished", reason: action.reason, ...(words && { words }) }) : test;
    }
    case "repeat":
      return test.step === "rest" || test.step === "review" ? { ...test, step: "ready", at: action.run, slip: null } : test;
  }
}

/** The runs to keep: two, or one that could not be finished. Null while one is still to be done. */
export function runsOf({ runs }: Pick<WalkTest, "runs">): WalkRun[] | null {
  const done = runs.filter((run) => run !== null);
  return done.length === WALK_RUNS || (done.length === 1 && runs[0]?.kind === "not-finished") ? done : null;
}

export const meanOf = (test: Pick<WalkTest, "runs">): number | null => meanOfRuns(runsOf(test) ?? []);

/** Milliseconds as a run's seconds, one decimal; null when they are out of range. The limits are those of the time itself, not of its tenths. */
export function secondsOf(milliseconds: number): number | null {
  return isInRange(milliseconds / 1_000) ? Math.round(milliseconds / 100) / 10 : null;
}

const isInRange = (seconds: number): boolean => seconds >= WALK_SECONDS.least && seconds <= WALK_SECONDS.most;

const NEXT: Partial<Record<WalkStep, WalkStep>> = { safety: "mark", mark: "aid", aid: "ready" };
const BACK: Partial<Record<WalkStep, WalkStep>> = { mark: "safety", aid: "mark", countdown: "ready", running: "ready" };

function next(test: WalkTest): WalkTest {
  if (test.step === "rest") return { ...test, step: "ready", at: 1, slip: null };
  const step = NEXT[test.step];
  return step && (test.step !== "aid" || test.aid) ? { ...test, step } : test;
}

/** One step back. What was timed stays. */
function back(test: WalkTest): WalkTest {
  const here = { ...test, slip: null, startedAt: null };
  const isBegun = test.runs.some((run) => run !== null);
  if (test.step === "ready") return { ...here, step: isBegun ? afterRun(test) : "aid" };
  if (test.step === "unfinished") return { ...here, step: isBegun && test.runs[test.at] ? afterRun(test) : "ready" };
  const step = BACK[test.step];
  return step ? { ...here, step } : test;
}

function stop(test: WalkTest, at: number): WalkTest {
  if (test.step === "countdown") return slipped(test, "early");
  if (test.step !== "running" || test.startedAt === null) return test;
  const seconds = secondsOf(at - test.startedAt);
  if (seconds === null) return slipped(test, at - test.startedAt < WALK_SECONDS.least * 1_000 ? "too-short" : "too-long");
  return withRun(test, { kind: "timed", seconds, by: "phone" });
}

const slipped = (test: WalkTest, slip: WalkSlip): WalkTest => ({ ...test, step: "ready", slip, startedAt: null });

function withRun(test: WalkTest, run: WalkRun): WalkTest {
  const runs = test.runs.map((known, at) => (at === test.at ? run : known));
  return { ...test, runs, step: afterRun({ runs }), slip: null, startedAt: null };
}

/** Both runs, or a first one that could not be finished, are looked over; after a first timed one the person rests. */
const afterRun = (test: Pick<WalkTest, "runs">): WalkStep => (runsOf(test) ? "review" : "rest");

/** "I could not finish" is about the run that is open; in the rest it is the second. */
const openRun = ({ step, at }: WalkTest): number => (step === "ready" ? at : 1);
