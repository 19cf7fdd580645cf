import { describe, expect, it } from "vitest";
import { MEDICINE_CLASSES } from "@/lib/domain/check-in/vocabulary";
import { findKnownMedicine, findMedicineClass, KNOWN_MEDICINES, namesOf, wordsOf } from "@/lib/domain/medicines/known-medicines";

describe("findMedicineClass", () => {
  it.each([
    ["Ocrevus 600 mg", "anti-CD20"], ["OCRELIZUMAB", "anti-CD20"], ["Tysabri", "natalizumab"], ["dimethyl  fumarate", "fumarate"],
    ["Interferon beta-1a", "interferon"], ["solu-medrol 1 g", "steroid-course"], ["Baclofen pump", "baclofen-pump"], ["eliquis", "anticoagulant"],
    ["Lioresal intrathecal", "baclofen-pump"], ["Tecfidéra", "fumarate"], ["Kesimpta pen", "anti-CD20"],
    ["Rebif with paracetamol", "interferon"], ["paracetamol, Rebif", "interferon"],
  ])("knows %s as %s", (typed, medicineClass) => {
    expect(findMedicineClass(typed)).toBe(medicineClass);
  });
  it.each(["", " ", "Baclofen 10 mg", "Lioresal", "Vitamin D", "interferonlike", "Rebifx", "fumarat"])("does not guess at %j", (typed) => {
    expect(findMedicineClass(typed)).toBeNull();
  });
  it("has names for every class, each name in one class only", () => {
    const listed = new Set(KNOWN_MEDICINES.map((medicine) => medicine.class));
    expect([...listed].filter((each) => each !== null).sort()).toEqual([...MEDICINE_CLASSES].sort());
    const names = KNOWN_MEDICINES.flatMap(namesOf).map(wordsOf);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    expect(names.filter((name) => name === "")).toEqual([]);
  });
});

/** Written out from section 4 of the rules, so that a slip in the list is seen against something else than itself. */
const EXPECTED: [substance: string, medicineClass: string, ...brands: string[]][] = [
  ["ocrelizumab", "anti-CD20", "Ocrevus"], ["ofatumumab", "anti-CD20", "Kesimpta"], ["ublituximab", "anti-CD20", "Briumvi"], ["rituximab", "anti-CD20", "MabThera", "Rituxan"],
  ["natalizumab", "natalizumab", "Tysabri", "Tyruko"], ["fingolimod", "S1P-modulator", "Gilenya"], ["siponimod", "S1P-modulator", "Mayzent"],
  ["ozanimod", "S1P-modulator", "Zeposia"], ["ponesimod", "S1P-modulator", "Ponvory"], ["dimethyl fumarate", "fumarate", "Tecfidera"], ["diroximel fumarate", "fumarate", "Vumerity"],
  ["monomethyl fumarate", "fumarate", "Bafiertam"], ["cladribine", "cladribine", "Mavenclad"], ["alemtuzumab", "alemtuzumab", "Lemtrada"], ["teriflunomide", "teriflunomide", "Aubagio"],
  ["interferon beta-1a", "interferon", "Avonex", "Rebif"], ["interferon beta-1b", "interferon", "Betaferon", "Betaseron", "Extavia"], ["peginterferon", "interferon", "Plegridy"],
  ["glatiramer", "glatiramer", "Copaxone", "Brabio", "Glatopa"], ["azathioprine", "other-immunosuppressant", "Imuran"], ["mycophenolate", "other-immunosuppressant", "CellCept"],
  ["methotrexate", "other-immunosuppressant"], ["cyclophosphamide", "other-immunosuppressant"], ["mitoxantrone", "other-immunosuppressant"], ["HSCT", "hsct"],
  ["methylprednisolone", "steroid-course", "Solu-Medrol", "Medrol"], ["prednisolone", "steroid-course"], ["baclofen pump", "baclofen-pump"], ["warfarin", "anticoagulant", "Coumadin"],
  ["apixaban", "anticoagulant", "Eliquis"], ["rivaroxaban", "anticoagulant", "Xarelto"],
];

describe("the list", () => {
  it.each(EXPECTED)("leads from %s and its brands to %s", (substance, medicineClass, ...brands) => {
    const medicine = findKnownMedicine(substance);
    expect(medicine?.class).toBe(medicineClass);
    for (const brand of brands) expect(findKnownMedicine(brand), brand).toBe(medicine);
  });
  it.each([["Baclofen", "Lioresal"], ["Fampridine", "Fampyra"], ["Dalfampridine", "Ampyra"], ["Modafinil", "Provigil"], ["Vitamin D", "Colecalciferol"]])(
    "knows %s (%s) and that no rule reads it", (name, other) => {
      expect(findKnownMedicine(name)).toBe(findKnownMedicine(other));
      expect(findKnownMedicine(name)).toMatchObject({ class: null });
    });
  it("finds each medicine by each of its own names", () => {
    for (const medicine of KNOWN_MEDICINES) for (const name of namesOf(medicine)) expect(findKnownMedicine(name), name).toBe(medicine);
  });
  it("asks for the next date of what is given in a clinic", () => {
    expect(KNOWN_MEDICINES.filter(({ isInfusion }) => isInfusion).map(({ substance }) => substance)).toEqual(expect.arrayContaining(["Ocrelizumab", "Natalizumab", "Alemtuzumab", "Ublituximab"]));
    expect(findKnownMedicine("Kesimpta")?.isInfusion).toBeUndefined(); // injected at home each month
  });
});
