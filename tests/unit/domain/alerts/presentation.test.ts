import { describe, expect, it } from "vitest";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { presentationOf } from "@/lib/domain/alerts/presentation";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { ago, DAY, HOUR, NOW, raised, run, told } from "@/tests/unit/domain/alerts/told";

const present = (alerts: RaisedAlert[], known: ToldAlert[] = [], at = NOW) => presentationOf({ checkInId: "now", alerts }, known, at);
const formOf = (alert: RaisedAlert, known: ToldAlert[], at = NOW) => {
  const { messages, quiet } = present([alert], known, at);
  return quiet.length > 0 ? "none" : messages[0]?.form;
};

describe("EMERGENCY", () => {
  it("is always shown in full, however lately it was shown and answered", () => {
    expect(formOf(raised("chest-pain", "EMERGENCY"), [told("chest-pain", "EMERGENCY", HOUR, { response: "called" }), told("chest-pain", "EMERGENCY", 1, { response: "my-usual" })])).toBe("full");
  });
});

describe("URGENT", () => {
  const again = raised("leg-clot", "URGENT");
  it.each([
    ["exactly 24 h ago, answered", 24 * HOUR, "got-help", "compact"],
    ["a moment more than 24 h ago, answered", 24 * HOUR + 1, "got-help", "full"],
    ["an hour ago, called", HOUR, "called", "compact"],
    ["an hour ago, told the team", HOUR, "told-my-team", "compact"],
    ["an hour ago, my usual", HOUR, "my-usual", "compact"],
    ["an hour ago, no answer", HOUR, null, "full"],
    ["an hour ago, not yet", HOUR, "not-yet", "full"],
    ["an hour ago, corrected", HOUR, "corrected", "full"],
    ["an hour ago, remind me later", HOUR, "remind-later", "full"],
  ] as const)("raised %s: shown %s", (_name, msAgo, response, form) => {
    expect(formOf(again, [told("leg-clot", "URGENT", msAgo, { response })])).toBe(form);
  });
  it("is not made smaller by another rule, by its own entry, or by one that came later", () => {
    expect(formOf(again, [told("liver-signs", "URGENT", HOUR, { response: "called" })])).toBe("full");
    expect(formOf(again, [told("leg-clot", "URGENT", HOUR, { response: "called", checkInId: "now" })])).toBe("full");
    expect(formOf(again, [told("leg-clot", "URGENT", -HOUR, { response: "called" })])).toBe("full");
  });
  it("is never left out", () => {
    for (let hours = 0; hours < 400; hours += 7) expect(present([again], [told("leg-clot", "URGENT", hours * HOUR, { response: "called" })]).messages).toHaveLength(1);
  });
});

describe("SOON of a rule with a run", () => {
  const found = (...runs: ReturnType<typeof run>[]) => raised("possible-relapse", "SOON", [...runs, { field: "scores.numbness", value: 6 }]);
  const earlier = (msAgo: number, runs: ReturnType<typeof run>[], more: Partial<ToldAlert> = {}) => told("possible-relapse", "SOON", msAgo, { evidence: runs, ...more });
  const numb = run("numbness", 5);
  it("is shown the first time", () => {
    expect(formOf(found(numb), [])).toBe("full");
  });
  it("is shown once: never again in this run once acknowledged, however long it lasts", () => {
    expect(formOf(found(numb), [earlier(HOUR, [numb], { response: "told-my-team" })])).toBe("none");
    const long = run("numbness", 60);
    expect(formOf(found(long), [earlier(50 * DAY, [long], { response: "told-my-team" })])).toBe("none");
  });
  it("is shown again for a new run", () => {
    expect(formOf(found(run("numbness", 2)), [earlier(20 * DAY, [run("numbness", 21)], { response: "told-my-team" })])).toBe("full");
  });
  it("is shown again when another symptom joins, but not when only tiredness does", () => {
    expect(formOf(found(numb, run("vision", 1)), [earlier(DAY, [numb], { response: "told-my-team" })])).toBe("full");
    expect(formOf(found(numb, run("fatigue", 1)), [earlier(DAY, [numb], { response: "told-my-team" })])).toBe("none");
  });
  it("knows a run whose start moved back because of a late entry", () => {
    expect(formOf(found(run("numbness", 8)), [earlier(DAY, [numb], { response: "told-my-team" })])).toBe("none");
  });
  it("knows a run whose start moved on, because the usual it is compared with did", () => {
    expect(formOf(found(run("numbness", 2)), [earlier(2 * DAY, [numb], { response: "told-my-team" })])).toBe("none");
    expect(formOf(found(run("numbness", 2)), [earlier(2 * DAY + 1, [numb], { response: "told-my-team" })])).toBe("full");
  });
  it("follows a run that moves on each day through the alerts nobody was shown, and no further than they reach", () => {
    const first = earlier(12 * DAY, [run("numbness", 19)], { response: "told-my-team" });
    const quiet = [9, 5].map((days) => earlier(days * DAY, [run("numbness", days + 7)], { shownAt: null }));
    expect(formOf(found(run("numbness", 8)), [first, ...quiet])).toBe("none");
    expect(formOf(found(run("numbness", 8)), [first])).toBe("full");
    expect(formOf(found(run("numbness", 8)), [first, earlier(9 * DAY, [run("vision", 16)], { shownAt: null })])).toBe("full");
  });
  it("goes by the moment of an entry, not by when it was sent", () => {
    expect(formOf(found(run("numbness", 2)), [earlier(DAY, [run("numbness", 9)], { recordedAt: ago(6 * DAY), response: "told-my-team" })])).toBe("full");
  });
  it("stays quiet when one of two symptoms is over", () => {
    expect(formOf(found(numb), [earlier(DAY, [numb, run("vision", 4)], { response: "told-my-team" })])).toBe("none");
  });
  it("was not told while nobody saw it, and starts anew after a correction", () => {
    expect(formOf(found(numb), [earlier(DAY, [numb], { shownAt: null })])).toBe("full");
    expect(formOf(found(numb), [earlier(DAY, [numb], { response: "corrected" })])).toBe("full");
  });
  it.each([[48 * HOUR - 1, "none"], [48 * HOUR, "reminder"]] as const)("without acknowledgement, %s ms after it was shown: %s", (ms, form) => {
    expect(formOf(found(numb), [earlier(ms, [numb])])).toBe(form);
    expect(formOf(found(numb), [earlier(ms, [numb], { response: "not-yet" })])).toBe(form);
  });
  it("reminds once", () => {
    expect(formOf(found(numb), [earlier(4 * DAY, [numb]), earlier(2 * DAY, [numb])])).toBe("none");
  });
  it.each([[48 * HOUR - 1, "none"], [48 * HOUR, "reminder"]] as const)("%s ms after remind me later: %s, also after a reminder", (ms, form) => {
    expect(formOf(found(numb), [earlier(4 * DAY, [numb], { response: "remind-later", respondedAt: ago(ms) })])).toBe(form);
    expect(formOf(found(numb), [earlier(4 * DAY + ms, [numb]), earlier(ms, [numb], { response: "remind-later" })])).toBe(form);
  });
  it("does not remind when an earlier reminder was acknowledged", () => {
    expect(formOf(found(numb), [earlier(5 * DAY, [numb]), earlier(3 * DAY, [numb], { response: "told-my-team" })])).toBe("none");
  });
});

describe("SOON of a rule without a run", () => {
  it("is not hidden by an alarm of the same rule, which may have been of the other eye", () => {
    expect(formOf(raised("vision-sudden-loss", "SOON"), [told("vision-sudden-loss", "EMERGENCY", DAY, { response: "got-help" }), told("vision-sudden-loss", "URGENT", 2 * DAY)])).toBe("full");
    expect(formOf(raised("vision-sudden-loss", "SOON"), [told("vision-sudden-loss", "SOON", DAY, { response: "told-my-team" })])).toBe("none");
  });
  const found = raised("shingles", "SOON");
  it.each([[14 * DAY - 1, "none"], [14 * DAY, "full"]] as const)("%s ms after it was shown and acknowledged: %s", (ms, form) => {
    expect(formOf(found, [told("shingles", "SOON", ms, { response: "told-my-team" })])).toBe(form);
  });
  it.each([[48 * HOUR - 1, "none"], [48 * HOUR, "reminder"]] as const)("without acknowledgement, %s ms after it was shown: %s", (ms, form) => {
    expect(formOf(found, [told("shingles", "SOON", ms)])).toBe(form);
  });
  it("counts the 14 days from the first time, not from the reminder", () => {
    const known = [told("shingles", "SOON", 14 * DAY), told("shingles", "SOON", 12 * DAY)];
    expect(formOf(found, known)).toBe("full");
    expect(formOf(found, known, ago(1))).toBe("none");
  });
});

describe("INFO", () => {
  const found = raised("watch-24h", "INFO");
  it.each([[7 * DAY - 1, "none"], [7 * DAY, "line"]] as const)("%s ms after the same line: %s", (ms, form) => {
    expect(formOf(found, [told("watch-24h", "INFO", ms)])).toBe(form);
  });
  it("is thinned by its own rule only, and only by what was shown", () => {
    expect(formOf(found, [told("fever-watch", "INFO", HOUR), told("watch-24h", "INFO", HOUR, { shownAt: null })])).toBe("line");
  });
  it("is never beside EMERGENCY or URGENT of the same entry, whichever of device and server found which", () => {
    for (const tier of ["EMERGENCY", "URGENT"] as const) {
      const { messages, more, below, quiet } = present([found, raised("leg-clot", tier)]);
      expect([...messages, ...more, ...below].map(({ alert }) => alert.ruleId)).toEqual(["leg-clot"]);
      expect(quiet).toEqual([found]);
    }
  });
  it("is not shown while an alarm of an earlier entry still has its card", () => {
    expect(formOf(found, [told("leg-clot", "URGENT", 7 * DAY)])).toBe("none");
    expect(formOf(found, [told("leg-clot", "URGENT", 7 * DAY + 1)])).toBe("line");
    expect(formOf(found, [told("leg-clot", "URGENT", DAY, { response: "called" })])).toBe("none");
    expect(formOf(found, [told("leg-clot", "URGENT", DAY + 1, { response: "called" })])).toBe("line");
  });
  it("stands with SOON, folded", () => {
    expect(present([found, raised("shingles", "SOON")])).toMatchObject({ tier: "SOON", below: [{ form: "line", alert: found }] });
  });
});

describe("presentationOf", () => {
  const ids = (messages: { alert: RaisedAlert }[]) => messages.map(({ alert }) => alert.ruleId);
  it("shows the highest tier, at most three messages in the order of the table, and folds the rest", () => {
    const found = ["chest-pain", "stroke-signs", "vision-sudden-loss", "sepsis-signs"].map((id) => raised(id, "EMERGENCY"));
    const { tier, messages, more, below } = present([raised("shingles", "SOON"), ...found, raised("leg-clot", "URGENT")]);
    expect(tier).toBe("EMERGENCY");
    expect(ids(messages)).toEqual(["vision-sudden-loss", "stroke-signs", "chest-pain"]);
    expect(ids(more)).toEqual(["sepsis-signs"]);
    expect(ids(below)).toEqual(["leg-clot", "shingles"]);
  });
  it("shows exactly three without folding", () => {
    const { messages, more } = present(["chest-pain", "stroke-signs", "vision-sudden-loss"].map((id) => raised(id, "EMERGENCY")));
    expect([messages.length, more.length]).toEqual([3, 0]);
  });
  it("shows a rule that this list does not know, last", () => {
    expect(ids(present([raised("rule-of-tomorrow", "EMERGENCY"), raised("chest-pain", "EMERGENCY")]).messages)).toEqual(["chest-pain", "rule-of-tomorrow"]);
  });
  it("says what was found and is not shown again, so that nothing says there was none", () => {
    const { tier, quiet } = present([raised("shingles", "SOON")], [told("shingles", "SOON", HOUR)]);
    expect([tier, ids(quiet.map((alert) => ({ alert })))]).toEqual([null, ["shingles"]]);
  });
  it("shows a lower tier when the higher one was told already", () => {
    expect(present([raised("shingles", "SOON"), raised("slow-worsening", "INFO")], [told("shingles", "SOON", HOUR)])).toMatchObject({ tier: "INFO" });
  });
});
