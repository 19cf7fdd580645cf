import { getTranslations } from "next-intl/server";
import { shortDay, wordList, wordTime } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import { isAlarm } from "@/lib/domain/alerts/alert";
import { MOST_MESSAGES } from "@/lib/domain/alerts/presentation";
import { numbersFor, placeholdersFor } from "@/lib/domain/red-flags/numbers";
import type { AlertGroup } from "@/lib/domain/sharing/describe-alerts";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";

export type ListedAlert = AlertGroup & {
  /** whose it is, where several people are listed together */
  name?: string;
  timeZone: string;
  /** whose numbers they were told */
  country: string | undefined;
};

type AlertListProps = { alerts: readonly ListedAlert[]; today: CalendarDay; /** a caregiver is told what they can do about an open alarm */ reader: "caregiver" | "clinician" };

const LOOKS = {
  EMERGENCY: { pill: "emerg", icon: "alert" },
  URGENT: { pill: "urgent", icon: "clock" },
  SOON: { pill: "info", icon: "bell" },
  INFO: { pill: "plain", icon: "bell" },
} as const;

/** Alerts of others, newest first: what they were told, in which words, why, and what they did. */
export async function AlertList({ alerts, today, reader }: AlertListProps) {
  const t = await getTranslations("sharing.alerts");
  const { rules } = await getTexts();
  return (
    <ul className="list">
      {alerts.map((alert) => {
        const { pill, icon } = LOOKS[alert.tier];
        const numbers = numbersFor(alert.country);
        const told = t(`told.${alert.tier === "INFO" ? "SOON" : alert.tier}`, { emergency: numbers.emergency.show });
        const known = alert.ruleIds.flatMap((ruleId) => (rules as unknown as Record<string, { name: string; says: string } | undefined>)[ruleId] ?? []);
        const names = known.map(({ name }) => name);
        const answer = t(`answers.${alert.response ?? "none"}`, { time: alert.respondedAt ? wordTime(alert.respondedAt, alert.timeZone) : "" });
        const day = dayOf(alert.raisedAt, alert.timeZone);
        return (
          <li key={`${alert.name ?? ""} ${alert.checkInId}`} className="items-start py-3.5">
            <span className={`pill ${pill} mt-0.5 p-1.5`}><Icon name={icon} size={20} /></span>
            <div className="grow">
              {alert.name && <span className="small muted block">{t("of", { name: alert.name })}</span>}
              <b className="b">{told}</b>
              <span className="small muted block">{names.length > 0 && `${wordSeries(names)}. `}{answer}</span>
              {reader === "caregiver" && alert.isOpen && isAlarm(alert) && <p className="small b mt-1">{t("stay", { emergency: numbers.emergency.show })}</p>}
              {known.length > 0 && (
                <details className="small">
                  <summary className="!font-normal underline underline-offset-4">{t("read")}</summary>
                  {known.slice(0, MOST_MESSAGES).map(({ name, says }) => <p key={name} className="mb-2">“{fill(says, placeholdersFor(numbers))}”</p>)}
                  {known.length > MOST_MESSAGES && <p className="mb-2">{t("more", { count: known.length - MOST_MESSAGES })}</p>}
                </details>
              )}
            </div>
            <time className="small muted num shrink-0 text-end" dateTime={alert.raisedAt.toISOString()}>{shortDay(day, today)}</time>
          </li>
        );
      })}
    </ul>
  );
}

/** Several names as one sentence: only the first keeps its capital letter. Names that begin with an abbreviation keep theirs. */
function wordSeries(names: readonly string[]): string {
  return wordList(names.map((name, index) => (index === 0 || /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1))));
}
