import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";

/**
 * A medicine that people with MS take, under its substance and the brands it is sold as (UK, EU, US and beyond). `class` is what the
 * safety rules read; null = none of their classes. `isInfusion`: usually given in a clinic on a date, so the next date is asked for.
 */
export type KnownMedicine = { substance: string; brands: readonly string[]; class: MedicineClass | null; isInfusion?: true };

type Row = readonly [substance: string, ...brands: string[]];

/** Substances of one class. Source: section 4 of the rules for the classes; names are those of product information as generally known. */
const BY_CLASS: Readonly<Record<MedicineClass, readonly Row[]>> = {
  "anti-CD20": [
    ["Ocrelizumab", "Ocrevus", "Ocrevus Zunovo"], ["Ofatumumab", "Kesimpta", "Bonspri", "Arzerra"], ["Ublituximab", "Briumvi"],
    ["Rituximab", "MabThera", "Rituxan", "Truxima", "Rixathon", "Riximyo", "Ruxience", "Riabni", "Blitzima", "Ituxredi"],
    ["Obinutuzumab", "Gazyvaro", "Gazyva"],
  ],
  natalizumab: [["Natalizumab", "Tysabri", "Tyruko"]],
  "S1P-modulator": [
    ["Fingolimod", "Gilenya", "Tascenso"], ["Siponimod", "Mayzent"], ["Ozanimod", "Zeposia"], ["Ponesimod", "Ponvory"], ["Etrasimod", "Velsipity"],
  ],
  fumarate: [
    ["Dimethyl fumarate", "Tecfidera", "Skilarence", "Fumaderm"], ["Diroximel fumarate", "Vumerity"],
    ["Monomethyl fumarate", "Bafiertam"], ["Tegomil fumarate", "Riulvy"],
  ],
  cladribine: [["Cladribine", "Mavenclad", "Leustatin", "Leustat", "Litak"]],
  alemtuzumab: [["Alemtuzumab", "Lemtrada", "MabCampath", "Campath"]],
  teriflunomide: [["Teriflunomide", "Aubagio"]],
  interferon: [
    ["Interferon beta", "Interferon"], ["Interferon beta-1a", "Avonex", "Rebif", "CinnoVex"], ["Interferon beta-1b", "Betaferon", "Betaseron", "Extavia"],
    ["Peginterferon beta-1a", "Peginterferon", "Plegridy"],
  ],
  glatiramer: [["Glatiramer acetate", "Glatiramer", "Copaxone", "Brabio", "Glatopa", "Clift", "Copemyl"]],
  "other-immunosuppressant": [
    ["Azathioprine", "Imuran", "Imurel", "Azasan"], ["Mycophenolate", "Mycophenolate mofetil", "Mycophenolic acid", "CellCept", "Myfenax", "Myfortic"],
    ["Methotrexate", "Metoject", "Maxtrex", "Trexall", "Rasuvo", "Otrexup"], ["Cyclophosphamide", "Cytoxan", "Endoxan"],
    ["Mitoxantrone", "Mitozantrone", "Novantrone", "Ralenova", "Onkotrone"],
    ["Ciclosporin", "Cyclosporine", "Cyclosporin", "Neoral", "Sandimmun", "Sandimmune"], ["Tacrolimus", "Prograf", "Advagraf", "Adoport"],
    ["Tocilizumab", "RoActemra", "Actemra"], ["Daclizumab", "Zinbryta"],
  ],
  hsct: [["Stem cell transplant", "HSCT", "AHSCT", "Autologous stem cell transplant", "Bone marrow transplant"]],
  "steroid-course": [
    ["Methylprednisolone", "Solu-Medrol", "Solu-Medrone", "Medrol", "Medrone", "Urbason"], ["Prednisolone", "Deltacortril", "Millipred", "Orapred"],
    ["Prednisone", "Deltasone", "Rayos", "Lodotra", "Decortin", "Cortancyl"], ["Dexamethasone", "Decadron", "Fortecortin"],
  ],
  "baclofen-pump": [["Baclofen pump", "Intrathecal baclofen", "Lioresal Intrathecal", "Gablofen"]],
  anticoagulant: [
    ["Warfarin", "Coumadin", "Marevan", "Jantoven"], ["Acenocoumarol", "Sinthrome", "Sintrom"], ["Phenprocoumon", "Marcumar", "Falithrom"],
    ["Fluindione", "Previscan"], ["Apixaban", "Eliquis"], ["Rivaroxaban", "Xarelto"], ["Dabigatran", "Pradaxa"], ["Edoxaban", "Lixiana", "Savaysa"],
    ["Heparin"], ["Enoxaparin", "Clexane", "Lovenox", "Inhixa"], ["Dalteparin", "Fragmin"], ["Tinzaparin", "Innohep"],
    ["Nadroparin", "Fraxiparine"], ["Fondaparinux", "Arixtra"],
  ],
};

/** For symptoms, and what people often take besides: in no class of the rules. Baclofen here is the tablet: the class is the pump's. */
const WITHOUT_CLASS: readonly Row[] = [
  ["Baclofen", "Baclofen tablets", "Lioresal", "Lyvispah", "Ozobax"], ["Tizanidine", "Zanaflex", "Sirdalud"], ["Dantrolene", "Dantrium"], ["Tolperisone", "Mydocalm"],
  ["Nabiximols", "Sativex"], ["Cannabidiol", "Epidyolex", "Epidiolex"], ["Botulinum toxin", "Botox", "Dysport", "Xeomin"],
  ["Fampridine", "Dalfampridine", "Fampyra", "Ampyra"], ["Modafinil", "Provigil", "Vigil"], ["Armodafinil", "Nuvigil"],
  ["Amantadine", "Symmetrel", "Gocovri", "PK-Merz"], ["Methylphenidate", "Ritalin", "Concerta"],
  ["Gabapentin", "Neurontin"], ["Pregabalin", "Lyrica"], ["Carbamazepine", "Tegretol"], ["Oxcarbazepine", "Trileptal"], ["Lamotrigine", "Lamictal"],
  ["Levetiracetam", "Keppra"], ["Topiramate", "Topamax"], ["Clonazepam", "Rivotril", "Klonopin"], ["Diazepam", "Valium"], ["Propranolol", "Inderal"],
  ["Amitriptyline", "Elavil"], ["Nortriptyline", "Pamelor"], ["Duloxetine", "Cymbalta"], ["Venlafaxine", "Effexor", "Efexor"], ["Sertraline", "Zoloft", "Lustral"],
  ["Citalopram", "Celexa", "Cipramil"], ["Escitalopram", "Lexapro", "Cipralex"], ["Fluoxetine", "Prozac"], ["Mirtazapine", "Remeron"], ["Bupropion", "Wellbutrin"],
  ["Dextromethorphan and quinidine", "Nuedexta"], ["Melatonin", "Circadin"], ["Zopiclone", "Imovane"], ["Zolpidem", "Ambien", "Stilnox"],
  ["Oxybutynin", "Ditropan", "Lyrinel", "Kentera"], ["Solifenacin", "Vesicare"], ["Tolterodine", "Detrol", "Detrusitol"], ["Mirabegron", "Betmiga", "Myrbetriq"],
  ["Vibegron", "Gemtesa", "Obgemsa"], ["Trospium", "Spasmex", "Regurin", "Sanctura"], ["Darifenacin", "Emselex", "Enablex"], ["Fesoterodine", "Toviaz"],
  ["Desmopressin", "Noqdirna", "Nocdurna", "Desmomelt"], ["Tamsulosin", "Flomax"], ["Methenamine", "Hiprex"], ["Nitrofurantoin", "Macrobid", "Macrodantin"], ["Trimethoprim"],
  ["Sildenafil", "Viagra"], ["Tadalafil", "Cialis"], ["Macrogol", "Movicol", "Laxido", "MiraLAX"], ["Senna", "Senokot"], ["Lactulose"], ["Loperamide", "Imodium"],
  ["Paracetamol", "Acetaminophen", "Tylenol", "Panadol"], ["Ibuprofen", "Nurofen", "Advil", "Motrin"], ["Naproxen", "Aleve", "Naprosyn"], ["Aspirin"], ["Tramadol"], ["Codeine"],
  ["Omeprazole", "Losec", "Prilosec"], ["Pantoprazole"], ["Levothyroxine", "Euthyrox", "Synthroid"], ["Cetirizine", "Zyrtec"],
  ["Vitamin D", "Vitamin D3", "Colecalciferol", "Cholecalciferol", "Vigantol"], ["Vitamin B12", "Cyanocobalamin", "Hydroxocobalamin"], ["Biotin"], ["Folic acid"],
  ["Calcium"], ["Magnesium"], ["Iron"], ["Omega-3", "Fish oil"],
];

const INFUSIONS = ["Ocrelizumab", "Ublituximab", "Rituximab", "Obinutuzumab", "Natalizumab", "Alemtuzumab", "Cyclophosphamide", "Mitoxantrone", "Tocilizumab"];

const row = (medicineClass: MedicineClass | null) => ([substance, ...brands]: Row): KnownMedicine =>
  ({ substance, brands, class: medicineClass, ...(INFUSIONS.includes(substance) && { isInfusion: true as const }) });

/** It only fills in the form: the person can always write another name, and choose a class by themselves. MS medicines first. */
export const KNOWN_MEDICINES: readonly KnownMedicine[] = [
  ...(Object.entries(BY_CLASS) as [MedicineClass, readonly Row[]][]).flatMap(([medicineClass, rows]) => rows.map(row(medicineClass))),
  ...WITHOUT_CLASS.map(row(null)),
];

/** All names of a medicine, the substance first. */
export const namesOf = ({ substance, brands }: KnownMedicine): readonly string[] => [substance, ...brands];

/** Lower case, without accents; all that is no letter and no digit parts words: "Solu-Médrol 1 g" becomes "solu medrol 1 g". */
export function wordsOf(name: string): string {
  return name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const BY_NAME = KNOWN_MEDICINES
  .flatMap((medicine) => namesOf(medicine).map((name) => ({ medicine, words: wordsOf(name) })))
  .sort((a, b) => Number(b.medicine.class !== null) - Number(a.medicine.class !== null) || b.words.length - a.words.length);

/**
 * The medicine meant by what a person typed ("Ocrevus 600 mg"); null when no known name stands in it as whole words. One that the
 * rules read wins over one that they do not ("Rebif with paracetamol"), then the longest name. "Baclofen pump" is the pump, "baclofen
 * 10 mg" the tablet. It never guesses: typing errors are for the search.
 */
export function findKnownMedicine(typed: string): KnownMedicine | null {
  const words = ` ${wordsOf(typed)} `;
  return BY_NAME.find((known) => words.includes(` ${known.words} `))?.medicine ?? null;
}

/** The class of a medicine by the name a person typed; null when it is not known, or known to be in none of the classes. */
export const findMedicineClass = (typed: string): MedicineClass | null => findKnownMedicine(typed)?.class ?? null;
