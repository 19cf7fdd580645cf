import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KNOWN_MEDICINES, namesOf, wordsOf } from "@/lib/domain/medicines/known-medicines";
import { searchMedicines } from "@/lib/domain/medicines/search-medicines";

const ALL = 10_000;
const NAMES = KNOWN_MEDICINES.flatMap(namesOf);
const namesFor = (typed: string, most = ALL) => searchMedicines(typed, most).map(({ name }) => name);
const anyName = fc.constantFrom(...NAMES);
const longName = fc.constantFrom(...NAMES.filter((name) => wordsOf(name).length >= 6));

describe("searchMedicines", () => {
  it.each([
    ["ocrev", "Ocrevus"], ["OCREVUS", "Ocrevus"], ["Ocrevis", "Ocrevus"], ["orcevus", "Ocrevus"], ["kopaxone", "Copaxone"], ["Gilenia", "Gilenya"], ["tecfidéra", "Tecfidera"],
    ["solu medrol", "Solu-Medrol"], ["fumarate", "Dimethyl fumarate"], ["pump", "Baclofen pump"], ["natalizumb", "Natalizumab"], ["tisabri", "Tysabri"], ["vit", "Vitamin D"], ["zunovo", "Ocrevus Zunovo"],
  ])("finds for %j %s first among its like", (typed, name) => {
    expect(namesFor(typed, 8)).toContain(name);
  });
  it("puts a name in full first, then names that begin so, then the words in them", () => {
    expect(namesFor("baclofen").slice(0, 3)).toEqual(["Baclofen", "Baclofen pump", "Baclofen tablets"]);
    expect(namesFor("baclofen")).toContain("Intrathecal baclofen");
    expect(namesFor("interferon beta")[0]).toBe("Interferon beta");
  });
  it("offers the pump and the tablets side by side, each with its own class", () => {
    const classes = searchMedicines("baclofen", ALL).map(({ name, medicine }) => [name, medicine.class]);
    expect(classes).toEqual(expect.arrayContaining([["Baclofen pump", "baclofen-pump"], ["Baclofen", null]]));
  });
  it.each(["", "  ", "-", "!?", "qqqq", "xyzzyx"])("finds nothing for %j", (typed) => {
    expect(searchMedicines(typed)).toEqual([]);
  });
  it("forgives no slip in three letters and two in eight", () => {
    expect(namesFor("ocx")).toEqual([]);
    expect(namesFor("ocxe")).toContain("Ocrelizumab"); // one of four
    expect(namesFor("ocxelix")).not.toContain("Ocrelizumab"); // two of seven
    expect(namesFor("ocxelixu")).toContain("Ocrelizumab"); // two of eight
    expect(namesFor("oxxelixu")).not.toContain("Ocrelizumab"); // three
  });

  it("finds every name by each of its beginnings, in any capitals and with accents", () => {
    fc.assert(fc.property(anyName, fc.nat(), fc.boolean(), (name, cut, isUpper) => {
      const part = [...name].slice(0, 1 + (cut % name.length)).join("");
      const typed = (isUpper ? part.toUpperCase() : part.toLowerCase()).replace(/[aeiou]/i, (letter) => `${letter}\u0301`);
      if (wordsOf(typed) !== "") expect(namesFor(typed)).toContain(name);
    }));
  });
  it("finds every name of six letters and more after one slip, wherever it is", () => {
    const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
    fc.assert(fc.property(longName, fc.nat(), letter, fc.constantFrom("drop", "change", "add", "swap"), (name, where, other, slip) => {
      const words = wordsOf(name);
      const at = where % words.length;
      const [head, tail] = [words.slice(0, at), words.slice(at + 1)];
      const typed = { drop: head + tail, change: head + other + tail, add: head + other + words.slice(at), swap: head + tail.slice(0, 1) + words[at]! + tail.slice(1) }[slip];
      // A slip at a space may leave one at an end, which nobody sees.
      fc.pre(typed === wordsOf(typed));
      expect(namesFor(typed)).toContain(name);
    }), { numRuns: 1_000 });
  });
  it("leads from a brand to the same class as its substance", () => {
    fc.assert(fc.property(anyName, (name) => {
      const found = searchMedicines(name, ALL).find((each) => each.name === name)!;
      const bySubstance = searchMedicines(found.medicine.substance, ALL).find((each) => each.name === found.medicine.substance)!;
      expect(found.medicine.class).toBe(bySubstance.medicine.class);
    }));
  });
  it("takes any text, names nothing twice, and keeps to its limit", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 130 }), fc.integer({ min: 0, max: 12 }), (typed, most) => {
      const found = namesFor(typed, most);
      expect(found.length).toBeLessThanOrEqual(most);
      expect(new Set(found).size).toBe(found.length);
    }));
  });
});
