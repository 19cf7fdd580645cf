import type { Metadata } from "next";
import Link from "next/link";
import { ConflictNotice } from "@/components/diary/conflict-notice";
import { HistoryDeleted } from "@/components/diary/history-deleted";
import { HistoryJump } from "@/components/diary/history-jump";
import { HistoryList } from "@/components/diary/history-list";
import { HistoryMonths } from "@/components/diary/history-months";
import { historyTexts, wordFullDay, wordMonth, wordTime, wordWeekday } from "@/components/diary/history-words";
import { NoteSearch } from "@/components/diary/note-search";
import { TopBar } from "@/components/shell/top-bar";
import { WideBack } from "@/components/shell/wide-back";
import { monthOf, parseMonth } from "@/lib/domain/check-in/month";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { daySchema } from "@/lib/schemas/values";
import { requireOwnDiary } from "@/lib/server/own-diary";
import { readMonth, readNearDays } from "./read-history";

export async function generateMetadata(): Promise<Metadata> {
  const { history } = await getTexts();
  return { title: history.title, description: history.description };
}

type HistoryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * The entries of a month; `?day=` opens the month of a day, whose anchor is always there. No loading screen beside it: with one, the
 * entries would come after the page, and never without scripts.
 */
export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const [{ month, day: askedDay }, { viewer, diary }, messages] = await Promise.all([searchParams, requireOwnDiary(), getTexts()]);
  const { history, common } = messages;
  const timeZone = diary.profile.timeZone ?? "UTC";
  const day = daySchema.safeParse(askedDay).data ?? null;
  const page = await readMonth(viewer, { diaryId: diary.id, asked: day ? monthOf(day) : parseMonth(month), timeZone });
  const isMissing = page !== null && day !== null && ![...page.entries.map(({ checkIn }) => checkIn), ...page.imported].some((each) => each.day === day);
  const near = isMissing ? await readNearDays(viewer, diary.id, day) : null;
  const texts = historyTexts(messages, diary.profile);
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} back={{ label: common.nav.more, href: "/more" }} />
      <main id="main">
        <WideBack label={common.nav.more} href="/more" />
        <h1>{history.title}</h1>
        {page ? (
          <>
            <p className="muted mt-1 mb-4">{history.lead}</p>
            <ConflictNotice userId={viewer.userId} words={history.conflict} />
            <HistoryJump />
            <NoteSearch diaryId={diary.id} words={history.search}>
              {near && day && (
                <section id={`day-${day}`} tabIndex={-1} className="card mb-5 max-w-[34rem] scroll-mt-4">
                  <h2>{fill(history.noEntry.title, { day: wordFullDay(day) })}</h2>
                  {!near.before && !near.after && <p className="muted mt-1">{history.noEntry.none}</p>}
                  {nearestFirst(day, near).map((each) => (
                    <p key={each}><Link className="btn text -ms-2 text-start" href={`/history?day=${each}#day-${each}`} prefetch={false}>{fill(history.noEntry.nearest, { day: wordFullDay(each) })}</Link></p>
                  ))}
                </section>
              )}
              <HistoryMonths label={history.months.label} older={page.older} newer={page.newer} texts={history.months} />
              <div className="mt-6 mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
                <h2>{wordMonth(page.month)}</h2>
                <p className="small muted num">{wordCount(page.entries.length, page.imported.length)}</p>
              </div>
              <HistoryList entries={page.entries} imported={page.imported} texts={texts} sources={messages.data.sources} />
              {page.removed.length > 0 && (
                <section className="mt-5" aria-label={history.removedTitle}>
                  <h3 className="sect">{history.removedTitle}</h3>
                  <ul>
                    {page.removed.map((entry) => (
                      <li key={entry.id}><Link className="btn text -ms-2" href={`/history/${entry.id}`} prefetch={false}>{fill(history.removedEntry, { day: wordWeekday(entry.day), time: wordTime(entry.recordedAt, entry.timeZone) })}</Link></li>
                    ))}
                  </ul>
                </section>
              )}
              <HistoryDeleted alerts={page.ofDeleted} timeZone={timeZone} texts={texts} />
              {page.entries.length + page.imported.length > 1 && (
                <div className="mt-5"><HistoryMonths label={history.months.labelEnd} older={page.older} newer={page.newer} texts={history.months} /></div>
              )}
            </NoteSearch>
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

  function wordCount(count: number, imported: number): string {
    const { none, one, many, importedOne, importedMany } = history.count;
    if (count + imported === 0) return none;
    const ofImported = imported === 0 ? [] : [imported === 1 ? importedOne : fill(importedMany, { count: imported })];
    return [...(count === 0 ? [] : [count === 1 ? one : fill(many, { count })]), ...ofImported].join(", ");
  }
}

/** The nearer of the two days first; one that is not there is left out. */
function nearestFirst(day: CalendarDay, { before, after }: { before: CalendarDay | null; after: CalendarDay | null }): CalendarDay[] {
  const distance = (each: CalendarDay) => Math.abs(Date.parse(each) - Date.parse(day));
  return [before, after].filter((each) => each !== null).sort((one, other) => distance(one) - distance(other));
}
