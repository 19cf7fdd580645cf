import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LatestNote } from "@/components/sharing/latest-note";
import { PersonHead } from "@/components/sharing/person-head";
import { ScoreRows } from "@/components/sharing/score-rows";
import { wordMoment, wordWhen } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { LatestState, ScoreReading } from "@/lib/domain/sharing/describe-latest";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import type { DaySeries } from "@/lib/domain/trends/day-series";
import { getTexts } from "@/lib/i18n/texts";

export type PersonCardProps = {
  name: string;
  href: string;
  timeZone: string;
  today: CalendarDay;
  latest: { day: CalendarDay; recordedAt: Date } | null;
  /** null when check-ins are not shared */
  state: LatestState | null;
  readings: readonly ScoreReading[];
  minis: Record<ScoreName, DaySeries> | null;
  emergency: string;
};

/** "Checked in yesterday at 08:12", "Last check-in on Friday", "Check-ins: not shared". */
export async function wordLatest({ latest, state, today, timeZone }: Pick<PersonCardProps, "latest" | "state" | "today" | "timeZone">): Promise<string> {
  const { sharing } = await getTexts();
  const t = await getTranslations("sharing.latest");
  if (state === null) return t("notShared");
  if (!latest) return t("none");
  return latest.day >= addDays(today, -1)
    ? t("checkedIn", { when: wordMoment(latest.recordedAt, today, timeZone, sharing.when) })
    : t("lastCheckIn", { when: wordWhen(latest.day, today, sharing.when) });
}

/** One person on the caregiver's page: the newest day in a sentence, then the four symptoms while the entry is fresh. */
export async function PersonCard({ name, href, timeZone, today, latest, state, readings, minis, emergency }: PersonCardProps) {
  const { sharing, common } = await getTexts();
  const t = await getTranslations("sharing");
  const isFresh = latest !== null && latest.day >= addDays(today, -1);
  return (
    <article className="card min-[900px]:p-5.5">
      <PersonHead name={name} line={await wordLatest({ latest, state, today, timeZone })}>
        {state?.kind === "usual" && state.alertsKnown && <span className="pill ok max-[899px]:hidden"><Icon name="check" size={18} />{t("latest.pill.usual")}</span>}
      </PersonHead>
      <LatestNote state={state} isToday={latest?.day === today} emergency={emergency} />
      {isFresh && minis && <ScoreRows readings={readings} lines={minis} texts={sharing.reading} symptoms={common.symptoms} />}
      <Link className="btn line wide mt-3" href={href} aria-label={t("people.chartsOf", { name })}><Icon name="trends" size={22} />{t("people.charts")}</Link>
    </article>
  );
}
