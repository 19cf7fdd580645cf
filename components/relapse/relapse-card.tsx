import { getTranslations } from "next-intl/server";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { RelapseChart } from "@/components/relapse/relapse-chart";
import styles from "@/components/relapse/timeline.module.css";
import { shortDay, wordDay, wordList } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import type { Medication } from "@/lib/domain/check-in/check-in";
import type { Eyes, ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { Baseline } from "@/lib/domain/red-flags/baseline";
import type { Recovery } from "@/lib/domain/relapse/recovery-of";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";
import type { DaySeries } from "@/lib/domain/trends/day-series";

export type RelapseCardProps = {
  relapse: {
    id: string;
    status: "possible" | "confirmed-by-me" | "confirmed-by-team" | "not-a-relapse";
    startedOn: CalendarDay;
    endedOn: CalendarDay | null;
    symptoms: ScoreName[];
    days: number;
    eyes: Eyes | null;
    cause: "heat" | "infection" | null;
    worst: { value: number; day: CalendarDay } | null;
    treatment: Medication | null;
    backOn: CalendarDay | null;
    recovery: Recovery | null;
    chart: { from: CalendarDay; values: DaySeries; usual: Baseline | null } | null;
  };
  today: CalendarDay;
};

const PILLS = { possible: "info", "confirmed-by-me": "ok", "confirmed-by-team": "ok", "not-a-relapse": "plain" } as const;

/** One relapse, possible relapse or flare-up on the timeline: what, when, how bad, what was done, and when it was over. */
export async function RelapseCard({ relapse, today }: RelapseCardProps) {
  const t = await getTranslations("relapses");
  const { status, startedOn, endedOn, symptoms, days, cause, worst, treatment, backOn, recovery, chart } = relapse;
  const [main] = symptoms;
  const names = await nameSymptoms(symptoms);
  const length = wordLength(t, days);
  const dates = endedOn
    ? t("fromToLong", { from: shortDay(startedOn, endedOn), to: shortDay(endedOn, today), length })
    : t("sinceLong", { from: wordDay(startedOn, today), length });
  const isFlare = status === "not-a-relapse";
  const facts = isFlare ? [] : [
    worst && [t("facts.worst"), t("facts.worstValue", { value: worst.value, day: wordDay(worst.day, today) })],
    treatment && [t("facts.treatment"), wordTreatment(t, treatment, today)],
    backOn && !recovery ? [t("facts.after"), t("facts.afterValue", { day: wordDay(backOn, today) })] : !endedOn && [t("facts.after"), recovery ? t(`facts.recovery.${recovery}`) : t("facts.afterNotYet")],
    status !== "possible" && [t("facts.who"), t(status === "confirmed-by-team" ? "facts.byTeam" : "facts.byMe")],
  ].filter((fact) => fact !== null && fact !== false);
  const drawing = chart && main && {
    symptom: main, values: chart.values, usual: chart.usual, isPossible: status === "possible",
    span: { first: daysBetween(chart.from, startedOn), last: Math.min(chart.values.length - 1, daysBetween(chart.from, endedOn ?? today)), isOpen: !endedOn },
    marks: { start: shortDay(startedOn, startedOn), end: endedOn && shortDay(endedOn, endedOn) },
    label: worst ? t("chartLabel", { symptom: names, value: worst.value, day: wordDay(worst.day, today) }) : names,
  };
  return (
    <li className={styles.entry}>
      <span className={styles.node}>
        {cause === "heat" ? <Icon name="sun" className="text-heat" /> : cause === "infection" ? <Icon name="thermo" className="text-heat" /> : main ? <SymptomMark symptom={main} size={24} /> : <Icon name="relapses" />}
      </span>
      <article className="card p-3.5 min-[900px]:p-5">
        <div className="row between flex-wrap gap-y-1">
          <h3 className="text-lg">{await titleOf(relapse, names)}</h3>
          <span className={`pill ${PILLS[status]}`}>{t(`status.${status}`)}</span>
        </div>
        <p className="small muted num mt-0.5">{dates}</p>
        {drawing && <div className="only-narrow mt-1.5 -mx-1.5"><RelapseChart {...drawing} width={292} /></div>}
        {drawing && <div className="only-wide mt-2"><RelapseChart {...drawing} width={718} /></div>}
        {isFlare && symptoms.length > 0 && <p className="mt-2">{t(cause ? `flareText.${cause}` : "flareText.other", { symptoms: names, count: symptoms.length })}</p>}
        {facts.length > 0 && <dl className={styles.facts}>{facts.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>}
      </article>
    </li>
  );
}

type Translate = Awaited<ReturnType<typeof getTranslations<"relapses">>>;

/** "3 weeks" from two weeks on, else "9 days". */
export function wordLength(t: Translate, days: number): string {
  return t("length", { weeks: days < 14 ? 0 : Math.round(days / 7), days });
}

async function nameSymptoms(symptoms: readonly ScoreName[]): Promise<string> {
  const words = await getTranslations("common.symptoms");
  return wordList(symptoms.map((score, index) => (index === 0 ? words(score) : words(score).toLowerCase())));
}

async function titleOf({ status, cause, eyes }: RelapseCardProps["relapse"], names: string): Promise<string> {
  const t = await getTranslations("relapses");
  if (cause) return t(cause);
  if (eyes) return t(`eyes.${eyes}`);
  return names || t(status === "not-a-relapse" ? "flareUnnamed" : "unnamed");
}

function wordTreatment(t: Translate, { name, startedOn, stoppedOn }: Medication, today: CalendarDay): string {
  if (!startedOn) return name;
  return stoppedOn && stoppedOn !== startedOn
    ? t("facts.treatmentDates", { name, from: shortDay(startedOn, stoppedOn), to: shortDay(stoppedOn, today) })
    : t("facts.treatmentDay", { name, from: shortDay(startedOn, today) });
}
