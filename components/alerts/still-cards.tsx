import { AlertCard } from "@/components/alerts/alert-card";
import type { FlowProps, FlowTexts } from "@/components/diary/flow-props";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";

/** The cards as the server draws them: the numbers can be called before any script is there. The browser's with their buttons take over. */
export function StillCards({ props: { texts, profile, cards, timeZone, visitView } }: { props: FlowProps }) {
  if (cards.length === 0) return visitView;
  const now = new Date();
  return (
    <>
      {cards.map(({ alert: { checkInId, alerts, draft }, tier, response, isCompact }) => (
        <AlertCard key={`${checkInId}:${tier}`} tier={tier} alerts={alerts} response={response} isCompact={isCompact} texts={texts} country={profile.country} contacts={profile.contacts ?? {}}
          now={now} recordedAt={draft.recordedAt ? new Date(draft.recordedAt) : now} timeZone={timeZone} />
      ))}
      <StatementLine texts={texts} country={profile.country} />
      {visitView}
    </>
  );
}

/** Once under the cards, whatever stands there. */
export function StatementLine({ texts, country }: { texts: FlowTexts; country: string | undefined }) {
  return <p className="small muted mb-4">{fill(texts.alerts.statement, { emergency: numbersFor(country).emergency.show })}</p>;
}
