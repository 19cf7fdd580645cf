import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { MedicineCard } from "@/components/medicines/medicine-card";
import { PastMedicines } from "@/components/medicines/past-medicines";
import { UndoRemoval } from "@/components/medicines/undo-removal";
import { TopBar } from "@/components/shell/top-bar";
import { WideBack } from "@/components/shell/wide-back";
import { Icon } from "@/components/ui/icon";
import { groupBy } from "@/lib/domain/group-by";
import { isPast, nextDoseOf, type MedicineRecord } from "@/lib/domain/medicines/medicine";
import { addDays, dayOf } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { listMedicineEvents } from "@/lib/server/data/medicine-events";
import { findMedicine, listMedicineRecords } from "@/lib/server/data/medicines";
import { requireOwnDiary } from "@/lib/server/own-diary";

type MedicinesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { medicines } = await getTexts();
  return { title: medicines.title, description: medicines.description };
}

/** What the owner takes and took. `?removed=` offers the way back of what was just removed. */
export default async function MedicinesPage({ searchParams }: MedicinesPageProps) {
  const [{ viewer, diary }, { medicines: words, common, setUp }] = await Promise.all([requireOwnDiary(), getTexts()]);
  const { removed } = await searchParams;
  const timeZone = diary.profile.timeZone ?? "UTC";
  const today = dayOf(new Date(), timeZone);
  const removedId = z.guid().safeParse(removed).data;
  const [records, events, found] = await Promise.all([
    listMedicineRecords(viewer, { diaryId: diary.id, today }),
    listMedicineEvents(viewer, { diaryId: diary.id, from: "1900-01-01", to: addDays(today, 1) }),
    removedId ? findMedicine(viewer, { diaryId: diary.id, id: removedId }) : null,
  ]);
  const gone = found?.isRemoved ? withoutMark(found) : null;
  const byMedicine = groupBy(events, ({ medicineId }) => medicineId);
  const isDue = (record: MedicineRecord) => ["today", "passed"].includes(nextDoseOf(record, today).kind);
  const taken = records.filter((record) => !isPast(record, today));
  const now = [...taken.filter(isDue), ...taken.filter((record) => !isDue(record))]; // what is asked about stands first
  const past = records.filter((record) => isPast(record, today));
  const own = { userId: viewer.userId, diaryId: diary.id };
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} back={{ label: common.nav.more, href: "/more" }} />
      <main id="main">
        <div className="max-w-[44rem]">
          <WideBack label={common.nav.more} href="/more" />
          <h1>{words.title}</h1>
          <p className="muted mt-1 mb-4">{words.lead}</p>
          {gone && <UndoRemoval key={gone.id} diary={own} medicine={gone} words={{ removed: fill(words.removed, { name: gone.name }), undo: words.undo }} problems={setUp.problems} />}
          {records.length === 0 && <section className="card"><h2>{words.emptyTitle}</h2><p className="muted mt-1">{words.emptyHint}</p></section>}
          {records.length > 0 && now.length === 0 && <p className="card">{words.noneNow}</p>}
          <ul className="grid gap-3.5">
            {now.map((medicine) => <li key={medicine.id}><MedicineCard diary={own} medicine={medicine} events={byMedicine.get(medicine.id) ?? []} today={today} timeZone={timeZone} /></li>)}
          </ul>
          {past.length > 0 && <PastMedicines medicines={past} today={today} words={words} />}
          <p className="small muted mt-4">{words.advice}</p>
        </div>
      </main>
      <div className="dock"><div className="max-w-[44rem]"><Link className="btn primary wide" href="/medicines/new" prefetch={false}><Icon name="plus" />{words.add}</Link></div></div>
    </>
  );
}

function withoutMark({ isRemoved: _removed, ...medicine }: MedicineRecord & { isRemoved: boolean }): MedicineRecord {
  return medicine;
}
