import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { GrantCard } from "@/components/sharing/grant-card";
import { StoppedNote } from "@/components/sharing/stopped-note";
import { VisitList } from "@/components/sharing/visit-list";
import { wordDay } from "@/components/sharing/when";
import { TopBar } from "@/components/shell/top-bar";
import { describeVisits } from "@/lib/domain/sharing/describe-access";
import { isLive } from "@/lib/domain/sharing/policy";
import { dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { listAccessEvents } from "@/lib/server/data/access-events";
import { listGrants, type GrantRecord } from "@/lib/server/data/grants";
import { requireOwnDiary } from "@/lib/server/own-diary";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Enough for the newest days; "See all" shows what was read. */
const EVENTS_READ = 400;
const VISITS_SHOWN = 5;

export async function generateMetadata(): Promise<Metadata> {
  const { share } = (await getTexts()).sharing;
  return { title: share.title, description: share.description };
}

/** Who can see the diary, what in words, until when, and who looked. Sharing can be stopped here at once. */
export default async function SharePage({ searchParams }: PageProps) {
  const { viewer, diary } = await requireOwnDiary();
  const { common } = await getTexts();
  const t = await getTranslations("sharing.share");
  const { stopped, log } = await searchParams;
  const now = new Date();
  const timeZone = diary.profile.timeZone ?? "UTC";
  const today = dayOf(now, timeZone);
  const [grants, events] = await Promise.all([listGrants(viewer, diary.id), listAccessEvents(viewer, diary.id, { limit: EVENTS_READ })]);
  const live = grants.filter((grant) => isLive(grant, now));
  const ended = grants.filter((grant) => !isLive(grant, now));
  const visits = describeVisits(events);
  const isFull = log === "all";
  const justStopped = ended.find(({ id }) => id === stopped);
  const nameOf = (grant: GrantRecord) => grant.granteeName ?? grant.granteeEmail;
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} />
      <main id="main">
        <h1>{t("title")}</h1>
        <p className="muted mt-1 mb-3.5">{t("lead")}</p>
        {justStopped && <StoppedNote text={t("stopped", { name: nameOf(justStopped) })} />}
        {live.length === 0 && <section className="card"><h2>{t("empty")}</h2><p className="muted mt-1">{t("emptyHint")}</p></section>}
        <div className="grid items-start gap-3.5 min-[900px]:grid-cols-2 min-[900px]:gap-5.5 [&>.card]:mt-0">
          {live.map((grant) => <GrantCard key={grant.id} grant={grant} name={nameOf(grant)} diaryId={diary.id} today={today} timeZone={timeZone} />)}
        </div>
        <div className="row between sect mb-1">
          <h2>{t("whoLooked")}</h2>
          {visits.length > VISITS_SHOWN && <Link className="btn text small px-0" href={isFull ? "/share" : "/share?log=all"} scroll={false}>{t(isFull ? "seeFewer" : "seeAll")}</Link>}
        </div>
        <section className="card px-4 py-0.5">
          {visits.length > 0 ? <VisitList visits={isFull ? visits : visits.slice(0, VISITS_SHOWN)} today={today} timeZone={timeZone} /> : <p className="muted py-3">{t("nobodyLooked")}</p>}
        </section>
        {ended.length > 0 && (
          <>
            <h2 className="sect mb-1">{t("ended")}</h2>
            <section className="card px-4 py-0.5">
              <ul className="list">
                {ended.map((grant) => (
                  <li key={grant.id}><span className="grow"><b className="b">{nameOf(grant)}</b><span className="small muted block">{t("endedOn", { role: t(`role.${grant.role}`), date: wordDay(dayOf(endOf(grant), timeZone), today) })}</span></span></li>
                ))}
              </ul>
            </section>
          </>
        )}
      </main>
    </>
  );
}

/** Whichever came first: it was stopped, or its time was over. */
const endOf = ({ revokedAt, expiresAt }: GrantRecord) => (revokedAt && revokedAt < expiresAt ? revokedAt : expiresAt);
