import type { Metadata } from "next";
import { DownloadLink } from "@/components/account/download-link";
import { ImportFlow } from "@/components/data/import-flow";
import { ImportList } from "@/components/data/import-list";
import { SubPage } from "@/components/public/sub-page";
import { shortDay, wordDay } from "@/components/sharing/when";
import { Fold } from "@/components/ui/fold";
import { Icon } from "@/components/ui/icon";
import { dayOf } from "@/lib/domain/time";
import { CSV_KINDS } from "@/lib/domain/transfer/csv-files";
import { getTexts } from "@/lib/i18n/texts";
import { isDiaryEmpty } from "@/lib/server/data/diary-imports";
import { listImports } from "@/lib/server/data/imported-days";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { data } = await getTexts();
  return { title: data.title, description: data.description };
}

/** The diary in and out: files of other diaries and of Daymark's own, and what can be taken along. */
export default async function DataPage() {
  const [{ viewer, diary }, { data: texts, more, common, trackers }] = await Promise.all([requireOwnDiary(), getTexts()]);
  const [imports, isEmpty] = await Promise.all([listImports(viewer, diary.id), isDiaryEmpty(viewer, diary.id)]);
  const device = { userId: viewer.userId, diaryId: diary.id };
  const timeZone = diary.profile.timeZone ?? "UTC";
  const today = dayOf(new Date(), timeZone);
  const listed = imports.map(({ id, kind, createdAt, days, from, to }) => ({
    id, source: texts.sources[kind], on: wordDay(dayOf(createdAt, timeZone), today), days, from: shortDay(from, today), to: shortDay(to, today),
  }));
  return (
    <SubPage title={texts.title} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      <div className="stack">
        <section>
          <h2>{texts.in.title}</h2>
          <p className="mt-1.5">{texts.in.text}</p>
          <p className="muted mt-1.5">{texts.in.history}</p>
          <ImportFlow diary={device} isEmpty={isEmpty} today={today} names={{ ...common.symptoms, ...trackers.names }} texts={texts} />
        </section>
        <section className="sect">
          <h2>{texts.files.title}</h2>
          <ImportList diary={device} imports={listed} texts={texts} />
        </section>
        <section className="sect">
          <h2>{texts.out.title}</h2>
          <p className="mt-1.5 mb-3">{texts.out.text}</p>
          <DownloadLink diaryId={diary.id} label={texts.out.json} />
          <div className="mt-3.5">
            <Fold title={texts.out.csv} answer={texts.out.csvAnswer} isAnswered={false}>
              <ul className="list">
                {CSV_KINDS.map((kind) => (
                  <li key={kind}><a className="flex min-h-12 grow items-center gap-3" href={`/api/diaries/${diary.id}/export/${kind}`} download><Icon name="table" />{texts.out.kinds[kind]}</a></li>
                ))}
              </ul>
            </Fold>
          </div>
          <p className="muted small mt-3">{texts.out.care}</p>
        </section>
      </div>
    </SubPage>
  );
}
