import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { HistoryContent } from "@/components/diary/history-content";
import { MoveEntry } from "@/components/diary/move-entry";
import { TwoVersions } from "@/components/diary/two-versions";
import { historyTexts, wordBy, wordFullDay, wordTime, wordUntil, wordWhen } from "@/components/diary/history-words";
import { RemoveEntry, type RemoveEntryProps } from "@/components/diary/remove-entry";
import { TopBar } from "@/components/shell/top-bar";
import { WideBack } from "@/components/shell/wide-back";
import { Icon } from "@/components/ui/icon";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { monthOf } from "@/lib/domain/check-in/month";
import { RULES_VERSION } from "@/lib/domain/red-flags/all";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { requireConsent } from "@/lib/server/own-diary";
import { requireViewer } from "@/lib/server/viewer";
import { readEntry } from "../read-history";

type EntryPageProps = { params: Promise<{ checkInId: string }> };

/** The entry of this address in the viewer's own diary. Anything else is not here, and says no more than that. */
const getEntry = cache(async (checkInId: string) => {
  const viewer = await requireViewer();
  const diary = z.guid().safeParse(checkInId).success ? await findOwnDiary(viewer) : null;
  if (diary) await requireConsent(viewer);
  const entry = diary && (await readEntry(viewer, diary.id, checkInId));
  return entry ? { viewer, diary, ...entry } : notFound();
});

export async function generateMetadata({ params }: EntryPageProps): Promise<Metadata> {
  const { newest } = await getEntry((await params).checkInId);
  const { entry } = (await getTexts()).history;
  return { title: fill(entry.title, { day: wordFullDay(newest.checkIn.day) }), description: entry.description };
}

/** One entry with every version of it. The address names the entry, so a correction is found under the same one. */
export default async function EntryPage({ params }: EntryPageProps) {
  const { viewer, diary, newest, older } = await getEntry((await params).checkInId);
  const messages = await getTexts();
  const { common, history } = messages;
  const texts = historyTexts(messages, diary.profile);
  const { rules: _rules, ...versionTexts } = texts;
  const { checkIn } = newest;
  const list = { label: history.entry.back, href: `/history?month=${monthOf(checkIn.day)}` };
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} back={list} />
      <main id="main">
        <WideBack {...list} />
        <h1>{wordFullDay(checkIn.day)}</h1>
        <p className="muted num mt-1 mb-4">{wordTime(checkIn.recordedAt, checkIn.timeZone)}. {wordBy(checkIn, newest.firstTyped, history)}.</p>
        <TwoVersions
          userId={viewer.userId} texts={versionTexts} storedView={<HistoryContent entry={newest} texts={texts} />}
          stored={{ ...nextOf(checkIn), enteredAt: newest.firstTyped.toISOString(), ...(newest.removedAt && { removed: true as const }) } as CheckInInput}
        >
          <section className="card max-w-[46rem]" aria-label={wordFullDay(checkIn.day)}><HistoryContent entry={newest} texts={texts} /></section>
          {newest.removedAt
            ? <p className="note mt-4 max-w-[46rem]">{fill(history.entry.isRemoved, { when: wordWhen(newest.removedAt, checkIn, history), until: wordUntil(newest.undoUntil ?? newest.removedAt, checkIn.timeZone) })}</p>
            : (
              <div className="mt-4 max-w-[46rem]">
                <Link className="btn primary wide min-[900px]:w-auto min-[900px]:px-8" href={`/today?correct=${checkIn.id}`}><Icon name="pen" />{history.entry.correct}</Link>
                <p className="small muted mt-2 mb-2 text-center min-[900px]:text-start">{history.entry.correctHint}</p>
                <MoveEntry key={checkIn.revision} userId={viewer.userId} diaryId={diary.id} next={nextOf(checkIn)} firstTyped={newest.firstTyped.toISOString()} words={history.move} outcomes={history.remove.outcomes} />
              </div>
            )}
          <RemoveEntry userId={viewer.userId} diaryId={diary.id} next={nextOf(checkIn)} isRemoved={newest.removedAt !== null} words={history.remove} />
        </TwoVersions>
        {older.length > 0 && (
          <section className="max-w-[46rem]">
            <h2 className="sect">{history.entry.earlier}</h2>
            <ol className="grid gap-3.5" reversed>
              {older.map(({ supersededAt, removedAt, undoUntil: _undoUntil, ...entry }) => (
                <li key={entry.checkIn.revision} className="card mt-0">
                  <h3>{fill(history.entry.version, { revision: entry.checkIn.revision })}</h3>
                  <p className="small muted num mb-4">
                    {wordBy(entry.checkIn, entry.firstTyped, history)}. {removedAt ? fill(history.entry.removed, { when: wordWhen(removedAt, entry.checkIn, history) }) : supersededAt && fill(history.entry.replaced, { when: wordWhen(supersededAt, entry.checkIn, history) })}
                  </p>
                  <HistoryContent entry={entry} texts={texts} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </main>
    </>
  );
}

/** The entry as the revision after its newest, without what a device finds in it: the server judges it. */
function nextOf({ id, revision, recordedAt, enteredAt: _enteredAt, day: _day, timeZone, scores, confirmedUnchanged, trackers, note, enteredBy: _enteredBy, ...answers }: CheckIn): RemoveEntryProps["next"] {
  return {
    id, revision: revision + 1, recordedAt: recordedAt.toISOString(), timeZone, scores, confirmedUnchanged, answers, trackers, ...(note && { note }),
    rulesVersion: RULES_VERSION, deviceAlerts: [], deviceCouldNotCheck: [],
  } as RemoveEntryProps["next"];
}
