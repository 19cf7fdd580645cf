import { getTranslations } from "next-intl/server";
import { shortDay } from "@/components/sharing/when";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { CalendarDay } from "@/lib/domain/time";

/** Medicines as the person listed them, with the dates that are known. */
export async function MedicineLines({ medicines, today }: { medicines: readonly (Medication & { id: string })[]; today: CalendarDay }) {
  const t = await getTranslations("sharing.person");
  const dates = ({ startedOn, lastDoseOn, stoppedOn }: Medication): string => {
    const parts = [
      startedOn && stoppedOn && t("medicineDates", { from: shortDay(startedOn, today), to: shortDay(stoppedOn, today) }),
      startedOn && !stoppedOn && t("medicineSince", { date: shortDay(startedOn, today) }),
      !startedOn && stoppedOn && t("medicineStopped", { date: shortDay(stoppedOn, today) }),
      lastDoseOn && lastDoseOn !== stoppedOn && t("medicineLastDose", { date: shortDay(lastDoseOn, today) }),
    ];
    return parts.filter(Boolean).join(", ");
  };
  return (
    <>
      <ul className="list">
        {medicines.map((medicine) => (
          <li key={medicine.id}><span className="grow"><b className="b">{medicine.name}</b><span className="small muted num block">{dates(medicine)}</span></span></li>
        ))}
      </ul>
      <p className="small muted mt-1 mb-2">{t("medicinesNote")}</p>
    </>
  );
}
