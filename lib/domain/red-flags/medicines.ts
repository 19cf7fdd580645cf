import type { Medication } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import { DAY_MS, type CalendarDay } from "@/lib/domain/time";

/** How many days after the last dose a class still counts. Source: section 4 (product information; to be confirmed by a clinician). */
type Windows = Partial<Record<MedicineClass, number>>;

export const IMMUNOSUPPRESSED_DAYS: Windows = {
  "anti-CD20": 365, natalizumab: 90, "S1P-modulator": 60, fumarate: 90, cladribine: 365, alemtuzumab: 730, teriflunomide: 90,
  "other-immunosuppressant": 90, hsct: 730, "steroid-course": 30,
};
export const PML_RISK_DAYS: Windows = {
  natalizumab: 180, fumarate: 180, "S1P-modulator": 180, "anti-CD20": 365, cladribine: 365, alemtuzumab: 730,
  "other-immunosuppressant": 180, hsct: 730,
};
export const HARMFUL_IN_PREGNANCY_DAYS: Windows = {
  teriflunomide: 730, cladribine: 183, "S1P-modulator": 60, alemtuzumab: 120, "other-immunosuppressant": 90,
};
export const BRUISING_DAYS: Windows = {
  alemtuzumab: 1460, cladribine: 365, natalizumab: 180, teriflunomide: 90, interferon: 30, hsct: 730,
};
/** Windows of single rules: natalizumab in `pml-warning`, the S1P modulators in `s1p-vision`, and those of `headache-immune-drug`. */
export const PML_NATALIZUMAB_DAYS: Windows = { natalizumab: 180 };
export const S1P_DAYS: Windows = { "S1P-modulator": 60 };
export const HEADACHE_DAYS: Windows = { "S1P-modulator": 60, natalizumab: 180, alemtuzumab: 730 };
/** Steroids hide a fever for this long, and lift or lower the mood for this long. */
export const STEROID_FEVER_DAYS: Windows = { "steroid-course": 30 };
export const STEROID_MOOD_DAYS: Windows = { "steroid-course": 14 };
export const BACLOFEN_PUMP_DAYS: Windows = { "baclofen-pump": 30 };
export const ANTICOAGULANT_DAYS: Windows = { anticoagulant: 7 };

/** Given as courses: they count by their last dose alone, whether or not marked as stopped. */
const COURSES: readonly MedicineClass[] = ["alemtuzumab", "cladribine", "hsct", "steroid-course"];
/** First doses of an S1P modulator, and the days after an alemtuzumab infusion. */
const FIRST_DOSE_DAYS = 7;
const AFTER_INFUSION_DAYS = 7;

export type MedicineFindings = {
  /** the medicines that make the person immunosuppressed; empty = not as far as known */
  immunosuppressants: () => readonly Medication[];
  isImmunosuppressed: () => boolean;
  pmlRisks: () => readonly Medication[];
  harmfulInPregnancy: () => readonly Medication[];
  bruising: () => readonly Medication[];
  /** natalizumab within the 180 days of `pml-warning` */
  pmlNatalizumab: () => readonly Medication[];
  s1pModulators: () => readonly Medication[];
  headache: () => readonly Medication[];
  steroidsHidingFever: () => readonly Medication[];
  steroidsMovingMood: () => readonly Medication[];
  baclofenPumps: () => readonly Medication[];
  anticoagulants: () => readonly Medication[];
  /** an S1P modulator, not stopped, started 0 to 7 days ago */
  newS1p: () => readonly Medication[];
  /** alemtuzumab with a last dose 0 to 7 days ago */
  freshAlemtuzumab: () => readonly Medication[];
};

export function medicineFindings(m: Moment): MedicineFindings {
  const daysSince = (day: CalendarDay) => wholeDaysSince(day, m.t());
  const counting = (windows: Windows) => lazy(() => readable(m.medications, (medicine) => countsWithin(medicine, windows, m.t())));
  const immunosuppressants = counting(IMMUNOSUPPRESSED_DAYS);
  return {
    immunosuppressants,
    isImmunosuppressed: () => immunosuppressants().length > 0,
    pmlRisks: counting(PML_RISK_DAYS),
    harmfulInPregnancy: counting(HARMFUL_IN_PREGNANCY_DAYS),
    bruising: counting(BRUISING_DAYS),
    pmlNatalizumab: counting(PML_NATALIZUMAB_DAYS),
    s1pModulators: counting(S1P_DAYS),
    headache: counting(HEADACHE_DAYS),
    steroidsHidingFever: counting(STEROID_FEVER_DAYS),
    steroidsMovingMood: counting(STEROID_MOOD_DAYS),
    baclofenPumps: counting(BACLOFEN_PUMP_DAYS),
    anticoagulants: counting(ANTICOAGULANT_DAYS),
    newS1p: lazy(() => readable(m.medications, ({ class: is, startedOn, stoppedOn }) =>
      is === "S1P-modulator" && startedOn !== undefined && isBetween(daysSince(startedOn), 0, FIRST_DOSE_DAYS)
      && (stoppedOn === undefined || daysSince(stoppedOn) < 0))),
    freshAlemtuzumab: lazy(() => readable(m.medications, ({ class: is, lastDoseOn }) =>
      is === "alemtuzumab" && lastDoseOn !== undefined && isBetween(daysSince(lastDoseOn), 0, AFTER_INFUSION_DAYS))),
  };
}

/**
 * The medicines that count. One that cannot be read never hides another that does.
 * @throws the first error, when none counts: then it is not known whether one does
 */
function readable(medications: readonly Medication[], counts: (medicine: Medication) => boolean): readonly Medication[] {
  const failures: unknown[] = [];
  const counting = medications.filter((medicine) => {
    try {
      return counts(medicine);
    } catch (error) {
      failures.push(error);
      return false;
    }
  });
  if (counting.length === 0 && failures.length > 0) throw failures[0];
  return counting;
}

/**
 * Whether a medicine counts at `t`: not stopped, or at most its window of whole days since the last dose (else since it was
 * stopped). Courses go by that date alone; a course with no date counts.
 * @throws RangeError for an unreadable date
 */
export function countsWithin(medicine: Medication, windows: Windows, t: number): boolean {
  const days = medicine.class === undefined ? undefined : windows[medicine.class];
  if (medicine.class === undefined || days === undefined) return false;
  const isCourse = COURSES.includes(medicine.class);
  if (!isCourse && medicine.stoppedOn === undefined) return true;
  const since = medicine.lastDoseOn ?? medicine.stoppedOn;
  return since === undefined || wholeDaysSince(since, t) <= days;
}

/** floor((t − the date at 00:00 UTC) / day); negative for a date to come. */
function wholeDaysSince(day: CalendarDay, t: number): number {
  const days = Math.floor((t - Date.parse(`${day}T00:00:00Z`)) / DAY_MS);
  if (Number.isNaN(days)) throw new RangeError("A medicine's date cannot be read");
  return days;
}

const isBetween = (value: number, low: number, high: number): boolean => value >= low && value <= high;
