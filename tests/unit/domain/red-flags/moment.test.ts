import { describe, expect, it } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { lazy, lazyBy } from "@/lib/domain/red-flags/lazy";
import { before, momentOf } from "@/lib/domain/red-flags/moment";
import { HOUR_MS } from "@/lib/domain/time";
import { context, entry, NOW, type Entry } from "./diary";

const t = NOW.getTime();
const visions = (history: readonly JudgedCheckIn[]) => before(t, history).map((x) => x.scores.vision);

describe("what came before", () => {
  it("is oldest first, whatever order it was given in, and leaves its own moment out", () => {
    const given = [entry(HOUR_MS, { scores: { vision: 1 } }), entry(3 * HOUR_MS, { scores: { vision: 3 } }), entry(2 * HOUR_MS, { scores: { vision: 2 } }), entry(0), entry(-HOUR_MS)];
    for (const history of [given, given.toReversed(), given.toSorted((a, b) => a.scores.vision - b.scores.vision)]) expect(visions(history)).toEqual([3, 2, 1]);
    expect(visions([entry(1, { scores: { vision: 7 } })])).toEqual([7]);
    expect(given[0]!.scores.vision).toBe(1);
  });

  /** Two check-ins of one instant: which is last must not depend on the order they came in, nor on that of their fields. */
  const twin = (vision: number, rest: Entry = {}) => entry(HOUR_MS, { ...rest, scores: { vision } });
  it.each<[string, Entry, Entry]>([
    ["scores", {}, {}], ["a list", { signs: ["faint"] }, { signs: [] }], ["nothing and a note that is null", { note: null } as Entry, {}], ["numbers of a detail", { walking: { falls: 2 } }, { walking: { falls: 10 } }],
  ])("orders two of the same instant by their content: %s", (_what, one, other) => {
    const [a, b] = [twin(1, one), twin(9, other)];
    expect(visions([a, b])).toEqual(visions([b, a]));
  });
  it("keeps two that are the same in everything", () => {
    expect(visions([twin(4), twin(9), twin(4)])).toEqual([4, 4, 9]);
  });
  it("goes by the content, not by the order of its fields", () => {
    const other = twin(9);
    const { signs, bladder, scores, ...rest } = { ...twin(1), signs: ["faint" as const], bladder: "leaking" as const };
    const { fatigue, numbness, vision, walking } = scores;
    const oneWay = { bladder, ...rest, scores, signs };
    const otherWay = { signs, scores: { walking, vision, numbness, fatigue }, ...rest, bladder };
    expect(visions([oneWay, other])).toEqual(visions([other, otherWay]));
    expect(visions([otherWay, other])).toEqual(visions([other, oneWay]));
  });
  it("cannot be told of a check-in without a readable time", () => {
    expect(() => before(t, [{ ...entry(0), recordedAt: new Date(Number.NaN) }])).toThrow(new RangeError("A check-in without a readable time cannot be placed in the diary"));
  });
});

describe("windows of the diary", () => {
  const moment = momentOf(entry(0), context({ history: [5, 3, 1].map((hours) => entry(hours * HOUR_MS)) }));
  const hours = (checkIns: readonly JudgedCheckIn[]) => checkIns.map((x) => moment.ageOf(x) / HOUR_MS);
  it("hold an age up to and with their limit", () => {
    expect(hours(moment.upToAge(3 * HOUR_MS))).toEqual([3, 1]);
    expect(hours(moment.upToAge(3 * HOUR_MS - 1))).toEqual([1]);
    expect(hours(moment.upToAge(HOUR_MS - 1))).toEqual([]);
    expect(hours(moment.upToAge(9 * HOUR_MS))).toEqual([5, 3, 1]);
  });
  it("begin above their lower limit", () => {
    expect(hours(moment.withAge(HOUR_MS, 5 * HOUR_MS))).toEqual([5, 3]);
    expect(hours(moment.withAge(HOUR_MS - 1, 5 * HOUR_MS - 1))).toEqual([3, 1]);
  });
  it("know the last check-in", () => {
    expect(hours([moment.last()!])).toEqual([1]);
    expect(momentOf(entry(0), context()).last()).toBeUndefined();
  });
});

describe("a value worked out when first asked for", () => {
  it("is worked out once, for each key", () => {
    let calls = 0;
    const once = lazy(() => (calls += 1));
    expect([once(), once()]).toEqual([1, 1]);
    const each = lazyBy<number>();
    expect([each("a", () => (calls += 1)), each("a", () => (calls += 1)), each("b", () => (calls += 1))]).toEqual([2, 2, 3]);
  });
  it("keeps undefined too, and is worked out again after it threw", () => {
    let calls = 0;
    const nothing = lazyBy<undefined>();
    for (let i = 0; i < 2; i += 1) nothing("a", () => void (calls += 1));
    expect(calls).toBe(1);
    const failing = lazy(() => {
      calls += 1;
      throw new Error("unreadable");
    });
    expect(failing).toThrow("unreadable");
    expect(failing).toThrow("unreadable");
    expect(calls).toBe(3);
  });
});
