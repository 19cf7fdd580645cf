import { describe, expect, it } from "vitest";
import { prepare } from "@/lib/domain/red-flags/findings";
import { all, answers, any, eyesEvidence, firesWhen, medicinesOf } from "@/lib/domain/red-flags/verdict";
import { DAY_MS } from "@/lib/domain/time";
import { context, entry, judge, type Entry } from "./diary";

const sign = [{ field: "signs", value: ["faint"] }];
const heat = [{ field: "triggers", value: ["heat"] }];
const failing = () => {
  throw new Error("unreadable");
};

describe("a rule with several clauses", () => {
  it("is clear when none holds, and fires with the answers of all that do", () => {
    expect(firesWhen(() => false, () => false)).toEqual({ kind: "clear" });
    expect(firesWhen(() => false, () => sign, () => heat)).toEqual({ kind: "fires", evidence: [...sign, ...heat] });
  });
  it("names each field once, and joins its lists", () => {
    const more = [{ field: "signs", value: ["vomiting", "faint"] }, { field: "temperatureC", value: 38 }];
    expect(firesWhen(() => sign, () => more)).toEqual({ kind: "fires", evidence: [{ field: "signs", value: ["faint", "vomiting"] }, { field: "temperatureC", value: 38 }] });
  });
  it("fires when one clause holds though another cannot be judged; else it cannot be judged", () => {
    expect(firesWhen(failing, () => sign)).toEqual({ kind: "fires", evidence: sign });
    expect(() => firesWhen(failing, () => false)).toThrow("unreadable");
  });
  it("all needs each part, any needs one", () => {
    expect([all(sign, heat), all(sign, false), all()]).toEqual([[...sign, ...heat], false, []]);
    expect([any(sign, false), any(sign, heat), any(false, false)]).toEqual([sign, [...sign, ...heat], false]);
  });
});

describe("answers as evidence", () => {
  const findings = (fields: Entry, history = [entry(DAY_MS)]) => prepare(entry(0, fields), context({ history }));
  const unreadable = [{ ...entry(DAY_MS), recordedAt: new Date(Number.NaN) }];
  it("leave out what was not answered", () => {
    expect(answers(findings({}), "vision.loss", "vision.eyes", "vision.eyePain", "vision.doubleVision", "weakness.severity", "weakness.areas", "walking.ability", "bladder", "bowel", "infection", "temperatureC", "onset.vision", "onset.fatigue")).toEqual([]);
  });
  it("name the onset of each", () => {
    const onset = { fatigue: "days", numbness: "hours", vision: "sudden", walking: "gradual", weakness: "usual" } as const;
    expect(answers(findings({ onset }, []), "onset.fatigue", "onset.numbness", "onset.vision", "onset.walking", "onset.weakness").map(({ value }) => value)).toEqual(Object.values(onset));
  });
  it("never name an area that was not named", () => {
    expect(answers(findings({ weakness: { severity: "severe" } }), "weakness.severity", "weakness.areas")).toEqual([{ field: "weakness.severity", value: "severe" }]);
  });
  it("stand as given where the diary cannot be read, copied, and leave out what was not given", () => {
    const fields: Entry = { vision: { loss: "partial", eyes: "both" }, onset: { vision: "usual" }, numbness: { areas: ["left-arm"] } };
    const f = findings(fields, unreadable);
    const evidence = answers(f, "vision.eyes", "onset.vision", "numbness.areas", "weakness.areas", "onset.walking");
    expect(evidence).toEqual([{ field: "vision.eyes", value: "both" }, { field: "onset.vision", value: "usual" }, { field: "numbness.areas", value: ["left-arm"] }]);
    expect(evidence[2]!.value).not.toBe(f.checkIn.numbness!.areas);
    expect(answers(findings({}, unreadable), "vision.eyes", "numbness.areas")).toEqual([]);
  });
  it("never share a list with the diary", () => {
    const infection = ["cough" as const];
    const { alerts } = judge({ signs: ["shaking-chills"], infection });
    const shown = alerts.find(({ ruleId }) => ruleId === "sepsis-signs")!.evidence.find(({ field }) => field === "infection")!;
    expect(shown.value).toEqual(infection);
    expect(shown.value).not.toBe(infection);
  });
  it("name one eye of two, else the eyes as ticked", () => {
    const both = findings({ vision: { loss: "blurred", eyes: "both" } });
    expect(eyesEvidence(both, ["left"])).toEqual([{ field: "vision.eyes", value: "left" }]);
    expect(eyesEvidence(both, ["right"])).toEqual([{ field: "vision.eyes", value: "right" }]);
    expect(eyesEvidence(both, ["left", "right"])).toEqual([{ field: "vision.eyes", value: "both" }]);
    expect(eyesEvidence(findings({ vision: { loss: "blurred" } }), ["unnamed"])).toEqual([]);
    expect(eyesEvidence(findings({}), [])).toEqual([]);
  });
  it("name each class of medicine once, and none for a medicine without one", () => {
    expect(medicinesOf([{ class: "hsct", name: "a" }, { class: "hsct", name: "b" }, { name: "c" }])).toEqual([{ field: "medications.class", value: ["hsct"] }]);
    expect(medicinesOf([{ name: "c" }])).toBe(false);
    expect(medicinesOf([])).toBe(false);
  });
});
