import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { RelapseChart } from "@/components/relapse/relapse-chart";
import type { StoredRelapse } from "@/components/relapse/relapse-draft";
import { wordDates, wordSymptoms, wordTitle, wordTreatment, wordWhere, type Translate, type Treatment } from "@/components/relapse/relapse-words";
import styles from "@/components/relapse/timeline.module.css";
import { shortDay, wordDay } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import type { Eyes, ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Baseline } from "@/lib/domain/red-flags/baseline";
import { isConfirmedStatus, type RelapseSymptom } from "@/lib/domain/relapse/record";
import type { Recovery } from "@/lib/domain/relapse/recovery-of";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";
import type { DaySeries } from "@/lib/domain/trends/day-series";

/** What was told of a relapse, and what the diary shows of it. */
export type CardRelapse = Omit<StoredRelapse, "symptoms" | "steroids" | "updatedAt"> & {
  symptoms: readonly RelapseSymptom[];
  /** those of the symptoms that have a score */
  scores: readonly ScoreName[];
  eyes: Eyes | null;
  cause: "heat" | "infection" | null;
  worst: { value: number; day: CalendarDay } | null;
  treatment: Treatment | null;
  backOn: CalendarDay | null;
  recovery: Recovery | null;
  chart: { from: CalendarDay; values: DaySeries; usual: Baseline | null } | null;
};

export type RelapseCardProps = {
  relapse: CardRelapse;
  today: CalendarDay;
  /** the question about one that waits, in place of the link to its details */
  children?: ReactNode;
};

const PILLS = { possible: "info", "confirmed-by-me": "ok", "confirmed-by-team": "ok", "not-a-relapse": "plain" } as const;

/** One relapse, possible relapse or flare-up on the timeline: what, when, how bad, what was done, and when it was over. */
export async function RelapseCard({ relapse, today, children }: RelapseCardProps) {
  const t = await getTranslations("relapses");
  const { id, status, startedOn, endedOn, symptoms, scores, cause, worst, chart } = relapse;
  const [main] = scores;
  const names = wordSymptoms(t, symptoms);
  const [title, dates] = [wordTitle(t, relapse), wordDates(t, relapse, today)];
  const isFlare = status === "not-a-relapse";
  const drawing = chart && main && {
    symptom: main, values: chart.values, usual: chart.usual, isPossible: status === "possible",
    span: { first: daysBetween(chart.from, startedOn), last: Math.min(chart.values.length - 1, daysBetween(chart.from, endedOn ?? today)), isOpen: !endedOn },
    marks: { start: shortDay(startedOn, startedOn), end: endedOn && shortDay(endedOn, endedOn) },
    label: worst ? t("chartLabel", { symptom: names, value: worst.value, day: wordDay(worst.day, today) }) : names,
  };
  return (
    <li id={`relapse-${id}`} className={styles.entry}>
      <span className={styles.node}>
        {cause === "heat" ? <Icon name="sun" className="text-heat" /> : cause === "infection" ? <Icon name="thermo" className="text-heat" /> : main ? <SymptomMark symptom={main} size={24} /> : <Icon name="relapses" />}
      </span>
      <article className="card p-3.5 min-[900px]:p-5">
        <div className="row between flex-wrap gap-y-1">
          <h3 className="text-lg">{title}</h3>
          <span className={`pill ${PILLS[status]}`}>{t(`status.${status}`)}</span>
        </div>
        <p className="small muted num mt-0.5">{dates}</p>
        {drawing && <div className="only-narrow mt-1.5 -mx-1.5"><RelapseChart {...drawing} width={292} /></div>}
        {drawing && <div className="only-wide mt-2"><RelapseChart {...drawing} width={718} /></div>}
        {isFlare && symptoms.length > 0 && <p className="mt-2">{t(cause ? `flareText.${cause}` : "flareText.other", { symptoms: names, count: symptoms.length })}</p>}
        <Facts facts={factsOf(t, relapse, today)} />
        {children ?? <Link className="btn text -ms-2 mt-1 min-h-12 text-start" href={`/relapses/${id}`} aria-label={t("changeOf", { title, dates })}><Icon name="pen" size={20} />{t("change")}</Link>}
      </article>
    </li>
  );
}

type Fact = [term: string, value: string];

function Facts({ facts }: { facts: readonly Fact[] }) {
  return facts.length > 0 && <dl className={styles.facts}>{facts.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>;
}

/** What is known, and no more: what was not answered has no line. */
function factsOf(t: Translate, relapse: CardRelapse, today: CalendarDay): Fact[] {
  const { status, teamSaid, worst, treatment, feltRecovery, infection, heat, daysOffWork, note } = relapse;
  const isFlare = status === "not-a-relapse";
  const where = wordWhere(t, relapse);
  const yesNo = (answer: boolean) => t(answer ? "facts.yes" : "facts.no");
  const facts: (Fact | null | false)[] = [
    !isFlare && worst && [t("facts.worst"), t("facts.worstValue", { value: worst.value, day: wordDay(worst.day, today) })],
    where !== "" && [t("facts.where"), where],
    infection !== null && [t("facts.infection"), yesNo(infection)],
    heat !== null && [t("facts.heat"), yesNo(heat)],
    treatment && [t("facts.treatment"), wordTreatment(t, treatment, today)],
    isFlare ? null : afterOf(t, relapse, today),
    feltRecovery && [t("facts.felt"), t(`felt.${feltRecovery}`)],
    daysOffWork !== null && [t("facts.work"), t("facts.workDays", { days: daysOffWork })],
    isConfirmedStatus(status) && [t("facts.who"), t(status === "confirmed-by-team" ? "facts.byTeam" : "facts.byMe")],
    teamSaid === "not-sure" && [t("facts.team"), t("facts.teamNotSure")],
    teamSaid === "not-a-relapse" && [t("facts.team"), t("facts.teamNot")],
    note !== null && [t("facts.note"), note],
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}

/** Recovery as computed from the entries: of an open one as of the newest, else the day it came back. */
function afterOf(t: Translate, { backOn, recovery, endedOn }: CardRelapse, today: CalendarDay): Fact | null {
  if (recovery) return [t("facts.after"), t(`facts.recovery.${recovery}`)];
  if (backOn) return [t("facts.after"), t("facts.afterValue", { day: wordDay(backOn, today) })];
  return endedOn ? null : [t("facts.after"), t("facts.afterNotYet")];
}
