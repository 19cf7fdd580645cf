import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";

/**
 * Names people use, substance and brand, and the class the rules read. It only fills in the chooser: the person can change it.
 * Names are those of product information as generally known; a medicine that is not here has no class until one is chosen.
 * Baclofen tablets are left out on purpose: the class is the pump's.
 */
export const KNOWN_MEDICINES: Readonly<Record<MedicineClass, readonly string[]>> = {
  "anti-CD20": ["Ocrelizumab", "Ocrevus", "Ofatumumab", "Kesimpta", "Ublituximab", "Briumvi", "Rituximab", "MabThera", "Rituxan", "Truxima", "Rixathon"],
  natalizumab: ["Natalizumab", "Tysabri", "Tyruko"],
  "S1P-modulator": ["Fingolimod", "Gilenya", "Siponimod", "Mayzent", "Ozanimod", "Zeposia", "Ponesimod", "Ponvory"],
  fumarate: ["Dimethyl fumarate", "Tecfidera", "Diroximel fumarate", "Vumerity", "Monomethyl fumarate", "Bafiertam"],
  cladribine: ["Cladribine", "Mavenclad"],
  alemtuzumab: ["Alemtuzumab", "Lemtrada"],
  teriflunomide: ["Teriflunomide", "Aubagio"],
  interferon: ["Interferon beta", "Interferon", "Peginterferon", "Avonex", "Rebif", "Plegridy", "Betaferon", "Betaseron", "Extavia"],
  glatiramer: ["Glatiramer acetate", "Glatiramer", "Copaxone", "Brabio", "Glatopa"],
  "other-immunosuppressant": ["Azathioprine", "Imuran", "Mycophenolate", "CellCept", "Methotrexate", "Cyclophosphamide", "Mitoxantrone", "Ciclosporin", "Tacrolimus", "Tocilizumab"],
  hsct: ["Stem cell transplant", "HSCT", "AHSCT"],
  "steroid-course": ["Methylprednisolone", "Solu-Medrol", "Medrol", "Prednisolone", "Prednisone", "Dexamethasone"],
  "baclofen-pump": ["Baclofen pump", "Intrathecal baclofen", "Lioresal Intrathecal"],
  anticoagulant: ["Warfarin", "Apixaban", "Eliquis", "Rivaroxaban", "Xarelto", "Dabigatran", "Pradaxa", "Edoxaban", "Lixiana", "Savaysa", "Enoxaparin", "Clexane", "Lovenox", "Dalteparin", "Fragmin", "Tinzaparin"],
};

const BY_NAME = (Object.entries(KNOWN_MEDICINES) as [MedicineClass, readonly string[]][])
  .flatMap(([medicineClass, names]) => names.map((name) => ({ medicineClass, words: wordsOf(name) })));

/** The class of a medicine by the name a person typed ("Ocrevus 600 mg"); null when no known name stands in it as whole words. */
export function findMedicineClass(typed: string): MedicineClass | null {
  const words = ` ${wordsOf(typed)} `;
  return BY_NAME.find((known) => words.includes(` ${known.words} `))?.medicineClass ?? null;
}

function wordsOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
