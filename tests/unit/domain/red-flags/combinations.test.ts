import { describe, expect, it } from "vitest";
import type { MedicineClass, Sign } from "@/lib/domain/check-in/vocabulary";
import { SIGNS } from "@/lib/domain/check-in/vocabulary";
import type { RuleContext } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import { daily, entry, emergencies, type Entry } from "./diary";

const on = (is: MedicineClass, lastDoseOn?: string): Partial<RuleContext> => ({ medications: [{ class: is, name: "x", ...(lastDoseOn && { lastDoseOn }) }] });
const newS1p: Partial<RuleContext> = { medications: [{ class: "S1P-modulator", name: "x", startedOn: "2026-03-08" }] };

/** With the signs and answers given, exactly these further signs raise the rule. */
const PARTNERS: { id: string; given: Entry; context?: Partial<RuleContext>; raisedBy: Sign[] }[] = [
  { id: "stroke-signs", given: { signs: [] }, raisedBy: ["face-droop", "slurred-speech"] },
  { id: "stroke-signs", given: { signs: ["sudden-dizzy"] }, raisedBy: ["face-droop", "slurred-speech", "stiff-neck", "worst-headache", "lasting-headache"] },
  { id: "stroke-signs", given: { vision: { doubleVision: true }, onset: { vision: "sudden" } }, raisedBy: ["face-droop", "slurred-speech", "sudden-dizzy", "worst-headache", "lasting-headache"] },
  { id: "meningitis-signs", given: { signs: ["stiff-neck"] }, raisedBy: ["lasting-headache", "worst-headache", "light-hurts", "confusion", "rash-no-fade"] },
  { id: "meningitis-signs", given: { signs: ["light-hurts"], temperatureC: 38 }, raisedBy: ["lasting-headache", "worst-headache", "stiff-neck"] },
  { id: "meningitis-signs", given: { signs: ["lasting-headache"] }, context: on("hsct"), raisedBy: ["confusion", "stiff-neck"] },
  { id: "meningitis-signs", given: { temperatureC: 38 }, context: on("fumarate"), raisedBy: ["lasting-headache", "worst-headache", "stiff-neck"] },
  { id: "sepsis-signs", given: { infection: ["burning-urine"] }, raisedBy: ["mottled-skin", "rash-no-fade", "confusion", "slurred-speech", "trouble-breathing", "shaking-chills", "hard-to-wake"] },
  { id: "sepsis-signs", given: { signs: [] }, raisedBy: ["mottled-skin", "rash-no-fade"] },
  { id: "infection-severe-immunosuppressed", given: { temperatureC: 38 }, context: on("natalizumab"), raisedBy: ["shaking-chills", "faint", "heart-odd", "vomiting"] },
  { id: "baclofen-pump-withdrawal", given: { signs: [] }, context: on("baclofen-pump"), raisedBy: ["sudden-stiffness", "new-itch"] },
  { id: "baclofen-pump-withdrawal", given: { signs: ["pump-alarm"] }, context: on("baclofen-pump"), raisedBy: ["sudden-stiffness", "new-itch", "confusion", "vomiting", "hard-to-wake", "seizure"] },
  { id: "head-injury-danger", given: { signs: ["head-injury"] }, raisedBy: ["confusion", "hard-to-wake", "seizure", "worst-headache", "lasting-headache", "vomiting", "faint", "slurred-speech"] },
  { id: "s1p-first-dose-heart", given: { signs: [] }, context: newS1p, raisedBy: ["faint", "heart-odd"] },
  { id: "alemtuzumab-infusion-danger", given: { signs: [] }, context: on("alemtuzumab", "2026-03-09"), raisedBy: ["lasting-headache", "worst-headache", "stiff-neck", "chest-pain", "trouble-breathing", "bruising-bleeding", "heavy-bleeding"] },
  { id: "cauda-equina", given: { numbness: { areas: ["saddle"] } }, raisedBy: ["back-pain"] },
  { id: "pregnancy-danger", given: { vision: { loss: "blurred" } }, context: { profile: { pregnant: true } }, raisedBy: ["lasting-headache", "worst-headache"] },
];

it.each(PARTNERS)("$id with $given is raised by exactly its signs", ({ id, given, context, raisedBy }) => {
  const others = SIGNS.filter((sign) => !given.signs?.includes(sign));
  const raising = others.filter((sign) => emergencies({ ...given, signs: [...(given.signs ?? []), sign] }, context).includes(id));
  expect([...raising].sort()).toEqual([...raisedBy].sort());
  expect(emergencies(given, context)).not.toContain(id);
});

it.each([
  ["a fever with a beeping pump", "baclofen-pump-withdrawal", { signs: ["pump-alarm"], temperatureC: 38 }, on("baclofen-pump")],
  ["39.0 on an immune medicine", "infection-severe-immunosuppressed", { temperatureC: 39 }, on("steroid-course", "2026-02-20")],
  ["no urine with an infection", "sepsis-signs", { bladder: "cannot-pass-urine", infection: ["chills"] }, {}],
  ["a head knock and new weakness", "head-injury-danger", { signs: ["head-injury"], weakness: { severity: "mild", areas: ["left-arm"] } }, {}],
  ["a head knock and a blurred eye", "head-injury-danger", { signs: ["head-injury"], vision: { loss: "blurred" } }, {}],
  ["a head knock and double vision", "head-injury-danger", { signs: ["head-injury"], vision: { doubleVision: true } }, {}],
  ["a saddle and no urine", "cauda-equina", { numbness: { areas: ["saddle"] }, bladder: "cannot-pass-urine" }, {}],
  ["a saddle and a bowel leak", "cauda-equina", { numbness: { areas: ["saddle"] }, bowel: "leaking" }, {}],
  ["no walking and a numb trunk", "spinal-cord-emergency", { walking: { ability: "unable" }, onset: { walking: "days" }, numbness: { areas: ["trunk"] } }, {}],
  ["sudden weakness of one side beside spinning", "stroke-signs", { signs: ["sudden-dizzy"], weakness: { severity: "mild", areas: ["left-arm"] }, onset: { weakness: "sudden" } }, {}],
] as [string, string, Entry, Partial<RuleContext>][])("%s raises %s", (_name, id, fields, context) => {
  expect(emergencies(fields, context)).toContain(id);
});

describe("severe eye pain", () => {
  const pain = (fields: Entry, history = [entry(DAY_MS)]) => emergencies({ vision: { eyePain: "severe" }, ...fields }, { history }).includes("eye-pain-vision-drop");
  it("goes by a rise of 3 where no loss was answered", () => {
    expect([pain({ scores: { vision: 4 } }), pain({ scores: { vision: 3 } })]).toEqual([true, false]);
    expect(pain({ scores: { vision: 4 }, vision: { eyePain: "severe", loss: "none" } })).toBe(false);
    expect(pain({ scores: { vision: 4 }, vision: { eyePain: "mild" } })).toBe(false);
  });
  it("goes by a score of 6 where there is nothing to compare with", () => {
    expect([pain({ scores: { vision: 6 } }, []), pain({ scores: { vision: 5 } }, [])]).toEqual([true, false]);
  });
  it("is not this rule when the drop is known to have come over days", () => {
    expect(pain({ scores: { vision: 6 } }, [...daily(7, 3)])).toBe(false);
  });
});

describe("weakness of both sides", () => {
  const cord = (severity: "moderate" | "severe", areas: ("left-arm" | "right-arm" | "left-leg" | "right-leg")[], onset: "sudden" | "hours" | "days", rest: Entry = {}) =>
    emergencies({ weakness: { severity, areas }, onset: { weakness: onset }, ...rest }).includes("spinal-cord-emergency");
  it("is a cord emergency when severe and fast, or moderate and sudden", () => {
    const arms = ["left-arm" as const, "right-arm" as const];
    expect([cord("severe", arms, "hours"), cord("severe", arms, "days"), cord("moderate", arms, "sudden"), cord("moderate", arms, "hours")]).toEqual([true, false, true, false]);
  });
  it("with a cord sign needs both legs", () => {
    expect(cord("moderate", ["left-leg", "right-leg"], "days", { bladder: "leaking" })).toBe(true);
    expect(cord("moderate", ["left-leg", "right-arm"], "days", { bladder: "leaking" })).toBe(false);
    expect(emergencies({ weakness: { severity: "mild", areas: ["left-leg", "right-leg"] }, bladder: "leaking" })).toEqual([]);
  });
});

describe("weakness of one side", () => {
  const side = (severity: "mild" | "moderate" | "severe", areas: ("left-arm" | "left-leg" | "trunk")[], onset?: "sudden" | "hours" | "days" | "gradual") =>
    emergencies({ weakness: { severity, areas }, ...(onset && { onset: { weakness: onset } }) }).includes("weakness-one-side");
  it.each([
    ["severe", ["left-arm", "left-leg"], undefined, true], ["severe", ["left-arm", "left-leg"], "gradual", false], ["severe", ["left-arm"], "hours", true],
    ["severe", ["left-arm"], "days", false], ["moderate", ["left-arm"], "sudden", true], ["moderate", ["left-arm"], "hours", false],
    ["moderate", ["left-arm", "left-leg"], "hours", true], ["moderate", ["left-arm", "left-leg"], "days", false], ["mild", ["left-arm", "left-leg"], "sudden", false],
    ["severe", ["left-arm", "trunk"], "days", false],
  ] as const)("%s in %s, %s: %s", (severity, areas, onset, fires) => {
    expect(side(severity, [...areas], onset)).toBe(fires);
  });
});

describe("a stroke by weakness", () => {
  it.each<[string, Entry, boolean]>([
    ["two areas of one side, sudden", { weakness: { severity: "mild", areas: ["left-arm", "left-leg"] }, onset: { weakness: "sudden" } }, true],
    ["two areas of one side, over hours", { weakness: { severity: "mild", areas: ["left-arm", "left-leg"] }, onset: { weakness: "hours" } }, false],
    ["one area, sudden", { weakness: { severity: "mild", areas: ["left-arm"] }, onset: { weakness: "sudden" } }, false],
    ["one area, sudden, beside spinning", { weakness: { severity: "mild", areas: ["left-arm"] }, onset: { weakness: "sudden" }, signs: ["sudden-dizzy"] }, true],
    ["one area over hours, beside spinning", { weakness: { severity: "mild", areas: ["left-arm"] }, onset: { weakness: "hours" }, signs: ["sudden-dizzy"] }, false],
    ["a face over hours", { weakness: { severity: "mild", areas: ["left-face"] }, onset: { weakness: "hours" } }, true],
    ["a face, since when is not known", { weakness: { severity: "mild", areas: ["left-face"] } }, true],
    ["a face over days", { weakness: { severity: "mild", areas: ["left-face"] }, onset: { weakness: "days" } }, false],
  ])("%s: %s", (_what, fields, fires) => {
    expect(emergencies(fields).includes("stroke-signs")).toBe(fires);
  });
});

describe("a jump of the vision score", () => {
  const jumped = (fields: Entry, history = [...daily(60, 2), entry(DAY_MS)]) => emergencies({ scores: { vision: 9 }, ...fields }, { history }).includes("vision-sudden-loss");
  it("counts where no loss is given, or only a blur", () => {
    expect([jumped({}), jumped({ vision: { loss: "blurred" } }), jumped({ vision: { loss: "none" } })]).toEqual([true, true, false]);
    expect(jumped({ vision: { loss: "partial" }, onset: { vision: "days" } })).toBe(false);
  });
  it("does not count when it is called slow and nothing contradicts it", () => {
    const longAgo = daily(60, 8);
    expect([jumped({}, longAgo), jumped({ onset: { vision: "gradual" } }, longAgo), jumped({ onset: { vision: "usual" } }, longAgo)]).toEqual([true, false, false]);
  });
  it("counts from 7 when it is fast and no loss is given", () => {
    const fast = (fields: Entry) => emergencies({ scores: { vision: 7 }, onset: { vision: "hours" }, ...fields }).includes("vision-sudden-loss");
    expect([fast({}), fast({ scores: { vision: 6 } }), fast({ vision: { loss: "none" } }), fast({ vision: { loss: "blurred" } })]).toEqual([true, false, false, false]);
  });
});
