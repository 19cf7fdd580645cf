import Link from "next/link";
import { HistoryContent, type HistoryEntry } from "@/components/diary/history-content";
import { HistoryImported, type HistoryImportedDay, type SourceNames } from "@/components/diary/history-imported";
import { wordBy, wordTime, wordWeekday, type HistoryTexts } from "@/components/diary/history-words";
import { Icon } from "@/components/ui/icon";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";

type HistoryListProps = {
  /** newest first */
  entries: readonly HistoryEntry[];
  /** days out of other diaries, newest first */
  imported: readonly HistoryImportedDay[];
  texts: HistoryTexts;
  sources: SourceNames;
};

type Item = { day: CalendarDay; key: string } & ({ entry: HistoryEntry } | { imported: HistoryImportedDay });

/** The entries of a month as cards; on wide screens the day stands at the side. What another diary said of a day comes after its entries. */
export function HistoryList({ entries, imported, texts, sources }: HistoryListProps) {
  const items: Item[] = [
    ...entries.map((entry) => ({ day: entry.checkIn.day, key: entry.checkIn.id, entry })),
    ...imported.map((each) => ({ day: each.day, key: each.id, imported: each })),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1));
  return (
    <ol className="grid gap-3.5">
      {items.map((item, place) => {
        // What leads to a day leads to its newest entry.
        const anchor = items[place - 1]?.day === item.day ? {} : { id: `day-${item.day}`, tabIndex: -1 };
        return (
          <li key={item.key} {...anchor} className="card mt-0 grid scroll-mt-4 gap-x-6 gap-y-3 min-[900px]:grid-cols-[15rem_minmax(0,1fr)] min-[900px]:grid-rows-[auto_1fr]">
            {"entry" in item ? <Entry entry={item.entry} texts={texts} /> : <HistoryImported day={item.imported} texts={texts} sources={sources} />}
          </li>
        );
      })}
    </ol>
  );
}

function Entry({ entry, texts }: { entry: HistoryEntry; texts: HistoryTexts }) {
  const { checkIn } = entry;
  const day = wordWeekday(checkIn.day);
  const time = wordTime(checkIn.recordedAt, checkIn.timeZone);
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 min-[900px]:flex-col">
        <h3 className="text-lg">{day}</h3>
        <p className="small muted num">{time}</p>
      </div>
      <div className="min-w-0 min-[900px]:row-span-2"><HistoryContent entry={entry} texts={texts} /></div>
      <div className="border-line flex flex-wrap items-center justify-between gap-x-3 border-t pt-2 min-[900px]:flex-col min-[900px]:items-start min-[900px]:justify-start min-[900px]:border-0 min-[900px]:pt-0">
        <p className="small muted">{wordBy(checkIn, entry.firstTyped, texts.history)}</p>
        <Link className="btn text -my-1 -me-2 min-[900px]:-ms-2" href={`/history/${checkIn.id}`} prefetch={false} aria-label={fill(texts.history.openLong, { day, time })}>
          {texts.history.open}<Icon name="chev" size={20} />
        </Link>
      </div>
    </>
  );
}
