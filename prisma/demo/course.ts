import type { TrackerName } from "@/lib/domain/check-in/trackers";
import type { MeasureContent } from "@/lib/domain/measures/measure";
import type { FeltRecovery, RelapseRegion, RelapseSide, RelapseSymptom, TeamWord } from "@/lib/domain/relapse/record";
import type { DemoPersonKind } from "@/prisma/demo/person";

/** How a tracker usually is, and how far it swings over weeks. */
export type CourseTracker = { usual: number; drift: number };

/** What the person told of a relapse beside its dates. */
export type RelapseTold = {
  sides?: RelapseSide[];
  regions?: RelapseRegion[];
  infection?: boolean;
  heat?: boolean;
  daysOffWork?: number;
  feltRecovery?: FeltRecovery;
  teamSaid?: TeamWord;
  note?: string;
  foundBy?: "person" | "rules";
};

/** A relapse from before the diary, of which the month is known. */
export type PastRelapse = { monthsAgo: number; lastedMonths: number; symptoms: RelapseSymptom[]; told: RelapseTold };

export type MedicineTold = { kind?: "regular" | "as-needed" | "other"; dose?: string; reason?: string; sideEffects?: string; stopReason?: string; nextDoseInDays?: number };

/** Days are counted back from the last day of the diary; a visit ahead has a number below zero. */
export type CourseVisit = { daysAgo: number; time?: string; withWhom: string; questions?: string[]; mainConcern?: string; agreed?: string };
export type CourseMeasure = MeasureContent & { daysAgo: number };

/** What a demo person keeps beside the check-ins: the course over time, as the pages of this product ask for it. */
export type Course = {
  trackers: Partial<Record<TrackerName, CourseTracker>>;
  /** the number of a relapse is its place in the person's list, oldest first */
  relapses: Record<number, RelapseTold>;
  pastRelapses: PastRelapse[];
  /** by the medicine's name */
  medicines: Record<string, MedicineTold>;
  /** doses that were missed, by the medicine's name: days back */
  missed: Record<string, number[]>;
  /** medicines taken as needed: days back */
  taken: Record<string, number[]>;
  measures: CourseMeasure[];
  visits: CourseVisit[];
};

const peg = (daysAgo: number, left: number, right: number): CourseMeasure[] => [
  { kind: "nine-hole-peg", value: left, details: { hand: "left" }, daysAgo },
  { kind: "nine-hole-peg", value: right, details: { hand: "right" }, daysAgo },
];
const edss = (daysAgo: number, value: number): CourseMeasure => ({ kind: "edss", value, details: {}, daysAgo });
const lab = (daysAgo: number, name: string, value: number, unit: string): CourseMeasure => ({ kind: "lab", value, details: { name, unit }, daysAgo });
const mri = (daysAgo: number, newLesions: "yes" | "no" | "unknown"): CourseMeasure => ({ kind: "mri", value: null, details: { newLesions }, daysAgo });

const RELAPSING: Course = {
  trackers: { pain: { usual: 2, drift: 1.4 }, mood: { usual: 3, drift: 1.8 }, thinking: { usual: 3, drift: 1.2 } },
  relapses: {
    0: { sides: ["left", "right"], regions: ["legs", "feet"], infection: false, heat: false, daysOffWork: 6, feltRecovery: "mostly" },
    1: { infection: true, heat: false, note: "A urine infection. It passed with the tablets." },
    2: { infection: false, heat: true },
    3: { sides: ["left"], regions: ["eyes"], infection: false, heat: false, daysOffWork: 12, feltRecovery: "mostly", teamSaid: "relapse", foundBy: "rules" },
  },
  pastRelapses: [
    { monthsAgo: 51, lastedMonths: 2, symptoms: ["numbness"], told: { sides: ["right"], regions: ["arms", "hands"], feltRecovery: "full", teamSaid: "relapse" } },
  ],
  medicines: {
    "Ocrelizumab": { dose: "600 mg drip every 6 months", reason: "To prevent relapses", sideEffects: "Tired for two days after the drip", nextDoseInDays: 108 },
    "Interferon beta-1a": { dose: "44 mcg, three times a week", reason: "To prevent relapses", sideEffects: "Shivering and aching in the night after", stopReason: "A new relapse while taking it" },
    "Steroid infusions": { dose: "1 g a day for three days", reason: "Optic neuritis" },
    "Vitamin D": { dose: "One tablet a day" },
    "Ibuprofen": { kind: "as-needed", dose: "400 mg", reason: "Headache" },
  },
  missed: { "Vitamin D": [3, 9, 22, 23, 41, 60] },
  taken: { "Ibuprofen": [47, 46, 31, 12, 4] },
  measures: [
    edss(560, 2), edss(398, 2), edss(215, 2), edss(25, 2.5), ...peg(398, 19.4, 18.6), ...peg(25, 20.1, 18.9),
    { kind: "sdmt", value: 54, details: {}, daysAgo: 398 }, { kind: "sdmt", value: 53, details: {}, daysAgo: 25 },
    lab(215, "Neurofilament light", 8.2, "pg/mL"), lab(25, "Neurofilament light", 14.6, "pg/mL"), lab(215, "Vitamin D", 71, "nmol/L"),
    mri(398, "no"), mri(40, "yes"),
  ],
  visits: [
    { daysAgo: 560, withWhom: "Neurology clinic", mainConcern: "Numb legs after the relapse", agreed: "Talk about changing to an infusion medicine." },
    { daysAgo: 398, withWhom: "Neurology clinic", agreed: "Stay on ocrelizumab. Scan in a year." },
    { daysAgo: 215, withWhom: "MS nurse", questions: ["Can I travel in August?"], agreed: "Drink more, cool down, keep a fever chart." },
    { daysAgo: 43, withWhom: "Eye clinic", mainConcern: "The left eye", agreed: "Three days of steroid drip. Come back in six weeks." },
    { daysAgo: -9, time: "10:40", withWhom: "Neurology clinic", questions: ["Will the sight come back fully?", "Is the next drip still right for me?", "What can I do about the tiredness?"], mainConcern: "My left eye tires after half an hour at the screen." },
  ],
};

const STABLE: Course = {
  trackers: { mood: { usual: 2, drift: 1.2 } },
  relapses: {},
  pastRelapses: [{ monthsAgo: 74, lastedMonths: 1, symptoms: ["numbness", "walking"], told: { sides: ["left"], regions: ["legs"], feltRecovery: "full" } }],
  medicines: { "Glatiramer acetate": { dose: "40 mg, three times a week", reason: "To prevent relapses", sideEffects: "Red, sore skin" } },
  missed: { "Glatiramer acetate": [5, 33, 61, 62, 118] },
  taken: {},
  measures: [edss(500, 1.5), edss(140, 1.5), ...peg(140, 18.2, 17.9), mri(140, "no"), lab(140, "Vitamin D", 64, "nmol/L")],
  visits: [
    { daysAgo: 500, withWhom: "Neurology clinic", agreed: "All quiet. See you in a year." },
    { daysAgo: 140, withWhom: "Neurology clinic", agreed: "Stay on glatiramer." },
  ],
};

const WHEELCHAIR: Course = {
  trackers: { spasms: { usual: 5, drift: 1.8 }, bladder: { usual: 4, drift: 1.2 }, pain: { usual: 4, drift: 1.5 } },
  relapses: {},
  pastRelapses: [],
  medicines: { "Baclofen pump": { dose: "Set by the clinic", reason: "Stiff legs", nextDoseInDays: 76 }, "Vitamin D": { dose: "One tablet a day" } },
  missed: {},
  taken: {},
  measures: [edss(430, 7.5), edss(70, 7.5), ...peg(70, 31.5, 27.8)],
  visits: [{ daysAgo: 70, withWhom: "Rehabilitation clinic", agreed: "Pump refilled. New cushion ordered." }],
};

export const COURSES: Record<DemoPersonKind, Course> = { relapsing: RELAPSING, stable: STABLE, wheelchair: WHEELCHAIR };
