import { getTranslations } from "next-intl/server";
import { AlertList, type ListedAlert } from "@/components/sharing/alert-list";
import type { CalendarDay } from "@/lib/domain/time";

type AlertCardsProps = {
  alerts: readonly ListedAlert[];
  today: CalendarDay;
  /** false when alerts are not shared: "none" would not be true */
  isShared: boolean;
  reader: "caregiver" | "clinician";
};

/** Open alerts first, in a card of their own, then those that were answered. */
export async function AlertCards({ alerts, today, isShared, reader }: AlertCardsProps) {
  const t = await getTranslations("sharing.alerts");
  if (!isShared) return <section className="card min-[900px]:p-5.5"><h2>{t("past")}</h2><p className="muted mt-2">{t("notShared")}</p></section>;
  const newestFirst = alerts.toSorted((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime());
  const open = newestFirst.filter(({ isOpen }) => isOpen);
  const past = newestFirst.filter(({ isOpen }) => !isOpen);
  return (
    <>
      {open.length > 0 && (
        <section className="card pb-1 min-[900px]:px-5.5 min-[900px]:pt-5.5"><h2>{t("open")}</h2><AlertList alerts={open} today={today} reader={reader} /></section>
      )}
      <section className="card pb-1 min-[900px]:px-5.5 min-[900px]:pt-5.5">
        <h2>{t("past")}</h2>
        {past.length > 0 ? <AlertList alerts={past} today={today} reader={reader} /> : <p className="muted mt-2 mb-3">{t("none")}</p>}
      </section>
    </>
  );
}
