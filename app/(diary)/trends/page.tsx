import type { Metadata } from "next";
import { TrendsView } from "@/components/charts/trends-view";
import { TopBar } from "@/components/shell/top-bar";
import { dayOf } from "@/lib/domain/time";
import { parseComparison } from "@/lib/domain/trends/compare";
import { parseRange } from "@/lib/domain/trends/range";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";
import { readTrends } from "./read-trends";

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = (await getTexts()).trends;
  return { title, description };
}

type TrendsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** No loading screen beside it: with one, the sentence and the charts would come after the page, and never without scripts. */
export default async function TrendsPage({ searchParams }: TrendsPageProps) {
  const [{ range, view, compare }, { viewer, diary }, { trends: texts, trackers, common }] = await Promise.all([searchParams, requireOwnDiary(), getTexts()]);
  const now = new Date();
  const timeZone = diary.profile.timeZone ?? "UTC";
  const trends = await readTrends(viewer, diary, { range: parseRange(range), comparison: parseComparison(compare), trackers: diary.trackers, now, today: dayOf(now, timeZone), timeZone });
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} />
      <main id="main">
        <TrendsView title={texts.title} trends={trends} texts={{ ...texts.view, names: { ...common.symptoms, ...trackers.names } }} asTable={view === "table"} entriesHref="/history" />
      </main>
    </>
  );
}
