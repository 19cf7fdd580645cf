import { HistoryAlerts, type HistoryAlert } from "@/components/diary/history-alerts";
import { wordTime, wordWeekday, type HistoryTexts } from "@/components/diary/history-words";
import { groupBy } from "@/lib/domain/group-by";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";

type HistoryDeletedProps = { alerts: readonly (HistoryAlert & { raisedAt: Date })[]; timeZone: string; texts: HistoryTexts };

/** Alerts whose entry is deleted for good: the rule, the time and what was done. */
export function HistoryDeleted({ alerts, timeZone, texts }: HistoryDeletedProps) {
  if (alerts.length === 0) return null;
  const { deleted } = texts.history;
  return (
    <section className="mt-6" aria-labelledby="deleted-title">
      <h3 id="deleted-title" className="sect mb-1">{deleted.title}</h3>
      <p className="small muted mb-3">{deleted.lead}</p>
      <ul className="grid gap-3.5">
        {[...groupBy(alerts, ({ checkInId }) => checkInId)].map(([id, group]) => {
          const { raisedAt } = group[0]!;
          const day = dayOf(raisedAt, timeZone);
          const revision = Math.max(...group.map((alert) => alert.revision));
          return (
            <li key={id} className="card mt-0 grid gap-3 [&>ul]:border-0 [&>ul]:pb-0">
              <p className="row between flex-wrap gap-y-1"><span className="b num">{fill(deleted.raised, { day: wordWeekday(day), time: wordTime(raisedAt, timeZone) })}</span><span className="pill plain">{deleted.mark}</span></p>
              <HistoryAlerts alerts={group} checkIn={{ day, timeZone, revision }} texts={texts} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
