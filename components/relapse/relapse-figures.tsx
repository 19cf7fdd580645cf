import { getTranslations } from "next-intl/server";
import type { RelapseDates } from "@/components/relapse/relapse-dates";
import { wordSinceLast } from "@/components/relapse/relapse-words";
import type { RelapseRate } from "@/lib/domain/relapse/rate";
import type { CalendarDay } from "@/lib/domain/time";

type RelapseFiguresProps = {
  /** the latest confirmed one, with the days since it began */
  last: (Pick<RelapseDates, "startedOn" | "startPrecision"> & { days: number }) | null;
  rate: RelapseRate | null;
  today: CalendarDay;
};

/** Days since the last confirmed one, and how many a year, never without the years it rests on. */
export async function RelapseFigures({ last, rate, today }: RelapseFiguresProps) {
  const t = await getTranslations("relapses");
  if (!last && !rate) return null;
  return (
    <dl className="card mt-3.5 grid max-w-[46rem] gap-x-6 gap-y-3 min-[520px]:grid-cols-2">
      {last && <div><dt className="small muted">{t("figures.last")}</dt><dd className="b num">{wordSinceLast(t, last, last.days, today)}</dd></div>}
      {rate && (
        <div>
          <dt className="small muted">{t("figures.rate")}</dt>
          <dd><span className="b num block">{t("figures.rateValue", { count: rate.count, perYear: rate.perYear.toFixed(1) })}</span><span className="small muted num">{t("figures.rateOf", { count: rate.count, years: rate.years.toFixed(1), covers: rate.covers })}</span></dd>
        </div>
      )}
    </dl>
  );
}
