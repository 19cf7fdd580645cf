import { describe, expect, it } from "vitest";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { Evidence, RaisedAlert } from "@/lib/domain/red-flags/rule";
import { countWords, whatToSay, wordSay, type SayPart } from "@/lib/domain/red-flags/what-to-say";
import { DAY_MS } from "@/lib/domain/time";
import { entry, NOW, type Entry } from "./diary";

const alert = (evidence: Evidence[], ruleId = "any-rule"): RaisedAlert => ({ ruleId, ruleVersion: 1, tier: "EMERGENCY", evidence });
const parts = (evidence: Evidence[], { fields = {}, ageMs = 0, medications = [] }: { fields?: Entry; ageMs?: number; medications?: Medication[] } = {}) =>
  whatToSay(entry(ageMs, fields), [alert(evidence)], medications, NOW);
const since = (evidence: Evidence[], fields: Entry = {}, ageMs = 0) => parts(evidence, { fields, ageMs }).filter(({ kind }) => kind === "since").map(({ key, values }) => [key, values]);

describe("since when", () => {
  const lost: Evidence = { field: "vision.loss", value: "partial" };
  const onset = (value: string): Evidence => ({ field: "onset.vision", value });
  it.each([
    { what: "sudden, today", evidence: [lost, onset("sudden")], days: 0, key: "since-sudden-today" },
    { what: "sudden, yesterday", evidence: [lost, onset("sudden")], days: 1, key: "since-sudden-yesterday" },
    { what: "sudden, two days ago", evidence: [lost, onset("sudden")], days: 2, key: "since-sudden-earlier" },
    { what: "over hours, today", evidence: [lost, onset("hours")], days: 0, key: "since-hours-today" },
    { what: "over hours, three days ago", evidence: [lost, onset("hours")], days: 3, key: "since-hours-earlier" },
    { what: "over days", evidence: [lost, onset("days")], days: 1, key: "since-days" },
    { what: "gradual, yesterday: when it was noted", evidence: [lost, onset("gradual")], days: 1, key: "noted-yesterday" },
    { what: "no onset, two days ago", evidence: [lost], days: 2, key: "noted-earlier" },
  ])("$what", ({ evidence, days, key }) => {
    expect(since(evidence, {}, days * DAY_MS)).toEqual([[key, { days }]]);
  });
  it("says nothing without an onset today", () => {
    expect(since([lost])).toEqual([]);
    expect(parts([lost]).map(({ kind }) => kind)).toEqual(["ms", "happened"]);
    expect(since([lost, onset("gradual")])).toEqual([]);
    expect(since([lost], {}, -DAY_MS)).toEqual([]);
  });
  it("goes by the onset of what comes first, not by another's", () => {
    expect(since([lost, { field: "onset.walking", value: "sudden" }])).toEqual([]);
    expect(since([{ field: "walking.ability", value: "unable" }, lost, onset("sudden"), { field: "onset.walking", value: "hours" }])).toEqual([["since-hours-today", { days: 0 }]]);
  });
  it("takes the onset of signs from the answers", () => {
    const signs: Evidence = { field: "signs", value: ["seizure"] };
    expect(since([signs], { onset: { signs: "hours" } })).toEqual([["since-hours-today", { days: 0 }]]);
    expect(since([lost], { onset: { signs: "hours" } })).toEqual([]);
  });
  it.each([
    { started: "today", daysAgo: 0, key: "since-run-today" }, { started: "yesterday", daysAgo: 1, key: "since-run-yesterday" },
    { started: "two days ago", daysAgo: 2, key: "since-run-earlier" },
  ])("without an onset goes by the start of the run: $started", ({ daysAgo, key }) => {
    const run: Evidence = { field: "run.vision", value: new Date(NOW.getTime() - daysAgo * DAY_MS).toISOString() };
    expect(since([{ field: "scores.vision", value: 7 }, run])).toEqual([[key, { days: daysAgo }]]);
    expect(since([{ field: "scores.vision", value: 7 }, onset("days"), run])).toEqual([["since-days", { days: 0 }]]);
  });
});

describe("the medicines", () => {
  const said = (...medications: Medication[]) => parts([], { medications }).filter(({ kind }) => kind === "medicine").map(({ key, values }) => [key, values["name"]]);
  it.each<[string, Medication, [string, string | undefined][]]>([
    ["one that is taken", { class: "natalizumab", name: " natalizumab " }, [["takes", "natalizumab"]]],
    ["one that was stopped and still counts", { class: "natalizumab", name: "natalizumab", stoppedOn: "2026-02-01" }, [["was-treated", "natalizumab"]]],
    ["alemtuzumab", { class: "alemtuzumab", name: "alemtuzumab", lastDoseOn: "2026-01-01" }, [["was-treated", "alemtuzumab"]]],
    ["cladribine", { class: "cladribine", name: "cladribine", lastDoseOn: "2026-01-01" }, [["was-treated", "cladribine"]]],
    ["stem cells", { class: "hsct", name: "stem cells", lastDoseOn: "2026-01-01" }, [["was-treated", "stem cells"]]],
    ["steroids", { class: "steroid-course", name: "prednisolone", lastDoseOn: "2026-03-01" }, [["was-treated", "prednisolone"]]],
    ["no name", { class: "fumarate", name: "  " }, [["takes-immune", undefined]]],
    ["a name of three words", { class: "fumarate", name: "one two three" }, [["takes", "one two three"]]],
    ["a name of four words", { class: "fumarate", name: "one two three four" }, [["takes-immune", undefined]]],
    ["a name of 40 letters", { class: "fumarate", name: "x".repeat(40) }, [["takes", "x".repeat(40)]]],
    ["a name of 41 letters", { class: "fumarate", name: "x".repeat(41) }, [["takes-immune", undefined]]],
    ["one that does not lower immunity", { class: "interferon", name: "interferon" }, []],
  ])("says %s", (_what, medicine, expected) => {
    expect(said(medicine)).toEqual(expected);
  });
  it("names two at most, each once", () => {
    const a: Medication = { class: "natalizumab", name: "natalizumab" };
    const nameless: Medication = { class: "fumarate", name: "" };
    expect(said(a, a, nameless, nameless, { class: "hsct", name: "stem cells" })).toEqual([["takes", "natalizumab"], ["takes-immune", undefined]]);
    expect(said(a, { ...a, stoppedOn: "2026-03-01" })).toEqual([["takes", "natalizumab"], ["was-treated", "natalizumab"]]);
    expect(said(a, { class: "fumarate", name: "dimethyl fumarate" })).toEqual([["takes", "natalizumab"], ["takes", "dimethyl fumarate"]]);
  });
});

describe("what happened", () => {
  const happened = (alerts: RaisedAlert[]) => whatToSay(entry(0), alerts, [], NOW).filter(({ kind }) => kind === "happened").map(({ key }) => key);
  it("begins with MS, and names three things at most, those of the highest alert first", () => {
    const alerts = [alert([{ field: "signs", value: ["seizure", "confusion"] }]), alert([{ field: "bowel", value: "leaking" }, { field: "bladder", value: "leaking" }])];
    expect(whatToSay(entry(0), alerts, [], NOW)[0]).toEqual({ kind: "ms", key: "ms", values: {} });
    expect(happened(alerts)).toEqual(["sign-seizure", "sign-confusion", "bowel-leaking"]);
  });
  it("says that a medicine may harm the baby only for that rule", () => {
    const pregnant: Evidence[] = [{ field: "profile.pregnant", value: true }];
    expect(happened([alert(pregnant, "pregnancy-medicine")])).toEqual(["pregnant", "pregnancy-medicine"]);
    expect(happened([alert(pregnant, "pregnancy-warning")])).toEqual(["pregnant"]);
    expect(happened([alert(pregnant, "pregnancy-warning"), alert(pregnant, "pregnancy-medicine")])).toEqual(["pregnant", "pregnancy-medicine"]);
    expect(happened([])).toEqual([]);
  });
});

describe("what does not fit into 34 words", () => {
  const words = (count: number, letter: string) => Array<string>(count).fill(letter).join(" ");
  const texts = (lengths: Record<string, number>) => Object.fromEntries(Object.entries(lengths).map(([key, count]) => [key, words(count, key)]));
  const part = (kind: SayPart["kind"], key: string): SayPart => ({ kind, key, values: {} });
  const all = [part("ms", "m"), part("happened", "a"), part("happened", "b"), part("happened", "c"), part("since", "s"), part("medicine", "x"), part("medicine", "y")];
  const kept = (lengths: Record<string, number>) => [...new Set(wordSay(all, texts(lengths)).split(" "))].join("");
  it.each([
    ["34 words stay", { m: 4, a: 5, b: 5, c: 5, s: 5, x: 5, y: 5 }, "mabcsxy"],
    ["the third thing goes first", { m: 5, a: 5, b: 5, c: 5, s: 5, x: 5, y: 5 }, "mabsxy"],
    ["then the second medicine", { m: 5, a: 6, b: 6, c: 6, s: 6, x: 6, y: 6 }, "mabsx"],
    ["then the second thing", { m: 5, a: 8, b: 8, c: 8, s: 8, x: 8, y: 8 }, "masx"],
    ["then since when", { m: 5, a: 12, b: 12, c: 12, s: 12, x: 12, y: 12 }, "max"],
    ["then the medicine", { m: 5, a: 20, b: 20, c: 20, s: 20, x: 20, y: 20 }, "ma"],
    ["never MS nor the first thing", { m: 20, a: 20, b: 20, c: 20, s: 20, x: 20, y: 20 }, "ma"],
  ])("%s", (_what, lengths, expected) => {
    expect(kept(lengths)).toBe(expected);
  });
  it("goes on where there is nothing of a kind to leave out", () => {
    expect(wordSay([part("ms", "m"), part("happened", "a"), part("since", "s")], texts({ m: 20, a: 14, s: 1 })).split(" ").at(-1)).toBe("a");
    const few = [part("ms", "m"), part("happened", "a"), part("since", "s"), part("medicine", "x")];
    expect([...new Set(wordSay(few, texts({ m: 10, a: 20, s: 5, x: 4 })).split(" "))].join("")).toBe("max");
  });
  it("leaves out a part without a text, and fills what it knows", () => {
    expect(wordSay([part("ms", "m"), part("happened", "nothing"), { kind: "since", key: "s", values: { days: 3 } }], { m: "M.", s: "{days} days, {other}." })).toBe("M. 3 days, {other}.");
  });
  it("counts words, not spaces", () => {
    expect([countWords(""), countWords("  one   two "), countWords("one\ntwo three")]).toEqual([0, 2, 3]);
  });
});
