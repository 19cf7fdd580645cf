import { describe, expect, it } from "vitest";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/time";
import { daily, entry, fired, judge, type Entry } from "./diary";

const days = (count: number, minutes = 0) => count * DAY_MS + minutes * MINUTE_MS;
const evidenceOf = (id: string, fields: Entry, partial: Partial<RuleContext>) =>
  judge(fields, partial).alerts.find(({ ruleId }) => ruleId === id)?.evidence;

describe("falls-rising", () => {
  const falls = (count: number): Entry => ({ walking: { falls: count } });
  const fires = (now: Entry, ...history: JudgedCheckIn[]) => fired(now, { history }).includes("falls-rising");

  it.each([[1, false], [2, true]])("%i falls in a week after none in eight: %s", (count, isFiring) => {
    expect(fires(falls(count))).toBe(isFiring);
  });
  it("adds the falls of the last seven days, C included, and needs one at C", () => {
    expect(fires(falls(1), entry(days(7), falls(1)))).toBe(true);
    expect(fires(falls(0), entry(days(1), falls(5)))).toBe(false);
    expect(fires({}, entry(days(1), falls(5)))).toBe(false);
  });
  it.each([[4, false], [5, true]])("%i falls in a week, after an average of one a week: %s", (count, isFiring) => {
    const before = Array.from({ length: 8 }, (_, week) => entry(days(8 + 7 * week), falls(1)));
    expect(fires(falls(count), ...before)).toBe(isFiring);
  });
  it("takes the eight weeks before this one", () => {
    expect(fires(falls(2), entry(days(63), falls(8)))).toBe(false);
    expect(fires(falls(2), entry(days(63, 1), falls(8)))).toBe(true);
    expect(fires(falls(2), entry(days(7, 1), falls(8)))).toBe(false);
  });
  it("names the falls of the week", () => {
    expect(evidenceOf("falls-rising", falls(1), { history: [entry(days(2), falls(2))] })).toEqual([{ field: "walking.falls", value: 3 }]);
  });
});

describe("walk-test-slower", () => {
  const walk = (seconds: number): Entry => ({ walking: { timed25FootSeconds: seconds } });
  const usual = [entry(days(200), walk(5)), entry(days(100), walk(5))];
  const fires = (now: Entry, ...history: JudgedCheckIn[]) => fired(now, { history }).includes("walk-test-slower");

  it.each([[6, 6, true], [5.9, 6, false], [6, 5.9, false]])("now %f and before %f, usually 5: %s", (now, previous, isFiring) => {
    expect(fires(walk(now), ...usual, entry(days(2), walk(previous)))).toBe(isFiring);
  });
  it("counts exactly a fifth, whatever the fractions", () => {
    const odd = [entry(days(200), walk(4.2)), entry(days(100), walk(4.2)), entry(days(2), walk(5.04))];
    expect(fires(walk(5.04), ...odd)).toBe(true);
    expect(fires(walk(5.03), ...odd)).toBe(false);
  });
  it.each<[string, number, boolean]>([
    ["23 h 59 min", days(1, -1), false], ["24 h", days(1), true], ["14 days less a minute", days(14, -1), true], ["14 days and a minute", days(14, 1), false],
  ])("a previous walk of %s ago counts: %s", (_what, ms, isFiring) => {
    expect(fires(walk(7), ...usual, entry(ms, walk(7)))).toBe(isFiring);
  });
  it("takes the newest of the previous walks", () => {
    expect(fires(walk(7), ...usual, entry(days(5), walk(7)), entry(days(2), walk(5)))).toBe(false);
    expect(fires(walk(7), ...usual, entry(days(5), walk(5)), entry(days(2), walk(7)))).toBe(true);
  });
  it.each<[string, number[], boolean]>([
    ["one", [100], false], ["two", [100, 200], true], ["one of exactly a year and one of 14 days", [365, 14], true],
    ["one older than a year", [100, 365 + MINUTE_MS / DAY_MS], false], ["one younger than 14 days", [100, 14 - MINUTE_MS / DAY_MS], false],
  ])("usual walks: %s", (_what, ages, isFiring) => {
    expect(fires(walk(7), ...ages.map((age) => entry(days(age), walk(5))), entry(days(2), walk(7)))).toBe(isFiring);
  });
  it("needs a walk of today, and a previous one", () => {
    expect(fires({}, ...usual, entry(days(2), walk(9)))).toBe(false);
    expect(fires(walk(9), ...usual, entry(days(2)))).toBe(false);
  });
  it("names this walk and the usual one", () => {
    expect(evidenceOf("walk-test-slower", walk(7), { history: [...usual, entry(days(2), walk(7))] })).toEqual([
      { field: "walking.timed25FootSeconds", value: 7 }, { field: "usual.timed25FootSeconds", value: 5 },
    ]);
  });
});

describe("slow-worsening", () => {
  const walking = (score: number): Entry => ({ scores: { walking: score } });
  const between = daily(89, 29, walking(3));
  const fires = (now: Entry, history: JudgedCheckIn[], partial: Partial<RuleContext> = {}) => fired(now, { history, ...partial }).includes("slow-worsening");

  it.each([[3, false], [4, true]])("a level of %i, from 2 of long ago: %s", (level, isFiring) => {
    expect(fires(walking(level), [...daily(120, 90), ...between, ...daily(28, 1, walking(level))])).toBe(isFiring);
  });
  it("needs five dates now, C included, and five of long ago", () => {
    const longAgo = daily(120, 90);
    expect(fires(walking(4), [...longAgo, ...between, ...daily(4, 1, walking(4))])).toBe(true);
    expect(fires(walking(4), [...longAgo, ...between, ...daily(3, 1, walking(4))])).toBe(false);
    expect(fires(walking(4), [...daily(94, 90), ...between, ...daily(28, 1, walking(4))])).toBe(true);
    expect(fires(walking(4), [...daily(93, 90), ...between, ...daily(28, 1, walking(4))])).toBe(false);
  });
  it("reads 28 days, and 90 to 180 days ago, limits included", () => {
    const lately = daily(28, 1, walking(4));
    const at = (...ages: number[]) => ages.map((age) => entry(days(age)));
    expect(fires(walking(4), [...at(180, 110, 105, 100, 90), ...between, ...lately])).toBe(true);
    expect(fires(walking(4), [entry(days(180, 1)), ...at(110, 105, 100, 90), ...between, ...lately])).toBe(false);
    expect(fires(walking(4), [...at(180, 110, 105, 100), entry(days(90, -1)), ...lately])).toBe(false);
    const ofFour = [28, 20, 10, 5].map((age) => entry(days(age), walking(4)));
    expect(fires(walking(4), [...daily(120, 90), ...ofFour])).toBe(true);
    expect(fires(walking(4), [...daily(120, 90), entry(days(28, 1), walking(4)), ...ofFour.slice(1)])).toBe(false);
  });
  it("leaves out days that are not usable", () => {
    const hot = daily(28, 1, { ...walking(4), triggers: ["heat"] });
    expect(fires(walking(4), [...daily(120, 90), ...between, ...hot])).toBe(false);
  });
  it("says nothing beside an alarm or what may be a relapse, and nothing of fatigue", () => {
    const history = [...daily(120, 90), ...between, ...daily(28, 1, walking(4))];
    expect(fires({ ...walking(4), signs: ["swollen-leg"] }, history)).toBe(false);
    expect(fires({ scores: { walking: 4, vision: 6 }, onset: { vision: "days" } }, history)).toBe(false);
    expect(fires({ ...walking(4), bladder: "leaking" }, history)).toBe(true);
    expect(fires({ scores: { fatigue: 9 } }, [...daily(120, 90), ...daily(89, 1, { scores: { fatigue: 9 } })])).toBe(false);
  });
  it("names the level of now and of long ago", () => {
    expect(evidenceOf("slow-worsening", walking(4), { history: [...daily(120, 90), ...between, ...daily(28, 1, walking(4))] })).toEqual([
      { field: "lately.walking", value: 4 }, { field: "longAgo.walking", value: 2 },
    ]);
  });
});
