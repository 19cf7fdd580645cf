import type { Metadata } from "next";
import Link from "next/link";
import { HistoryList } from "@/components/diary/history-list";
import { HistoryMonths } from "@/components/diary/history-months";
import { historyTexts, wordMonth, wordTime, wordWeekday } from "@/components/diary/history-words";
import { TopBar } from "@/components/shell/top-bar";
import { parseMonth } from "@/lib/domain/check-in/month";
import { dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";
import { readMonth } from "./read-history";

export async function generateMetadata(): Promise<Metadata> {
  const { history } = await getTexts();
  return { title: history.title, description: history.description };
}

type HistoryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** No loading screen beside it: with one, the entries would come after the page, and never without scripts. */
export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const [{ month: asked }, { viewer, diary }, messages] = await Promise.all([searchParams, requireOwnDiary(), getTexts()]);
  const { history, common } = messages;
  const page = await readMonth(viewer, diary.id, parseMonth(asked), dayOf(new Date(), diary.profile.timeZone ?? "UTC"));
  const texts = historyTexts(messages, diary.profile);
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} back={{ label: common.nav.more, href: "/more" }} />
      <main id="main">
        <h1>{history.title}</h1>
        {page ? (
          <>
            <p className="muted mt-1 mb-4">{history.lead}</p>
            <HistoryMonths label={history.months.label} older={page.older} newer={page.newer} texts={history.months} />
            <div className="mt-6 mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
              <h2>{wordMonth(page.month)}</h2>
              <p className="small muted num">{wordCount(page.entries.length)}</p>
            </div>
            <HistoryList entries={page.entries} texts={texts} />
            {page.removed.length > 0 && (
              <section className="mt-5" aria-label={history.removedTitle}>
                <h3 className="sect">{history.removedTitle}</h3>
                <ul>
                  {page.removed.map(({ id, day, recordedAt, timeZone }) => (
                    <li key={id}><Link className="btn text -ms-2" href={`/history/${id}`} prefetch={false}>{fill(history.removedEntry, { day: wordWeekday(day), time: wordTime(recordedAt, timeZone) })}</Link></li>
                  ))}
                </ul>
              </section>
            )}
            {page.entries.length > 1 && (
              <div className="mt-5"><HistoryMonths label={history.months.labelEnd} older={page.older} newer={page.newer} texts={history.months} /></div>
            )}
          </>
        ) : (
          <section className="card mt-4 max-w-[34rem]">
            <h2>{history.empty}</h2>
            <p className="muted mt-1 mb-4">{history.emptyHint}</p>
            <Link className="btn primary wide" href="/today">{history.toToday}</Link>
          </section>
        )}
      </main>
    </>
  );

  function wordCount(count: number): string {
    if (count === 0) return history.count.none;
    return count === 1 ? history.count.one : fill(history.count.many, { count });
  }
}
