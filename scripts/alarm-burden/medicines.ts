import type { Medication } from "@/lib/domain/check-in/check-in";
import type { MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import type { Day } from "./course";
import type { Draw } from "./draw";
import type { Traits } from "./groups";

/** A medicine over the year: `every` days between doses for infusions and courses, null for what is taken daily. */
export type Treatment = { class: MedicineClass; from: Day; to: Day | null; firstDose: Day; every: number | null; lastDose: Day | null };

const EVERY: Partial<Record<MedicineClass, number>> = { "anti-CD20": 182, natalizumab: 28, "baclofen-pump": 90 };
/** Courses given once or twice, years apart: the newest dose lies this far back when the year begins. */
const COURSE_AGO: Partial<Record<MedicineClass, readonly [number, number]>> = { alemtuzumab: [200, 1400], cladribine: [60, 700] };

/** The medicines of a person; one in twelve changes the MS medicine within the year. */
export function planTreatments(draw: Draw, traits: Traits, hasPump: boolean): Treatment[] {
  const chosen = draw.weighted(traits.medicines);
  const first = chosen === "none" ? [] : [treatment(draw, chosen, -draw.between(300, 2000))];
  const pump = hasPump ? [treatment(draw, "baclofen-pump", -draw.between(300, 2000))] : [];
  const changesOn = draw.chance(1 / 12) ? Math.floor(draw.between(20, 345)) : null;
  const next = changesOn === null ? "none" : draw.weighted(traits.medicines);
  if (changesOn === null || next === chosen) return [...first, ...pump];
  const stopped = first.map((old) => ({ ...old, to: changesOn, lastDose: old.every === null ? old.lastDose : changesOn - old.every / 2 }));
  return [...stopped, ...(next === "none" ? [] : [treatment(draw, next, changesOn + draw.whole(14, 45), true)]), ...pump];
}

function treatment(draw: Draw, medicineClass: MedicineClass, from: Day, isNew = false): Treatment {
  const ago = COURSE_AGO[medicineClass];
  const every = EVERY[medicineClass] ?? null;
  return {
    class: medicineClass, from: Math.floor(from), to: null, every,
    firstDose: every === null || isNew ? Math.floor(from) : Math.floor(-draw.between(0, every)) - every * 4,
    lastDose: ago ? (isNew ? Math.floor(from) : -Math.floor(draw.between(...ago))) : null,
  };
}

/** A short course of high-dose steroids, written down on its first day. */
export const steroidCourse = (from: Day, days: number): Treatment =>
  ({ class: "steroid-course", from, to: from + days - 1, firstDose: from, every: null, lastDose: from + days - 1 });

/** The medicines as the app knows them on a day. */
export function medicinesOn(treatments: readonly Treatment[], day: Day, startDay: CalendarDay): Medication[] {
  return treatments.filter(({ from }) => from <= day).map(({ class: medicineClass, from, to, firstDose, every, lastDose }) => {
    const stopped = to !== null && to <= day;
    const dosed = every === null ? lastDose : firstDose + Math.floor((Math.min(day, to ?? day) - firstDose) / every) * every;
    const newest = dosed === null ? null : Math.min(dosed, day);
    return {
      class: medicineClass, name: medicineClass, startedOn: addDays(startDay, from),
      ...(newest !== null && { lastDoseOn: addDays(startDay, newest) }),
      ...(stopped && { stoppedOn: addDays(startDay, to) }),
    };
  });
}
