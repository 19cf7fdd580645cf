import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MiniTrend } from "@/components/charts/mini-trend";
import { SymptomMark } from "@/components/charts/symptom-mark";
import styles from "@/components/sharing/patient-table.module.css";
import { SORTS, type SortKey } from "@/components/sharing/patient-order";
import { shortDay, wordWhen } from "@/components/sharing/when";
import type { Change } from "@/lib/domain/sharing/describe-change";
import type { Baseline } from "@/lib/domain/red-flags/baseline";
import type { CalendarDay } from "@/lib/domain/time";
import { addDays } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";

export type PatientRow = {
  name: string;
  href: string;
  today: CalendarDay;
  /** null: check-ins are not shared */
  change: Change | null;
  mainUsual: Baseline | null;
  /** null: alerts are not shared */
  alertCount: number | null;
  hasOpenAlert: boolean;
  /** null: no entry, or not shared */
  lastDay: CalendarDay | null;
};

const PILLS: Record<Change["status"], string> = {
  relapse: "urgent", "possible-relapse": "info", worse: "plain", "as-usual": "plain", "no-usual": "plain", "few-entries": "plain",
};

type PatientTableProps = { rows: readonly PatientRow[]; sort: SortKey; hrefFor: (sort: SortKey) => string };

/** One row a patient; under 700 px the rows become cards and the order is chosen by the links above them. */
export async function PatientTable({ rows, sort, hrefFor }: PatientTableProps) {
  const t = await getTranslations("sharing.patients");
  const { sharing, common } = await getTexts();
  const sortable: readonly string[] = SORTS;
  const columns = ["name", "change", "main", "alerts", "last"] as const;
  const dayWord = (day: CalendarDay, today: CalendarDay) => {
    const isNear = day >= addDays(today, -1);
    const word = isNear ? wordWhen(day, today, sharing.when) : shortDay(day, today);
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  return (
    <>
      <nav className={styles.order} aria-label={t("sortBy")}>
        <span className="small muted">{t("sortBy")}</span>
        {SORTS.map((key) => <Link key={key} className={styles.choice} href={hrefFor(key)} scroll={false} {...(key === sort && { "aria-current": "true" as const })}>{t(`sortKeys.${key}`)}</Link>)}
      </nav>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => {
              const isSort = sortable.includes(column);
              return (
                <th key={column} scope="col" {...(isSort && { "aria-sort": column === sort ? (column === "name" ? "ascending" as const : "descending" as const) : "none" as const })}>
                  {isSort ? (
                    <>
                      <Link className={styles.sort} href={hrefFor(column as SortKey)} scroll={false}>{t(`columns.${column}`)}{column === sort && <span aria-hidden="true">{column === "name" ? " ▲" : " ▼"}</span>}</Link>
                      <span className={styles.plain}>{t(`columns.${column}`)}</span>
                    </>
                  ) : t(`columns.${column}`)}
                </th>
              );
            })}
            <th scope="col"><span className="vh">{t("columns.open")}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, href, today, change, mainUsual, alertCount, hasOpenAlert, lastDay }) => (
            <tr key={href}>
              <th scope="row">{name}</th>
              <td>{change ? <span className={`pill ${PILLS[change.status]}`}>{t(`status.${change.status}`)}</span> : <span className="muted">{t("notShared")}</span>}</td>
              <td>
                {change && (
                  <span className="row gap-2.5">
                    <SymptomMark symptom={change.main.score} />
                    <span className="small w-20">{common.symptoms[change.main.score]}</span>
                    <MiniTrend symptom={change.main.score} values={change.lines[change.main.score]} band={mainUsual} width={130} height={44} />
                  </span>
                )}
              </td>
              <td className="num" data-label={t("columns.alerts")}>
                {alertCount === null ? <span className="muted">{t("notShared")}</span>
                  : alertCount === 0 ? <span className="muted">{t("alertsCount", { count: 0 })}</span>
                    : <b className="b">{t("alertsCount", { count: alertCount })}{hasOpenAlert && <span className="pill urgent ms-2">{t("openPill")}</span>}</b>}
              </td>
              <td className="num" data-label={t("columns.last")}>{lastDay ? dayWord(lastDay, today) : <span className="muted">{change ? t("noEntry") : t("notShared")}</span>}</td>
              <td><Link className="btn text px-1" href={href} aria-label={t("openDiaryOf", { name })}>{t("openDiary")}</Link></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
