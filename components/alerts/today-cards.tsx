"use client";

import { AlertCard } from "@/components/alerts/alert-card";
import { StatementLine } from "@/components/alerts/still-cards";
import type { CheckIn } from "@/components/diary/use-check-in";
import { deviceZone } from "@/lib/offline/check-in-service";

/** The alerts that stand on Today, on top of the scores and of the result, until they are answered; below them the next visit. */
export function TodayCards({ check }: { check: CheckIn }) {
  const { texts, visitView } = check.props;
  const { country, contacts = {} } = check.engine.service?.profile() ?? check.props.profile;
  if (check.cards.length === 0) return visitView;
  return (
    <>
      {check.cards.map((card) => {
        const { draft, alerts, shownAt } = card.alert;
        return (
          <AlertCard key={`${card.alert.checkInId}:${card.tier}`} tier={card.tier} alerts={alerts} response={card.response} isCompact={card.isCompact} texts={texts} country={country} contacts={contacts}
            now={new Date()} recordedAt={draft.recordedAt ? new Date(draft.recordedAt) : shownAt} timeZone={draft.timeZone ?? deviceZone()}
            onShow={() => check.showCard(card)}
            {...(card.tier === "SOON" && { onTold: () => void check.answerCard(card, "told-my-team"), onLater: () => void check.answerCard(card, "remind-later") })} />
        );
      })}
      <StatementLine texts={texts} country={country} />
      {visitView}
    </>
  );
}
