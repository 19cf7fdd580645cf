import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readRelapses } from "@/app/(diary)/relapses/read-relapses";
import { RelapseCard, wordLength } from "@/components/relapse/relapse-card";
import { RelapseStrip, type StripItem } from "@/components/relapse/relapse-strip";
import styles from "@/components/relapse/timeline.module.css";
import { TopBar } from "@/components/shell/top-bar";
import { groupBy } from "@/lib/domain/group-by";
import { addDays, dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";

const STRIP_DAYS = 730;

export async function generateMetadata(): Promise<Metadata> {
  const { relapses } = await getTexts();
  return { title: relapses.title, description: relapses.description };
}

/** What the owner logged of relapses and flare-ups: two years at a glance, then each with its story. */
export default async function RelapsesPage() {
  const { viewer, diary } = await requireOwnDiary();
  const { common } = await getTexts();
  const t = await getTranslations("relapses");
  const today = dayOf(new Date(), diary.profile.timeZone ?? "UTC");
  const relapses = await readRelapses(viewer, diary, today);
  const from = addDays(today, -STRIP_DAYS);
  const since = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${from}T00:00:00Z`));
  const recent = relapses.filter(({ endedOn }) => endedOn === null || endedOn >= from);
  const count = recent.filter(({ status }) => status.startsWith("confirmed")).length;
  const isOpen = relapses.some(({ status, endedOn }) => status !== "not-a-relapse" && endedOn === null);
  const items = recent.map(({ id, status, startedOn, endedOn, days }): StripItem => ({
    id, startedOn, endedOn, length: wordLength(t, days), kind: status === "possible" ? "possible" : status === "not-a-relapse" ? "flare" : "relapse",
  }));
  const kinds = (["relapse", "possible", "flare"] as const).filter((kind) => items.some((item) => item.kind === kind));
  const strip = { items, from, today, words: { from: since.replace(/^(\w{3})\w*/, "$1"), now: t("strip.now") }, label: t("stripLabel", { count, since }) };
  const years = [...groupBy(relapses, ({ startedOn }) => startedOn.slice(0, 4))];
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} />
      <main id="main">
        <h1>{t("title")}</h1>
        {relapses.length === 0 ? (
          <section className="card mt-4"><p>{t("empty")}</p><p className="muted mt-1">{t("emptyHint")}</p></section>
        ) : (
          <>
            <p className="muted mt-1 mb-3.5">{t("count", { count, since })} {t("now", { isOpen: isOpen ? "yes" : "no" })}</p>
            <section className="card max-w-[46rem]">
              <div className="only-narrow"><RelapseStrip {...strip} width={326} /></div>
              <div className="only-wide"><RelapseStrip {...strip} width={794} /></div>
              <ul className="xs muted mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
                {kinds.map((kind) => <li key={kind} className="row gap-1.5"><Key kind={kind} />{t(`strip.${kind}`)}</li>)}
              </ul>
            </section>
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
    </>
  );
}

function Key({ kind }: { kind: StripItem["kind"] }) {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      {kind === "flare" ? <circle cx={8} cy={8} r={6} className="fill-surface stroke-heat" strokeWidth={2.5} />
        : <rect x={1} y={1} width={14} height={14} rx={3} className={kind === "relapse" ? "fill-relapse-line" : "fill-surface stroke-relapse-line"} strokeWidth={kind === "relapse" ? 0 : 2} strokeDasharray={kind === "possible" ? "4 3" : undefined} />}
    </svg>
  );
}
