import { describe, expect, it } from "vitest";
import { MEDICINE_CLASSES } from "@/lib/domain/check-in/vocabulary";
import { findMedicineClass, KNOWN_MEDICINES } from "@/lib/domain/medicines/known-medicines";

describe("findMedicineClass", () => {
  it.each([
    ["Ocrevus 600 mg", "anti-CD20"], ["OCRELIZUMAB", "anti-CD20"], ["Tysabri", "natalizumab"], ["dimethyl  fumarate", "fumarate"],
    ["Interferon beta-1a", "interferon"], ["solu-medrol 1 g", "steroid-course"], ["Baclofen pump", "baclofen-pump"], ["eliquis", "anticoagulant"],
  ])("knows %s as %s", (typed, medicineClass) => {
    expect(findMedicineClass(typed)).toBe(medicineClass);
  });
  it.each(["", " ", "Baclofen 10 mg", "Vitamin D", "interferonlike", "Rebifx", "fumarat"])("does not guess at %j", (typed) => {
    expect(findMedicineClass(typed)).toBeNull();
  });
  it("has names for every class, each name in one class only", () => {
    expect(Object.keys(KNOWN_MEDICINES).sort()).toEqual([...MEDICINE_CLASSES].sort());
    const names = Object.values(KNOWN_MEDICINES).flat().map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});
