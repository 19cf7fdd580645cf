import { wordWhen, type HistoryTexts } from "@/components/diary/history-words";
import { Icon } from "@/components/ui/icon";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import type { Tier } from "@/lib/domain/red-flags/rule";
import { fill } from "@/lib/i18n/fill";
import type { AlertResponse } from "@/lib/schemas/alert-response";

/** An alert of an entry, and what was done about it. */
export type HistoryAlert = {
  checkInId: string;
  /** the revision that raised it */
  revision: number;
  ruleId: string;
  tier: Tier;
  response: AlertResponse | null;
  respondedAt: Date | null;
  respondedBy: "owner" | "caregiver" | null;
};

type HistoryAlertsProps = {
  alerts: readonly HistoryAlert[];
  checkIn: CheckIn;
  texts: HistoryTexts;
};

const LOOKS = {
  EMERGENCY: { pill: "emerg", icon: "alert" },
  URGENT: { pill: "urgent", icon: "clock" },
  SOON: { pill: "info", icon: "bell" },
  INFO: { pill: "plain", icon: "bell" },
} as const satisfies Record<Tier, { pill: string; icon: string }>;

/** What was raised, by the name of its rule, and the answer to it. Those of an older version say which. */
export function HistoryAlerts({ alerts, checkIn, texts }: HistoryAlertsProps) {
  const words = texts.history.alerts;
  return (
    <ul className="grid gap-3" aria-label={words.title}>
      {alerts.map((alert) => {
        const { pill, icon } = LOOKS[alert.tier];
        return (
          <li key={`${alert.revision} ${alert.ruleId}`}>
            <span className={`pill ${pill}`}><Icon name={icon} size={16} />{words.tiers[alert.tier]}</span>
            <p className="mt-1.5 font-semibold">{nameOf(alert.ruleId)}</p>
            <p className="small muted">
              {answerOf(alert)}{alert.revision < checkIn.revision && ` ${fill(words.ofVersion, { revision: alert.revision })}`}
            </p>
          </li>
        );
      })}
    </ul>
  );

  function nameOf(ruleId: string): string {
    return (texts.rules as Record<string, { name?: string } | undefined>)[ruleId]?.name ?? words.unknownRule;
  }

  function answerOf({ response, respondedAt, respondedBy }: HistoryAlert): string {
    if (!response || !respondedAt) return words.noAnswer;
    return fill(words.noted[respondedBy ?? "owner"], { when: wordWhen(respondedAt, checkIn, texts.history), what: words.what[response] });
  }
}
