import type { Metadata } from "next";
import Link from "next/link";
import { TopBar } from "@/components/shell/top-bar";
import { WideBack } from "@/components/shell/wide-back";
import { Icon } from "@/components/ui/icon";
import { VisitCard } from "@/components/visits/visit-card";
import { dayOf } from "@/lib/domain/time";
import { sortVisits, type Visit } from "@/lib/domain/visits/visit";
import { getTexts } from "@/lib/i18n/texts";
import { listVisits } from "@/lib/server/data/visits";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { visits } = await getTexts();
  return { title: visits.title, description: visits.description };
}

/** The visits to come, the nearest first, and the past ones, the newest first. */
export default async function VisitsPage() {
  const [{ viewer, diary }, { visits: words, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  const today = dayOf(new Date(), diary.profile.timeZone ?? "UTC");
  const { coming, past } = sortVisits(await listVisits(viewer, diary.id), today);
  const isEmpty = coming.length + past.length === 0;
  const list = (visits: readonly Visit[]) => (
    <ol className="grid gap-3.5">
      {visits.map((visit) => <li key={visit.id}><VisitCard diaryId={diary.id} visit={visit} today={today} words={words} /></li>)}
    </ol>
  );
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} back={{ label: common.nav.more, href: "/more" }} />
      <main id="main">
        <div className="max-w-[44rem]">
          <WideBack label={common.nav.more} href="/more" />
          <h1 id="visits-title" tabIndex={-1} className="outline-none">{words.title}</h1>
          <p className="muted mt-1 mb-4">{words.lead}</p>
          {isEmpty && (
            <section className="card">
              <h2>{words.emptyTitle}</h2>
              <p className="muted mt-1">{words.emptyHint}</p>
            </section>
          )}
          {!isEmpty && (
            <section aria-labelledby="coming">
              <h2 id="coming" className="sect">{words.coming}</h2>
              {coming.length > 0 ? list(coming) : <p className="muted">{words.noComing}</p>}
            </section>
          )}
          {past.length > 0 && (
            <section aria-labelledby="past">
              <h2 id="past" className="sect">{words.past}</h2>
              {list(past)}
            </section>
          )}
        </div>
      </main>
      <div className="dock"><div className="max-w-[44rem]"><Link className="btn primary wide" href="/visits/new"><Icon name="plus" />{coming.length === 0 ? words.addFirst : words.add}</Link></div></div>
    </>
  );
}
