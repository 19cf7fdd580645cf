import { wordWhen, type HistoryTexts } from "@/components/diary/history-words";
import { Icon } from "@/components/ui/icon";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { groupBy } from "@/lib/domain/group-by";
import { TIERS, type Tier } from "@/lib/domain/red-flags/rule";
import { fill } from "@/lib/i18n/fill";
import type { AlertResponse } from "@/lib/domain/alerts/alert";

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
  checkIn: Pick<CheckIn, "day" | "timeZone" | "revision">;
  texts: HistoryTexts;
};

const LOOKS = {
  EMERGENCY: { pill: "emerg", icon: "alert" },
  URGENT: { pill: "urgent", icon: "clock" },
  SOON: { pill: "info", icon: "bell" },
  INFO: { pill: "plain", icon: "bell" },
} as const satisfies Record<Tier, { pill: string; icon: string }>;

/** What was raised, highest first, by the name of its rule, and the answer to it. Those of an older version say which. */
export function HistoryAlerts({ alerts, checkIn, texts }: HistoryAlertsProps) {
  const words = texts.history.alerts;
  return (
    <ul className="border-line grid gap-4 border-b pb-4" aria-label={words.title}>
      {TIERS.flatMap((tier) => {
        const { pill, icon } = LOOKS[tier];
        const ofTier = alerts.filter((alert) => alert.tier === tier);
        return ofTier.length === 0 ? [] : [
          <li key={tier}>
            <span className={`pill ${pill}`}><Icon name={icon} size={16} />{words.tiers[tier]}</span>
            {[...groupBy(ofTier, answerOf)].map(([answer, group]) => (
              <div key={answer} className="mt-2">
                {group.map(({ revision, ruleId }) => <p key={`${revision} ${ruleId}`} className="font-semibold">{nameOf(ruleId)}</p>)}
                <p className="small muted">{answer}</p>
              </div>
            ))}
          </li>,
        ];
      })}
    </ul>
  );

  function nameOf(ruleId: string): string {
    return (texts.rules as Record<string, { name?: string } | undefined>)[ruleId]?.name ?? words.unknownRule;
  }

  function answerOf({ response, respondedAt, respondedBy, revision }: HistoryAlert): string {
    const answer = response && respondedAt
      ? fill(words.noted[respondedBy ?? "owner"], { when: wordWhen(respondedAt, checkIn, texts.history), what: words.what[response] })
      : words.noAnswer;
    return revision < checkIn.revision ? `${answer} ${fill(words.ofVersion, { revision })}` : answer;
  }
}
