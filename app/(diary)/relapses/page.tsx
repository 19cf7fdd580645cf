import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { readRelapses, type RelapseView } from "@/app/(diary)/relapses/read-relapses";
import { AnswerPossible } from "@/components/relapse/answer-possible";
import { RelapseCard } from "@/components/relapse/relapse-card";
import { RelapseFigures } from "@/components/relapse/relapse-figures";
import { RelapseStrip, type StripItem } from "@/components/relapse/relapse-strip";
import { StripKey } from "@/components/relapse/strip-key";
import { wordLength, wordTitle } from "@/components/relapse/relapse-words";
import styles from "@/components/relapse/timeline.module.css";
import { WaitingBoard } from "@/components/relapse/waiting-board";
import { wordMonth } from "@/components/relapse/relapse-dates";
import { TopBar } from "@/components/shell/top-bar";
import { Icon } from "@/components/ui/icon";
import { groupBy } from "@/lib/domain/group-by";
import { relapseRate } from "@/lib/domain/relapse/rate";
import { isConfirmedStatus } from "@/lib/domain/relapse/record";
import { addDays, dayOf, daysBetween } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { findFirstDay } from "@/lib/server/data/relapses";
import { requireOwnDiary } from "@/lib/server/own-diary";

const STRIP_DAYS = 730;

export async function generateMetadata(): Promise<Metadata> {
  const { relapses } = await getTexts();
  return { title: relapses.title, description: relapses.description };
}

/** Nobody has said yet what it was, neither the person nor their team. */
const waits = ({ status, teamSaid }: RelapseView) => status === "possible" && teamSaid === null;

/** The owner's relapses and flare-ups: what waits for an answer, two years at a glance, then the whole history, each with its story. */
export default async function RelapsesPage() {
  const { viewer, diary } = await requireOwnDiary();
  const { common, relapseForm } = await getTexts();
  const t = await getTranslations("relapses");
  const today = dayOf(new Date(), diary.profile.timeZone ?? "UTC");
  const [relapses, diaryFrom] = await Promise.all([readRelapses(viewer, diary, today), findFirstDay(viewer, diary.id)]);
  const from = addDays(today, -STRIP_DAYS);
  const since = wordMonth(from);
  const recent = relapses.filter(({ endedOn }) => endedOn === null || endedOn >= from);
  const confirmed = relapses.filter(({ status }) => isConfirmedStatus(status));
  const count = confirmed.filter((relapse) => recent.includes(relapse)).length;
  const isOpen = confirmed.some(({ endedOn }) => endedOn === null);
  const items = recent.map((relapse) => toItem(relapse));
  const kinds = (["relapse", "possible", "flare"] as const).filter((kind) => items.some((item) => item.kind === kind));
  const strip = { items, from, today, words: { from: since.replace(/^(\w{3})\w*/, "$1"), now: t("strip.now") }, label: t("stripLabel", { count, since }) };
  const [waiting, told] = [relapses.filter(waits), relapses.filter((relapse) => !waits(relapse))];
  const years = [...groupBy(told, ({ startedOn }) => startedOn.slice(0, 4))];
  const last = confirmed[0] ? { ...confirmed[0], days: daysBetween(confirmed[0].startedOn, today) } : null;
  const rate = relapseRate({ starts: confirmed.map(({ startedOn }) => startedOn), diaryFrom, today });

  function toItem({ id, status, startedOn, endedOn, startPrecision, endPrecision }: RelapseView): StripItem {
    const isToTheDay = startPrecision === "day" && endPrecision !== "month";
    return {
      id, startedOn, endedOn: endedOn ?? (status === "not-a-relapse" ? startedOn : null), kind: status === "possible" ? "possible" : status === "not-a-relapse" ? "flare" : "relapse",
      length: isToTheDay ? wordLength(t, daysBetween(startedOn, endedOn ?? today) + 1) : "",
    };
  }

  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} />
      <main id="main">
        <h1>{t("title")}</h1>
        {relapses.length === 0 ? (
          <section className="card mt-4 max-w-[46rem]"><p>{t("empty")}</p><p className="muted mt-1">{t("emptyHint")}</p></section>
        ) : (
          <p className="muted mt-1 mb-3.5">{t("count", { count, since })} {t("now", { isOpen: isOpen ? "yes" : "no" })}</p>
        )}
        <WaitingBoard>
          {waiting.length > 0 && (
            <section id="waiting" className="mb-5 scroll-mt-4" aria-labelledby="waiting-title">
              <h2 id="waiting-title">{t("waiting.title")}</h2>
              <p className="small muted mt-1 mb-3 max-w-[46rem]">{t("waiting.lead")} {t("waiting.later")}</p>
              <ol>
                {waiting.map((relapse) => (
                  <RelapseCard key={relapse.id} relapse={relapse} today={today}>
                    <p className="small muted mt-2">{t(relapse.foundBy === "rules" ? "waiting.leadFound" : "waiting.leadTold")}</p>
                    <AnswerPossible diary={{ userId: viewer.userId, diaryId: diary.id }} relapseId={relapse.id} updatedAt={relapse.updatedAt} title={wordTitle(t, relapse)} words={relapseForm} />
                    <Link className="btn text -ms-2 mt-1 min-h-12" href={`/relapses/${relapse.id}`}><Icon name="pen" size={20} />{t("change")}</Link>
                  </RelapseCard>
                ))}
              </ol>
            </section>
          )}
        </WaitingBoard>
        {relapses.length > 0 && (
          <>
            {items.length > 0 && (
              <section className="card max-w-[46rem]">
                <div className="only-narrow"><RelapseStrip {...strip} width={326} /></div>
                <div className="only-wide"><RelapseStrip {...strip} width={794} /></div>
                <StripKey kinds={kinds} />
              </section>
            )}
            <RelapseFigures last={last} rate={rate} today={today} />
            {years.map(([year, entries]) => (
              <section key={year} className={`${styles.line} mt-5`}>
                <h2 className={styles.year}>{year}</h2>
                <ol>{entries.map((relapse) => <RelapseCard key={relapse.id} relapse={relapse} today={today} />)}</ol>
              </section>
            ))}
            <p className="small muted">{t("emptyHint")}</p>
          </>
        )}
      </main>
      <div className="dock"><div className="max-w-[46rem]"><Link className="btn primary wide" href="/relapses/new"><Icon name="plus" size={24} />{t("add")}</Link></div></div>
    </>
  );
}
