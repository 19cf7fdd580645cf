import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { readPerson, type SharedPerson } from "@/app/(shared)/people/read-person";
import { orderPatients, parseSort, type SortKey } from "@/components/sharing/patient-order";
import { PatientTable, type PatientRow } from "@/components/sharing/patient-table";
import { WaitingNote } from "@/components/sharing/waiting-note";
import { TopBar } from "@/components/shell/top-bar";
import { Icon } from "@/components/ui/icon";
import { getTexts } from "@/lib/i18n/texts";
import { countWaitingDiaries, listSharedDiaries } from "@/lib/server/data/diaries";
import { findFactors } from "@/lib/server/data/factors";
import { requireViewer } from "@/lib/server/viewer";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { patients } = (await getTexts()).sharing;
  return { title: patients.title, description: patients.description };
}

/** Where a clinician lands: everyone who shares with them, largest change first. Nobody watches this page live, and it says so. */
export default async function PatientsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const { common, account } = await getTexts();
  const t = await getTranslations("sharing.patients");
  const { sort: asked, q } = await searchParams;
  const sort = parseSort(asked);
  const query = typeof q === "string" ? q.trim().slice(0, 80) : "";
  const now = new Date();
  const diaries = (await listSharedDiaries(viewer)).filter(({ role }) => role === "clinician");
  const waiting = await countWaitingDiaries(viewer);
  const factors = waiting > 0 ? await findFactors(viewer.userId) : null;
  const people = await Promise.all(diaries.map((diary) => readPerson(viewer, diary, now)));
  const rows = people.map(rowOf);
  const shown = orderPatients(rows.filter(({ name }) => name.toLocaleLowerCase().includes(query.toLocaleLowerCase())), sort);
  const hrefFor = (key: SortKey) => `/patients?${new URLSearchParams({ sort: key, ...(query && { q: query }) }).toString()}`;
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} home="/patients" />
      <main id="main">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1>{t("title")}</h1>
          {rows.length > 0 && (
            <form role="search" className="flex w-full gap-2 min-[700px]:w-auto">
              {sort !== "change" && <input type="hidden" name="sort" value={sort} />}
              <label className="input min-w-0 min-[700px]:w-72">
                <Icon name="search" size={22} /><span className="vh">{t("search")}</span>
                <input type="search" name="q" defaultValue={query} placeholder={t("search")} maxLength={80} className="w-full min-w-0 border-0 bg-transparent text-sm text-ink outline-none placeholder:text-ink-2" />
              </label>
              <button type="submit" className="btn line">{t("searchGo")}</button>
            </form>
          )}
        </div>
        {rows.length > 0 && <p className="muted mt-1.5 mb-4">{t("count", { count: rows.length })} {t("openAlerts", { count: rows.filter(({ hasOpenAlert }) => hasOpenAlert).length })}</p>}
        {factors && <WaitingNote texts={account.waiting} count={waiting} hasStep={factors.passkeys > 0 || factors.hasTotp} />}
        {rows.length === 0 && !factors && <section className="card mt-4"><h2>{t("empty")}</h2><p className="muted mt-1">{t("emptyHint")}</p></section>}
        {rows.length > 0 && shown.length === 0 && (
          <section className="card"><p>{t("searchNone", { query })}</p><Link className="btn text px-0" href="/patients">{t("searchAll")}</Link></section>
        )}
        {shown.length > 0 && <section className="card px-4 py-1 min-[900px]:px-5.5 min-[900px]:pb-2"><PatientTable rows={shown} sort={sort} hrefFor={hrefFor} /></section>}
        <p className="small muted mt-3.5">{shown.length > 0 && t("sortedBy", { by: sort })} {t("notWatched")}</p>
      </main>
    </>
  );
}

function rowOf({ diary, today, change, usual, alerts, latest }: SharedPerson): PatientRow {
  return {
    name: diary.displayName, href: `/patients/${diary.diaryId}`, today, change, mainUsual: change && usual[change.main.score],
    alertCount: alerts && alerts.length, hasOpenAlert: alerts?.some(({ isOpen }) => isOpen) ?? false, lastDay: latest?.day ?? null,
  };
}
