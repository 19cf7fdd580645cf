import { MEDICINE_CLASSES, type MedicineClass } from "@/lib/domain/check-in/vocabulary";
import {
  ANTICOAGULANT_DAYS, BACLOFEN_PUMP_DAYS, BRUISING_DAYS, HARMFUL_IN_PREGNANCY_DAYS, HEADACHE_DAYS, IMMUNOSUPPRESSED_DAYS, PML_RISK_DAYS,
} from "@/lib/domain/red-flags/medicines";
import type { Messages } from "@/lib/i18n/messages";

type Windows = Partial<Record<MedicineClass, number>>;
const SETS = {
  immune: IMMUNOSUPPRESSED_DAYS, pml: PML_RISK_DAYS, pregnancy: HARMFUL_IN_PREGNANCY_DAYS, bruising: BRUISING_DAYS, headache: HEADACHE_DAYS,
  other: { ...BACLOFEN_PUMP_DAYS, ...ANTICOAGULANT_DAYS },
} satisfies Record<string, Windows>;
const NAMES = Object.keys(SETS) as (keyof typeof SETS)[];

/** For how many days after the last dose each class of medicine counts, read from the tables of the rules. */
export function MedicineTable({ texts: { safety, setUp } }: { texts: Messages }) {
  const words = safety.medicines;
  return (
    <>
      <p>{words.lead}</p>
      {/* Wide tables scroll by themselves on narrow screens: focusable, so that keys reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scrollx mt-3" role="region" aria-label={words.table} tabIndex={0}>
        <table className="small num min-w-[40rem]">
          <caption className="vh">{words.table}</caption>
          <thead>
            <tr><th scope="col" className="py-2 pe-3">{words.medicine}</th>{NAMES.map((name) => <th key={name} scope="col" className="py-2 pe-3 align-bottom">{words.sets[name]}</th>)}</tr>
          </thead>
          <tbody>
            {MEDICINE_CLASSES.map((is) => (
              <tr key={is} data-medicine={is} className="border-line border-t">
                <th scope="row" className="text-ink py-2 pe-3">{setUp.medicines.classes[is].name}</th>
                {NAMES.map((name) => <td key={name} className="py-2 pe-3">{(SETS[name] as Windows)[is] ?? <span aria-label={words.none}>-</span>}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
