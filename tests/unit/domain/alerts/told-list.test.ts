import { describe, expect, it } from "vitest";
import { withChange, withFound } from "@/lib/domain/alerts/told-list";
import { ago, DAY, HOUR, NOW, raised, told } from "@/tests/unit/domain/alerts/told";

const entry = { checkInId: "now", revision: 2, recordedAt: ago(HOUR) };
const own = { checkInId: "now" };
const brief = (list: ReturnType<typeof withFound>) => list.map(({ checkInId, ruleId, revision, response }) => [checkInId, ruleId, revision, response]);

describe("withFound", () => {
  it("adds what was found in an entry, as not shown and not answered, and leaves the others alone", () => {
    const other = told("shingles", "SOON", DAY);
    expect(withFound([other], entry, [raised("leg-clot", "URGENT")], { at: NOW, isWhole: true }))
      .toEqual([other, { ...raised("leg-clot", "URGENT"), ...entry, raisedAt: NOW, shownAt: null, response: null, respondedAt: null }]);
  });
  it("keeps what was shown and answered of a rule that still holds, and drops what does not", () => {
    const before = [told("leg-clot", "URGENT", HOUR, { ...own, response: "called" }), told("head-injury", "URGENT", HOUR, own)];
    const [after, ...rest] = withFound(before, entry, [raised("leg-clot", "URGENT")], { at: NOW, isWhole: true });
    expect(after).toMatchObject({ revision: 2, raisedAt: ago(HOUR), shownAt: ago(HOUR), response: "called" });
    expect(rest).toEqual([]);
  });
  it("forgets the answer of a corrected one: what still holds is new", () => {
    expect(withFound([told("leg-clot", "URGENT", HOUR, { ...own, response: "corrected" })], entry, [raised("leg-clot", "URGENT")], { at: NOW, isWhole: true }))
      .toMatchObject([{ raisedAt: NOW, shownAt: null, response: null }]);
  });
  it("starts anew when the rule now speaks of something else", () => {
    const eye = (value: string) => [{ field: "vision.eyes", value }];
    const before = [told("vision-sudden-loss", "EMERGENCY", HOUR, { ...own, response: "called", evidence: eye("left") })];
    expect(withFound(before, entry, [raised("vision-sudden-loss", "EMERGENCY", eye("right"))], { at: NOW, isWhole: true })).toMatchObject([{ raisedAt: NOW, shownAt: null, response: null }]);
    expect(withFound(before, entry, [raised("vision-sudden-loss", "EMERGENCY", eye("left"))], { at: NOW, isWhole: true })).toMatchObject([{ shownAt: ago(HOUR), response: "called" }]);
  });
  it("adds what the server found beside what the device did", () => {
    expect(brief(withFound([told("leg-clot", "URGENT", HOUR, own)], entry, [raised("chest-pain", "EMERGENCY")], { at: NOW, isWhole: false })))
      .toEqual([["now", "leg-clot", 2, null], ["now", "chest-pain", 2, null]]);
  });
});

describe("withChange", () => {
  const list = [told("leg-clot", "URGENT", DAY, { ...own, shownAt: null }), told("head-injury", "URGENT", DAY, own)];
  it("marks one alert as shown, and keeps the first moment", () => {
    const once = withChange(list, { ...own, ruleId: "leg-clot", shownAt: ago(HOUR) });
    const twice = withChange(once, { ...own, ruleId: "leg-clot", shownAt: NOW });
    expect([once, twice].map(([first, second]) => [first!.shownAt, second!.shownAt])).toEqual([[ago(HOUR), ago(DAY)], [ago(HOUR), ago(DAY)]]);
  });
  it("takes the later of two answers, in any order", () => {
    const [early, late] = [{ ...own, ruleId: "leg-clot", response: "not-yet", respondedAt: ago(HOUR) }, { ...own, ruleId: "leg-clot", response: "got-help", respondedAt: NOW }] as const;
    for (const [one, other] of [[early, late], [late, early]] as const) expect(withChange(withChange(list, one), other)[0]).toMatchObject({ response: "got-help", respondedAt: NOW });
  });
  it("changes nothing of another entry", () => {
    expect(withChange(list, { checkInId: "other", ruleId: "leg-clot", response: "called", respondedAt: NOW })).toEqual(list);
  });
});
