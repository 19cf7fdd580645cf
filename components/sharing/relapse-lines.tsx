import { getTranslations } from "next-intl/server";
import { wordMonth } from "@/components/relapse/relapse-dates";
import { wordSymptoms, wordTitle, type Translate } from "@/components/relapse/relapse-words";
import { shortDay } from "@/components/sharing/when";
import type { Precision, RelapseStatus } from "@/lib/domain/relapse/record";
import type { CalendarDay } from "@/lib/domain/time";

export type RelapseLine = {
  id: string; status: RelapseStatus; startedOn: CalendarDay; startPrecision: Precision; endedOn: CalendarDay | null; endPrecision: Precision | null; symptoms: readonly string[];
};

const PILLS = { possible: "info", "confirmed-by-me": "ok", "confirmed-by-team": "ok", "not-a-relapse": "plain" } as const;

/** Relapses as a list: what, when, and whether it was confirmed. */
export async function RelapseLines({ relapses, today }: { relapses: readonly RelapseLine[]; today: CalendarDay }) {
  const t = await getTranslations("relapses");
  return (
    <ul className="list">
      {relapses.map((relapse) => (
        <li key={relapse.id} className="flex-wrap">
          <span className="grow">
            <b className="b">{wordSymptoms(t, relapse.symptoms) || wordTitle(t, { ...relapse, sides: [], cause: null, eyes: null })}</b>
            <span className="small muted num block">{wordSpan(t, relapse, today)}</span>
          </span>
          <span className={`pill ${PILLS[relapse.status]}`}>{t(`status.${relapse.status}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** A month stays a month; what was no relapse and has no end does not last. */
function wordSpan(t: Translate, { status, startedOn, startPrecision, endedOn, endPrecision }: RelapseLine, today: CalendarDay): string {
  const from = startPrecision === "month" ? wordMonth(startedOn) : shortDay(startedOn, today);
  if (endedOn === null) return t(status === "not-a-relapse" ? "began" : "since", { from });
  const to = endPrecision === "month" ? wordMonth(endedOn) : shortDay(endedOn, today);
  return from === to ? from : t("fromTo", { from, to });
}
