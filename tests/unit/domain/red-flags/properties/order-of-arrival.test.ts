import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { evaluate } from "@/lib/domain/red-flags/evaluate";
import type { Evaluation, RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { judge, toCandidate, type AlertToStore } from "@/lib/server/check-in-judging";
import { answers, checkInAt, judged, scores, zone } from "./arbitraries";

vi.setConfig({ testTimeout: 60_000 }); // hundreds of diaries each, on a machine that may be busy

vi.mock("server-only", () => ({}));

/** How far back a late or edited entry makes others be judged again. Source: section 5, "Late entries". */
const AGAIN_MS = 14 * DAY_MS;

type Diary = { kept: JudgedCheckIn[]; arriving: JudgedCheckIn[]; order: number[]; context: Omit<RuleContext, "history"> };

/** An older diary, and entries of the last days that reach the server in some order. */
const diary: fc.Arbitrary<Diary> = judged(fc.constant(0)).chain(({ checkIn, context: { history, ...context } }) => {
  const now = context.now.getTime();
  const kept = history.filter(({ recordedAt }) => now - recordedAt.getTime() > AGAIN_MS);
  const entry = fc.tuple(fc.integer({ min: 0, max: AGAIN_MS / HOUR_MS - 1 }), zone, answers, scores, fc.boolean())
    .map(([hours, timeZone, said, rated, isSame]) => isSame
      ? { ...checkIn, ...checkInAt(now - hours * HOUR_MS, checkIn.timeZone, {}, checkIn.scores) } : checkInAt(now - hours * HOUR_MS, timeZone, said, rated));
  return fc.array(entry, { minLength: 2, maxLength: 8 }).chain((drawn) => {
    const arriving = [...new Map(drawn.map((each) => [each.recordedAt.getTime(), each])).values()].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    return fc.shuffledSubarray([...arriving.keys()], { minLength: arriving.length }).map((order) => ({ kept, arriving, order, context }));
  });
});

/** What the document says happens: an entry is judged as it arrives, and so are all later ones of the last 14 days, anew. */
function foundAfter({ kept, arriving, order, context }: Diary): Map<JudgedCheckIn, Evaluation> {
  const here = [...kept];
  const found = new Map<JudgedCheckIn, Evaluation>();
  for (const arrived of order.map((at) => arriving[at]!)) {
    here.push(arrived);
    for (const again of here.filter(({ recordedAt }) => recordedAt >= arrived.recordedAt && context.now.getTime() - recordedAt.getTime() <= AGAIN_MS)) {
      found.set(again, evaluate(again, { ...context, history: here }));
    }
  }
  return found;
}

describe("the order of arrival", () => {
  it("does not change what is finally found for each check-in", () => {
    fc.assert(fc.property(diary, (given) => {
      const inOrder = foundAfter({ ...given, order: [...given.arriving.keys()] });
      const found = foundAfter(given);
      for (const checkIn of given.arriving) expect(found.get(checkIn)).toEqual(inOrder.get(checkIn));
    }), { numRuns: 300 });
  });

  it("of an edited entry and its correction changes nothing either", () => {
    fc.assert(fc.property(diary, answers, scores, fc.nat(), ({ kept, arriving, context }, said, rated, which) => {
      const at = which % arriving.length;
      const old = arriving[at]!;
      const corrected = { ...checkInAt(old.recordedAt.getTime(), old.timeZone, said, rated) };
      const others = [...kept, ...arriving.filter((each) => each !== old)];
      const later = arriving.slice(at + 1);
      // Judged with the old revision first, then anew; or as if it had been right from the beginning.
      for (const again of later) evaluate(again, { ...context, history: [...others, old] });
      const anew = later.map((again) => evaluate(again, { ...context, history: [corrected, ...others] }));
      const fromTheStart = later.map((again) => evaluate(again, { ...context, history: [...others, corrected].filter(({ recordedAt }) => recordedAt < again.recordedAt) }));
      expect(anew).toEqual(fromTheStart);
    }), { numRuns: 200 });
  });

  it("never costs an alert of the newest check-in, as the server stores them", () => {
    fc.assert(fc.property(diary, fc.integer({ min: 1, max: 4 }), (given, batch) => {
      const { arriving, context, kept } = given;
      const newest = arriving.at(-1)!;
      const wanted = evaluate(newest, { ...context, history: [...kept, ...arriving] }).alerts.map(({ ruleId }) => ruleId);
      expect([...storedAfter(given, batch).get(newest) ?? []]).toEqual(expect.arrayContaining(wanted));
    }), { numRuns: 300 });
  });
});

/** What the server keeps: each entry of a batch is judged in the order of time, then the newest of the diary once more; alerts only join. */
function storedAfter({ kept, arriving, order, context }: Diary, batch: number): Map<JudgedCheckIn, Set<string>> {
  const here = [...kept];
  const stored = new Map<JudgedCheckIn, Set<string>>();
  const keep = (checkIn: JudgedCheckIn, alerts: readonly Pick<AlertToStore, "ruleId">[]) =>
    stored.set(checkIn, new Set([...(stored.get(checkIn) ?? []), ...alerts.map(({ ruleId }) => ruleId)]));
  for (let from = 0; from < order.length; from += batch) {
    const arrived = order.slice(from, from + batch).map((at) => arriving[at]!).sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    for (const checkIn of arrived) {
      keep(checkIn, judge(toCandidate(inputOf(checkIn)), { ...context, history: here }).alerts);
      here.push(checkIn);
    }
    const newest = here.reduce((last, each) => (each.recordedAt > last.recordedAt ? each : last));
    if (!arrived.includes(newest)) keep(newest, evaluate(newest, { ...context, history: here.filter((each) => each !== newest) }).alerts);
  }
  return stored;
}

function inputOf({ recordedAt, timeZone, day: _day, scores, ...answers }: JudgedCheckIn): CheckInInput {
  return {
    id: "01920000-0000-7000-8000-000000000001", revision: 1, recordedAt: recordedAt.toISOString(), enteredAt: recordedAt.toISOString(), timeZone, scores,
    confirmedUnchanged: [], answers: answers as CheckInInput["answers"], rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
  };
}
