import { describe, expect, it } from "vitest";
import { asDraft, draftOf, meantBy, problemsOf, toInput, withName } from "@/components/medicines/medicine-draft";
import { toMedicineInput } from "@/components/medicines/medicine-input";
import type { MedicineRecord } from "@/lib/domain/medicines/medicine";
import { medicineSchema } from "@/lib/schemas/medicine";

const ID = "01945c00-0000-7000-8000-000000000001";
const RELAPSE = "01945c00-0000-7000-8000-000000000002";
const record: MedicineRecord = {
  id: ID, name: "Ocrevus", class: "anti-CD20", kind: "regular", dose: "600 mg", reason: "MS", sideEffects: "tired", startedOn: "2025-01-01", lastDoseOn: "2026-01-02",
  nextDoseOn: "2026-07-02", stoppedOn: "2026-08-01", stopReason: "moved", relapseId: RELAPSE, createdAt: new Date(1), updatedAt: new Date("2026-01-03T10:00:00.123Z"),
};
const empty = draftOf({ id: ID, name: "" });

describe("a medicine in its form", () => {
  it("comes back as it was stored, with the moment of its last change", () => {
    const stored = toMedicineInput({ ...record, name: "Prednisone", class: "steroid-course" });
    expect(toInput(draftOf(stored), stored)).toEqual(stored);
    expect(stored).toMatchObject({ relapseId: RELAPSE, updatedAt: "2026-01-03T10:00:00.123Z" });
    expect(medicineSchema.parse(stored)).toEqual(stored);
  });
  it("leaves its relapse when it is no steroid course any more", () => {
    const stored = toMedicineInput({ ...record, name: "Prednisone", class: "steroid-course" });
    expect(toInput(withName(draftOf(stored), "Ocrevus"), stored)).not.toHaveProperty("relapseId");
  });
  it("leaves out what was not written, and trims what was", () => {
    expect(toInput({ ...empty, name: "  Vitamin D ", dose: " " }, { id: ID, name: "" })).toEqual({ id: ID, name: "Vitamin D", kind: "regular" });
  });
  it.each([
    [{}, { name: "medicine.missing" }], [{ name: "x" }, {}],
    [{ name: "x", stopReason: "tired" }, { stoppedOn: "medicine.stopDate" }], [{ name: "x", stopReason: "tired", stoppedOn: "2026-01-01" }, {}],
    [{ name: "x", startedOn: "2026-01-02", stoppedOn: "2026-01-01" }, { stoppedOn: "medicine.stopsBeforeStart" }], [{ name: "x", startedOn: "2026-01-01", stoppedOn: "2026-01-01" }, {}],
  ])("with %j has the problems %j", (part, problems) => expect(problemsOf({ ...empty, ...part }, "2026-03-01")).toEqual(problems));
  it("takes from the device only what has the shape of today", () => {
    expect(asDraft({ ...empty })).toEqual(empty);
    for (const kept of [null, "x", 1, [], {}, { ...empty, dose: undefined }, { ...empty, kind: "sometimes" }]) expect(asDraft(kept)).toBeNull();
  });
});

describe("the name", () => {
  it("brings its class, and takes it away when it is left", () => {
    const known = withName(empty, "Ocrevus");
    expect(known.class).toBe("anti-CD20");
    expect(withName(known, "Ocrevu").class).toBe("");
    expect(withName(known, "Baclofen").class).toBe("");
  });
  it("leaves a class that was chosen for an unknown name", () => {
    const own = { ...withName(empty, "Trial drug"), class: "other-immunosuppressant" as const };
    expect(withName(own, "Trial drug 7").class).toBe("other-immunosuppressant");
  });
  it.each([["Ocrevis", "Ocrevus"], ["tysabry", "Tysabri"], ["Ocrevus", null], ["ocr", null], ["ibuprofn", null], ["Trial drug", null], ["", null]])("%j may mean %s", (typed, meant) => expect(meantBy(typed)).toBe(meant));
});
