import { describe, expect, it } from "vitest";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { helpToAsk } from "@/lib/domain/alerts/ask-help";
import { cardsOf, linesOf, screensOnOpening } from "@/lib/domain/alerts/cards";
import { ago, DAY, HOUR, NOW, run, told } from "@/tests/unit/domain/alerts/told";

const brief = (alerts: ToldAlert[]) => cardsOf(alerts, NOW).map(({ tier, state, messages, more }) => [tier, state, ...[...messages, ...more].map(({ ruleId }) => ruleId)]);
const ids = (alerts: { ruleId: string }[]) => alerts.map(({ ruleId }) => ruleId);

describe("cardsOf", () => {
  it.each([["EMERGENCY", "chest-pain"], ["URGENT", "leg-clot"]] as const)("keeps an unanswered %s for a week", (tier, rule) => {
    expect(brief([told(rule, tier, 7 * DAY)])).toEqual([[tier, "open", rule]]);
    expect(brief([told(rule, tier, 7 * DAY, { response: "not-yet" })])).toEqual([[tier, "open", rule]]);
    expect(brief([told(rule, tier, 7 * DAY + 1)])).toEqual([]);
  });
  it.each(["called", "got-help", "told-my-team"] as const)("keeps an alarm answered %s, with its number, for 24 hours", (response) => {
    expect(brief([told("chest-pain", "EMERGENCY", DAY, { response })])).toEqual([["EMERGENCY", "answered", "chest-pain"]]);
    expect(brief([told("chest-pain", "EMERGENCY", DAY + 1, { response })])).toEqual([]);
  });
  it("keeps an URGENT that is usual for 24 hours, and an emergency open all the same", () => {
    expect(brief([told("leg-clot", "URGENT", DAY, { response: "my-usual" })])).toEqual([["URGENT", "answered", "leg-clot"]]);
    expect(brief([told("leg-clot", "URGENT", DAY + 1, { response: "my-usual" })])).toEqual([]);
    expect(brief([told("chest-pain", "EMERGENCY", DAY + 1, { response: "my-usual" })])).toEqual([["EMERGENCY", "open", "chest-pain"]]);
  });
  it("keeps open what someone went to correct and has not changed yet", () => {
    expect(brief([told("chest-pain", "EMERGENCY", DAY, { response: "corrected" }), told("leg-clot", "URGENT", HOUR, { response: "corrected" }), told("shingles", "SOON", 1, { response: "corrected" })]))
      .toEqual([["EMERGENCY", "open", "chest-pain"], ["URGENT", "open", "leg-clot"], ["SOON", "open", "shingles"]]);
  });
  it("is open while one of the messages wants an answer", () => {
    const same = { checkInId: "a" };
    expect(cardsOf([told("chest-pain", "EMERGENCY", HOUR, { ...same, response: "called" }), told("stroke-signs", "EMERGENCY", HOUR, same)], NOW)).toMatchObject([{ state: "open", response: null }]);
  });
  it("puts the highest tier first, then the newest", () => {
    expect(brief([told("shingles", "SOON", 1), told("leg-clot", "URGENT", HOUR), told("head-injury", "URGENT", 2), told("chest-pain", "EMERGENCY", DAY)]))
      .toEqual([["EMERGENCY", "open", "chest-pain"], ["URGENT", "open", "head-injury"], ["URGENT", "open", "leg-clot"], ["SOON", "open", "shingles"]]);
  });
  it("folds what stands below the highest tier of an entry, shown or not", () => {
    const same = { checkInId: "a", shownAt: null };
    const [card] = cardsOf([told("shingles", "SOON", HOUR, same), told("leg-clot", "URGENT", HOUR, same), told("fever-watch", "INFO", HOUR, same)], NOW);
    expect(ids(card!.messages)).toEqual(["leg-clot"]);
    expect(ids(card!.below)).toEqual(["shingles"]);
  });
  it("is compact when the same alarm was raised and answered in the 24 hours before", () => {
    const before = told("leg-clot", "URGENT", 10 * HOUR, { response: "called" });
    expect(cardsOf([before, told("leg-clot", "URGENT", HOUR)], NOW).map(({ isCompact }) => isCompact)).toEqual([true, false]);
  });
  describe("SOON", () => {
    it.each([[48 * HOUR - 1, "open"], [48 * HOUR, "reminder"], [14 * DAY, "reminder"]] as const)("%s ms after it was shown: %s", (ms, state) => {
      expect(brief([told("shingles", "SOON", ms)])).toEqual([["SOON", state, "shingles"]]);
    });
    it("goes after 14 days, and when it is acknowledged", () => {
      expect(brief([told("shingles", "SOON", 14 * DAY + 1)])).toEqual([]);
      for (const response of ["told-my-team", "got-help", "my-usual", "called"] as const) expect(brief([told("shingles", "SOON", 1, { response })])).toEqual([]);
    });
    it("goes for 48 hours after remind me later", () => {
      const later = (ms: number) => [told("shingles", "SOON", 3 * DAY, { response: "remind-later", respondedAt: ago(ms) })];
      expect(brief(later(48 * HOUR - 1))).toEqual([]);
      expect(brief(later(48 * HOUR))).toEqual([["SOON", "reminder", "shingles"]]);
    });
    it("stands once a rule: what was told last, without the repetitions that nobody saw", () => {
      expect(brief([told("shingles", "SOON", 3 * DAY), told("shingles", "SOON", DAY), told("shingles", "SOON", HOUR, { shownAt: null })])).toEqual([["SOON", "open", "shingles"]]);
      expect(brief([told("shingles", "SOON", 3 * DAY), told("shingles", "SOON", DAY, { response: "told-my-team" })])).toEqual([]);
    });
  });
});

describe("linesOf", () => {
  it("keeps a quiet line for a day", () => {
    expect(ids(linesOf([told("fever-watch", "INFO", DAY)], NOW))).toEqual(["fever-watch"]);
    expect(linesOf([told("fever-watch", "INFO", DAY + 1), told("watch-24h", "INFO", 1, { shownAt: null })], NOW)).toEqual([]);
  });
  it("says nothing beside an alarm that stands, of whatever entry", () => {
    expect(linesOf([told("fever-watch", "INFO", 1), told("leg-clot", "URGENT", 2 * DAY)], NOW)).toEqual([]);
    expect(linesOf([told("fever-watch", "INFO", 1), told("leg-clot", "URGENT", HOUR, { response: "called" })], NOW)).toEqual([]);
    expect(linesOf([told("fever-watch", "INFO", 1), told("shingles", "SOON", HOUR)], NOW)).toHaveLength(1);
  });
});

describe("helpToAsk", () => {
  it("asks about every alarm without help, the newest entry first", () => {
    expect(helpToAsk([told("head-injury", "URGENT", 3 * DAY), told("leg-clot", "URGENT", DAY, { response: "not-yet" }), told("chest-pain", "EMERGENCY", 2 * DAY)], NOW)
      .map(({ alerts }) => ids(alerts))).toEqual([["leg-clot"], ["chest-pain"], ["head-injury"]]);
  });
  it("does not ask about what was answered, about SOON and INFO, or after a week", () => {
    expect(helpToAsk([
      told("leg-clot", "URGENT", DAY, { response: "got-help" }), told("chest-pain", "EMERGENCY", HOUR, { response: "my-usual" }), told("shingles", "SOON", HOUR),
      told("fever-watch", "INFO", HOUR), told("head-injury", "URGENT", 7 * DAY + 1),
    ], NOW)).toEqual([]);
  });
  it("asks about what someone went to correct and has not changed yet", () => {
    expect(helpToAsk([told("leg-clot", "URGENT", DAY, { response: "corrected" })], NOW).map(({ alerts }) => ids(alerts))).toEqual([["leg-clot"]]);
  });
  it("asks once about the same rules of several days, and only about the same", () => {
    const asked = helpToAsk([told("leg-clot", "URGENT", 2 * DAY), told("leg-clot", "URGENT", DAY), told("head-injury", "URGENT", 3 * DAY)], NOW);
    expect(asked.map(({ alerts, also }) => [ids(alerts), also.map(({ raisedAt }) => raisedAt)])).toEqual([[["leg-clot"], [ago(2 * DAY)]], [["head-injury"], []]]);
  });
});

describe("screensOnOpening", () => {
  const screens = (alerts: ToldAlert[]) => screensOnOpening(alerts, NOW).map(({ tier, alerts: shown }) => [tier, ...ids(shown)]);
  it("brings every unanswered emergency back, seen or not", () => {
    expect(screens([told("chest-pain", "EMERGENCY", DAY), told("stroke-signs", "EMERGENCY", HOUR, { shownAt: null })])).toEqual([["EMERGENCY", "stroke-signs"], ["EMERGENCY", "chest-pain"]]);
    expect(screens([told("chest-pain", "EMERGENCY", HOUR, { response: "called" })])).toEqual([]);
  });
  it.each(["not-yet", "my-usual", "corrected"] as const)("brings an emergency answered %s back", (response) => {
    expect(screens([told("chest-pain", "EMERGENCY", HOUR, { response })])).toEqual([["EMERGENCY", "chest-pain"]]);
  });
  it("opens URGENT and SOON that nobody saw, behind the emergencies, and not what was seen", () => {
    const unseen = { shownAt: null };
    expect(screens([told("shingles", "SOON", 1, unseen), told("leg-clot", "URGENT", HOUR, unseen), told("chest-pain", "EMERGENCY", DAY)]))
      .toEqual([["EMERGENCY", "chest-pain"], ["URGENT", "leg-clot"], ["SOON", "shingles"]]);
    expect(screens([told("leg-clot", "URGENT", HOUR), told("shingles", "SOON", HOUR), told("fever-watch", "INFO", HOUR, unseen)])).toEqual([]);
  });
  it("leaves a repetition of the same run quiet", () => {
    const evidence = [run("numbness", 4)];
    expect(screens([told("possible-relapse", "SOON", DAY, { evidence }), told("possible-relapse", "SOON", HOUR, { evidence, shownAt: null })])).toEqual([]);
  });
  it("does not open what is too old", () => {
    expect(screens([told("leg-clot", "URGENT", 7 * DAY + 1, { shownAt: null }), told("shingles", "SOON", 14 * DAY + 1, { shownAt: null })])).toEqual([]);
  });
});
