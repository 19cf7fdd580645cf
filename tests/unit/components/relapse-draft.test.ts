import { describe, expect, it } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { asRelapseDraft, emptyRelapse, isSameDraft, relapseDraftOf, relapseInput, relapseProblems, type RelapseDraft, type StoredRelapse } from "@/components/relapse/relapse-draft";
import { MOST_NOTE_CHARACTERS, relapseSchema } from "@/lib/schemas/relapse";
import relapseForm from "@/lib/i18n/messages/en/relapseForm.json";

const TODAY = "2026-11-21";
const draft = (changes: Partial<RelapseDraft> = {}): RelapseDraft => ({
  ...emptyRelapse("Steroids"), id: uuidv7(), start: { known: "month", day: "", month: "03", year: "2024" }, end: { known: "open", day: "", month: "", year: "" }, ...changes,
});
const STORED: StoredRelapse = {
  id: uuidv7(), status: "confirmed-by-me", teamSaid: "not-sure", startedOn: "2024-03-01", startPrecision: "month", endedOn: "2024-04-12", endPrecision: "day", symptoms: ["vision"], sides: ["left"],
  regions: ["eyes"], infection: false, heat: null, daysOffWork: 0, feltRecovery: "mostly", note: "Grey", steroids: { id: uuidv7(), name: "Drip", startedOn: null, lastDoseOn: "2024-03-09" }, updatedAt: "2026-11-20T10:00:00.000Z",
};

describe("what is sent", () => {
  it("is what is stored when nothing was changed, and fits the schema", () => {
    const { id, own, ...input } = relapseInput(relapseDraftOf(STORED, "Steroids"));
    expect({ id, own, ...input }).toEqual({
      id: STORED.id, own: "relapse", teamSaid: "not-sure", started: "2024-03", ended: "2024-04-12", symptoms: ["vision"], sides: ["left"], regions: ["eyes"], infection: false, heat: null,
      daysOffWork: 0, feltRecovery: "mostly", note: "Grey", steroids: STORED.steroids,
    });
    expect(relapseSchema.safeParse({ id, own, ...input }).success).toBe(true);
    expect(relapseProblems(relapseDraftOf(STORED, "Steroids"), TODAY)).toEqual({});
  });
  it("keeps what is not known as not known: no answer, and the answer that it is not known", () => {
    expect(relapseInput(draft())).toMatchObject({ own: null, teamSaid: null, ended: null, infection: null, heat: null, daysOffWork: null, feltRecovery: null, note: null, steroids: null });
    expect(relapseInput(draft({ own: "unknown", infection: "unknown", heat: "no" }))).toMatchObject({ own: null, infection: null, heat: false });
  });
  it("is the date that was chosen, not the one that was typed before it", () => {
    const both = { day: "2024-03-05", month: "02", year: "2023" };
    expect(relapseInput(draft({ start: { known: "day", ...both }, end: { known: "open", ...both } }))).toMatchObject({ started: "2024-03-05", ended: null });
    expect(relapseInput(draft({ start: { known: "month", ...both } }))).toMatchObject({ started: "2023-02" });
  });
});

describe("what is wrong", () => {
  const end = (changes: object) => ({ known: "day" as const, day: "", month: "", year: "", ...changes });
  it.each<[string, Partial<RelapseDraft>, Record<string, string>]>([
    ["nothing, with a start and the word that it goes on", {}, {}],
    ["nothing, with a start of 90 days ago alone", { start: { known: "day", day: "2026-08-23", month: "", year: "" }, end: { known: null, day: "", month: "", year: "" } }, {}],
    ["no word on the end of one that began 91 days ago", { start: { known: "day", day: "2026-08-22", month: "", year: "" }, end: { known: null, day: "", month: "", year: "" } }, { ended: "relapse.end" }],
    ["no start", { start: { known: null, day: "2024-03-01", month: "03", year: "2024" } }, { started: "relapse.start" }],
    ["a year that is none", { start: { known: "month", day: "", month: "03", year: "24" } }, { started: "relapse.start" }],
    ["a start ahead", { start: { known: "day", day: "2026-11-22", month: "", year: "" } }, { started: "relapse.startAhead" }],
    ["an end that is not filled in", { end: end({}) }, { ended: "relapse.end" }],
    ["an end before the start", { end: end({ day: "2024-02-29" }) }, { ended: "relapse.endsBeforeStart" }],
    ["steroids without a name", { steroids: { id: "", had: true, name: " ", first: "", last: "" } }, { "steroids.name": "name.missing" }],
    ["steroids that end before they begin", { steroids: { id: "", had: true, name: "x", first: "2024-03-05", last: "2024-03-04" } }, { "steroids.lastDoseOn": "steroids.endsBeforeStart" }],
    ["steroids without a last dose, of one that is over", { end: end({ day: "2024-04-12" }), steroids: { id: "", had: true, name: "x", first: "2024-03-05", last: "" } }, { "steroids.lastDoseOn": "steroids.lastMissing" }],
    ["nothing, with steroids that may go on in one that is not over", { end: end({ known: "open" }), steroids: { id: "", had: true, name: "x", first: "2024-03-05", last: "" } }, {}],
    ["half a day off", { work: "1.5" }, { daysOffWork: "number.invalid" }],
    ["more days than fit", { work: "3651" }, { daysOffWork: "number.invalid" }],
    ["as many days as fit", { work: " 3650 " }, {}],
    ["a note that is too long", { note: "x".repeat(MOST_NOTE_CHARACTERS + 1) }, { note: "note.tooLong" }],
    ["a note that just fits", { note: "x".repeat(MOST_NOTE_CHARACTERS) }, {}],
  ])("%s", (_name, changes, problems) => {
    const found = relapseProblems(draft(changes), TODAY);
    expect(found).toEqual(problems);
    for (const key of Object.values(found)) expect(relapseForm.problems).toHaveProperty([key]);
  });
});

describe("a draft kept on the device", () => {
  it("comes back as it was, and counts as nothing new when it says what is stored", () => {
    const kept = draft({ note: "half a sen" });
    expect(asRelapseDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(isSameDraft(relapseDraftOf(STORED, "Steroids"), { ...relapseDraftOf(STORED, "Steroids"), id: "" })).toBe(true);
    expect(isSameDraft(kept, draft())).toBe(false);
  });
  it.each([null, "text", 3, {}, { version: 0 }])("of another shape is dropped: %j", (kept) => expect(asRelapseDraft(kept)).toBeNull());
});
