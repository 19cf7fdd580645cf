import { describe, expect, it } from "vitest";
import { fieldsOf, NO_FIELDS, readFields, type ResultFields } from "@/components/walk/result-input";

const TODAY = "2026-03-10";
const read = (kind: Parameters<typeof readFields>[0], fields: Partial<ResultFields>) => readFields(kind, { ...NO_FIELDS, day: "2026-03-01", ...fields }, TODAY);

describe("what was typed of a clinic's result", () => {
  it.each(["0", "1", "1.5", "3,5", " 10 "])("an EDSS of %j is read", (value) => expect(read("edss", { value }).kind).toBe("read"));
  it.each(["", "0.5", "10.5", "3.25", "-1", "six", "1e1"])("an EDSS of %j is not", (value) => expect(read("edss", { value })).toEqual({ kind: "problems", fields: { value: "edss.range" } }));
  it("a peg test of both hands makes two results, of one hand one", () => {
    expect(read("nine-hole-peg", { right: "18.25", left: "20" })).toMatchObject({ values: [{ value: 18.3, details: { hand: "right" } }, { value: 20, details: { hand: "left" } }] });
    expect(read("nine-hole-peg", { left: "20" })).toMatchObject({ values: [{ details: { hand: "left" } }] });
    expect(read("nine-hole-peg", {})).toEqual({ kind: "problems", fields: { right: "peg.missing" } });
    expect(read("nine-hole-peg", { right: "4.9", left: "600.1" })).toEqual({ kind: "problems", fields: { right: "peg.range", left: "peg.range" } });
  });
  it.each([["110", true], ["111", false], ["50.5", false], ["0", true]])("an SDMT of %j is read: %s", (value, is) => expect(read("sdmt", { value }).kind).toBe(is ? "read" : "problems"));
  it("a lab keeps name and unit as typed, and whether the value is a bound", () => {
    expect(read("lab", { name: " Vitamin D ", value: "< 25,5", unit: "nmol/L" })).toMatchObject({ values: [{ value: 25.5, details: { name: "Vitamin D", unit: "nmol/L", bound: "below" } }] });
    expect(read("lab", { name: "x", value: "7" })).toMatchObject({ values: [{ details: { name: "x", unit: "" } }] });
    expect(read("lab", { name: " ", value: "high" })).toEqual({ kind: "problems", fields: { name: "lab.nameMissing", value: "lab.range" } });
  });
  it("an MRI needs an answer, and not known is one", () => {
    expect(read("mri", {})).toEqual({ kind: "problems", fields: { newLesions: "mri.missing" } });
    expect(read("mri", { newLesions: "unknown" })).toEqual({ kind: "read", values: [{ kind: "mri", day: "2026-03-01", details: { newLesions: "unknown" } }] });
  });
  it.each([["", "day.missing"], ["2026-03-11", "day.future"]])("the day %j is refused", (day, problem) => expect(read("edss", { value: "2", day })).toEqual({ kind: "problems", fields: { day: problem } }));
  it("takes today", () => expect(read("edss", { value: "2", day: TODAY }).kind).toBe("read"));
  it("what is stored comes back into the fields as it can be read again", () => {
    const stored = { id: "a", kind: "lab" as const, day: "2026-03-01", value: 7.5, updatedAt: "", createdAt: "", details: { name: "NfL", unit: "pg/mL", bound: "above" as const } };
    expect(readFields("lab", fieldsOf(stored), TODAY)).toMatchObject({ values: [{ value: 7.5, day: "2026-03-01", details: stored.details }] });
  });
});
