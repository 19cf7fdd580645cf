import { getTranslations } from "next-intl/server";
import { wordList, wordMoment } from "@/components/sharing/when";
import type { Visit } from "@/lib/domain/sharing/describe-access";
import type { CalendarDay } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";

type VisitListProps = { visits: readonly Visit[]; today: CalendarDay; timeZone: string };

/** Who looked at what, who changed what, and when; newest first. */
export async function VisitList({ visits, today, timeZone }: VisitListProps) {
  const { sharing } = await getTexts();
  const t = await getTranslations("sharing.share");
  const wordActions = ({ role, accountOf, actions }: Visit) => {
    if (role === "operator") return wordList(actions.map((action) => (accountOf ? t(`operator.shared.${action}`, { name: accountOf.name ?? t("operator.someone") }) : t(`operator.own.${action}`))));
    const parts = actions.filter((action) => t.has(`scopes.${action}`)).map((action) => t(`scopes.${action}`));
    const deeds = actions.filter((action) => t.has(`did.${action}`)).map((action) => t(`did.${action}`));
    return wordList([...(parts.length > 0 ? [t("looked", { parts: wordList(parts) })] : []), ...deeds]);
  };
  return (
    <ul className="list">
      {visits.map((visit) => {
        const when = wordMoment(visit.at, today, timeZone, sharing.when);
        return (
          <li key={visit.id}>
            <span className="grow">
              <b className="b">{visit.role === "operator" ? t("operator.name") : visit.isYou ? t("you") : visit.actorName ?? t("someone")}</b> {wordActions(visit)}
              <time className="small muted num block" dateTime={visit.at.toISOString()}>{when.charAt(0).toUpperCase() + when.slice(1)}</time>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
