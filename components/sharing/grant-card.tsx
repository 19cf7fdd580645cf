import { getTranslations } from "next-intl/server";
import { PersonHead } from "@/components/sharing/person-head";
import { StopSharing } from "@/components/sharing/stop-sharing";
import { wordDay, wordList, wordMoment } from "@/components/sharing/when";
import { Icon } from "@/components/ui/icon";
import { describeScopes } from "@/lib/domain/sharing/describe-scopes";
import type { GrantRole, Scope } from "@/lib/domain/sharing/policy";
import { dayOf, type CalendarDay } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";

export type GrantCardProps = {
  grant: { id: string; role: GrantRole; scopes: readonly Scope[]; historyFrom: CalendarDay | null; expiresAt: Date; lastLookedAt: Date | null };
  name: string;
  diaryId: string;
  today: CalendarDay;
  timeZone: string;
};

/** One person or team that can see the diary: what in words, what not, until when, and the way to stop it. */
export async function GrantCard({ grant, name, diaryId, today, timeZone }: GrantCardProps) {
  const { sharing } = await getTexts();
  const t = await getTranslations("sharing.share");
  const { seen, unseen, extras } = describeScopes(grant.scopes);
  const ends = wordDay(dayOf(grant.expiresAt, timeZone), today);
  const looked = grant.lastLookedAt && wordMoment(grant.lastLookedAt, today, timeZone, sharing.when);
  return (
    <article className="card min-[900px]:p-5.5">
      <PersonHead name={name} line={t("ends", { role: t(`role.${grant.role}`), date: ends })} />
      {seen.length > 0 && <p className="small mt-3"><b className="b">{t("canSee")}</b> {wordList(seen.map((scope) => t(`scopes.${scope}`)))}</p>}
      {grant.historyFrom && <p className="small">{t("since", { date: wordDay(grant.historyFrom, today) })}</p>}
      {unseen.length > 0 && <p className="small muted mt-0.5"><b className="b">{t("cannotSee")}</b> {wordList(unseen.map((scope) => t(`scopes.${scope}`)))}</p>}
      {extras.map((scope) => <p key={scope} className="small mt-0.5">{t(`can.${scope}`)}</p>)}
      <p className="sync mt-2.5"><Icon name="eye" size={22} />{looked ? t("lastLooked", { when: looked }) : t("neverLooked")}</p>
      <StopSharing href={`/api/diaries/${diaryId}/grants/${grant.id}`} grantId={grant.id} name={name} texts={sharing.share.confirm} label={t("stop")} fullLabel={t("stopWith", { name })} />
    </article>
  );
}
