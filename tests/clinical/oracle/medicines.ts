import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { DAY, type Diary } from "./diary";

/** Section 4, the sets: class and days. */
const IMMUNOSUPPRESSED = {
  "anti-CD20": 365, natalizumab: 90, "S1P-modulator": 60, fumarate: 90, cladribine: 365, alemtuzumab: 730, teriflunomide: 90,
  "other-immunosuppressant": 90, hsct: 730, "steroid-course": 30,
} satisfies Partial<Record<MedicineClass, number>>;

const COURSES: readonly MedicineClass[] = ["alemtuzumab", "cladribine", "hsct", "steroid-course"];

const daysSince = ({ t }: Diary, date: string): number => Math.floor((t - Date.parse(`${date}T00:00:00Z`)) / DAY);

export const PML_RISK = {
  natalizumab: 180, fumarate: 180, "S1P-modulator": 180, "anti-CD20": 365, cladribine: 365, alemtuzumab: 730, "other-immunosuppressant": 180, hsct: 730,
} satisfies Partial<Record<MedicineClass, number>>;
export const HARMFUL_IN_PREGNANCY = {
  teriflunomide: 730, cladribine: 183, "S1P-modulator": 60, alemtuzumab: 120, "other-immunosuppressant": 90,
} satisfies Partial<Record<MedicineClass, number>>;
export const BRUISING = {
  alemtuzumab: 1460, cladribine: 365, natalizumab: 180, teriflunomide: 90, interferon: 30, hsct: 730,
} satisfies Partial<Record<MedicineClass, number>>;
export const HEADACHE = { "S1P-modulator": 60, natalizumab: 180, alemtuzumab: 730 } satisfies Partial<Record<MedicineClass, number>>;

/** Does a medicine of this class count, with this window? */
export function counts(diary: Diary, medicine: MedicineClass, windowDays: number): boolean {
  return diary.medications.some(({ class: name, lastDoseOn, stoppedOn }) => {
    if (name !== medicine) return false;
    if (!COURSES.includes(medicine) && stoppedOn === undefined) return true;
    const date = lastDoseOn ?? stoppedOn;
    return date === undefined || daysSince(diary, date) <= windowDays;
  });
}

export const isOnAny = (diary: Diary, set: Partial<Record<MedicineClass, number>>): boolean =>
  Object.entries(set).some(([name, days]) => counts(diary, name as MedicineClass, days));

export const isImmunosuppressed = (diary: Diary): boolean => isOnAny(diary, IMMUNOSUPPRESSED);

const isFirstWeek = (diary: Diary, date: string | undefined): boolean => {
  const days = date === undefined ? -1 : daysSince(diary, date);
  return days >= 0 && days <= 7;
};

/** S1P-modulator, not stopped by t, with `startedOn` 0 to 7 days ago. */
export const isInFirstWeekOfS1p = (diary: Diary): boolean => diary.medications.some(({ class: name, startedOn, stoppedOn }) =>
  name === "S1P-modulator" && (stoppedOn === undefined || daysSince(diary, stoppedOn) < 0) && isFirstWeek(diary, startedOn));

/** Alemtuzumab with `lastDoseOn` 0 to 7 days ago. */
export const isInWeekAfterAlemtuzumab = (diary: Diary): boolean => diary.medications.some((medicine) =>
  medicine.class === "alemtuzumab" && isFirstWeek(diary, medicine.lastDoseOn));
