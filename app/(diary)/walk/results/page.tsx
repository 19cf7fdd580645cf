import type { Metadata } from "next";
import type { ListedResult } from "@/components/walk/result-input";
import { ResultsPage } from "@/components/walk/results-page";
import { beyondVariation } from "@/lib/domain/measures/clinic-change";
import type { ClinicResult } from "@/lib/domain/measures/measure";
import { addDays, dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { listMeasures } from "@/lib/server/data/measures";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { walk } = await getTexts();
  return { title: walk.clinic.title, description: walk.clinic.description, robots: { index: false, follow: false } };
}

const ALL_FROM = "1900-01-01";

/** Results typed in from the clinic: numbers and dates, without a word on what they mean. */
export default async function ClinicResultsPage() {
  const [{ viewer, diary }, { walk, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  const today = dayOf(new Date(), diary.profile.timeZone ?? "UTC");
  const measures = await listMeasures(viewer, { diaryId: diary.id, from: ALL_FROM, to: addDays(today, 1) });
  const results = measures.filter((measure): measure is ClinicResult => measure.kind !== "timed-walk");
  const rows = results.toReversed().map((result) => {
    const { id, kind, day, value, details, createdAt, updatedAt } = result;
    return { id, kind, day, value, details: details as ListedResult["details"], createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(), beyond: beyondVariation(result, results)?.day ?? null };
  });
  return <ResultsPage diaryId={diary.id} results={rows} words={walk.clinic} back={{ label: walk.title, href: "/walk" }} helpLabel={common.help.button} />;
}
