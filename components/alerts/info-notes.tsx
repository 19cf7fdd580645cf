import { WhyAlerts } from "@/components/alerts/alert-parts";
import { wordRule } from "@/components/alerts/alert-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Icon } from "@/components/ui/icon";
import type { ToldAlert } from "@/lib/domain/alerts/alert";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";

type InfoNotesProps = {
  /** as they stand, of any day */
  alerts: readonly Pick<ToldAlert, keyof RaisedAlert | "recordedAt">[];
  /** the day on the page: "Log again tomorrow" is not said on the morrow */
  day: CalendarDay;
  texts: FlowTexts;
  country: string | undefined;
  timeZone: string;
};

/** Quiet lines: what to watch, ink on the surface. Never shown beside an emergency or an urgent alert. */
export function InfoNotes({ alerts: standing, day, texts, country, timeZone }: InfoNotesProps) {
  const words = texts.alerts;
  const alerts = standing.filter(({ recordedAt }) => dayOf(recordedAt, timeZone) === day);
  const known = numbersFor(country);
  // As at the foot of the page: where no country is known, 112 is not everyone's number.
  const numbers = known.country === null ? { ...known, emergency: { ...known.emergency, show: `${known.emergency.show} ${words.orLocal}` } } : known;
  if (alerts.length === 0) return null;
  return (
    <section className="mt-4" aria-label={words.info.title}>
      {alerts.map((alert) => (
        <p key={alert.ruleId} className="row items-start py-1"><Icon name="help" size={22} className="mt-[2px]" />
          <span>{wordRule(texts, alert.ruleId, numbers).says}{alert.ruleId === "relapse-recovered" && <> <a className="inline-flex min-h-12 items-center" href="/relapses">{words.info.relapses}</a></>}</span>
        </p>
      ))}
      <details>
        <summary className="small !min-h-12 ps-[32px] underline underline-offset-4 !font-normal">{words.info.why}</summary>
        <div className="small ps-[32px]"><WhyAlerts alerts={alerts} texts={texts} numbers={numbers} timeZone={timeZone} /></div>
      </details>
      <p className="small muted ps-[32px]">{fill(words.quiet, { emergency: numbers.emergency.show })}</p>
    </section>
  );
}
