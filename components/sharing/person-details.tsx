import { getTranslations } from "next-intl/server";
import { AlertCards } from "@/components/sharing/alert-cards";
import type { ListedAlert } from "@/components/sharing/alert-list";
import { DaysTable } from "@/components/sharing/days-table";
import { MedicineLines } from "@/components/sharing/medicine-lines";
import { NoteList } from "@/components/sharing/note-list";
import { RelapseLines, type RelapseLine } from "@/components/sharing/relapse-lines";
import { ScoreRows } from "@/components/sharing/score-rows";
import { TrackerList } from "@/components/sharing/tracker-list";
import { wordDay } from "@/components/sharing/when";
import type { CheckIn, Medication } from "@/lib/domain/check-in/check-in";
import type { Change } from "@/lib/domain/sharing/describe-change";
import type { ScoreReading } from "@/lib/domain/sharing/describe-latest";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";

type PersonDetailsProps = {
  today: CalendarDay;
  /** null throughout: not shared */
  checkIns: readonly CheckIn[] | null;
  change: Change | null;
  readings: readonly ScoreReading[];
  alerts: readonly ListedAlert[] | null;
  relapses: readonly RelapseLine[] | null;
  medicines: readonly (Medication & { id: string })[] | null;
  mayReadNotes: boolean;
  sharedUntil: CalendarDay;
  reader: "caregiver" | "clinician";
};

const TABLE_DAYS = 14;

/** Everything a grant opens of one diary. A part that is not shared keeps its heading and says so. */
export async function PersonDetails(props: PersonDetailsProps) {
  const { today, checkIns, change, readings, alerts, relapses, medicines, mayReadNotes, sharedUntil, reader } = props;
  const { sharing, common, trackers } = await getTexts();
  const t = await getTranslations("sharing.person");
  const recent = (checkIns ?? []).filter(({ day }) => day > addDays(today, -TABLE_DAYS));
  return (
    <div className="grid items-start gap-3.5 min-[900px]:grid-cols-[1.15fr_1fr] min-[900px]:gap-5.5">
      <div className="grid gap-3.5 [&>.card]:mt-0">
        {change && readings.length > 0 && (
          <section className="card min-[900px]:p-5.5">
            <h2>{t("fourSymptoms")}</h2>
            <p className="small muted mt-1">{t("scaleNote")}</p>
            <ScoreRows isLong readings={readings} lines={change.lines} texts={sharing.reading} symptoms={common.symptoms} />
          </section>
        )}
        {!checkIns && <section className="card min-[900px]:p-5.5"><h2>{t("charts")}</h2><p className="muted mt-2">{t("notShared")}</p></section>}
        {checkIns && (
          <section className="card min-[900px]:p-5.5">
            <h2>{t("days")}</h2>
            <p className="small muted mt-1 mb-2">{t("noEntryNote")}</p>
            <DaysTable checkIns={recent} lastDay={today} days={TABLE_DAYS} texts={sharing.person} symptoms={common.symptoms} />
          </section>
        )}
        {checkIns && <TrackerList checkIns={recent} texts={trackers} />}
        {mayReadNotes && checkIns && <NoteList checkIns={recent} today={today} title={t("notes")} statement={common.notesStatement} />}
      </div>
      <div className="grid gap-3.5 [&>.card]:mt-0">
        <AlertCards alerts={alerts ?? []} today={today} isShared={alerts !== null} reader={reader} />
        <section className="card min-[900px]:p-5.5">
          <h2>{t("relapses")}</h2>
          {relapses && relapses.length > 0 ? <RelapseLines relapses={relapses} today={today} /> : <p className="muted mt-2">{t(relapses ? "relapsesNone" : "notShared")}</p>}
        </section>
        <section className="card min-[900px]:p-5.5">
          <h2>{t("medicines")}</h2>
          {medicines && medicines.length > 0 ? <MedicineLines medicines={medicines} today={today} /> : <p className="muted mt-2">{t(medicines ? "medicinesNone" : "notShared")}</p>}
        </section>
        <p className="small muted">{t("access", { date: wordDay(sharedUntil, today) })}</p>
      </div>
    </div>
  );
}
