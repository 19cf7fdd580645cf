import type { Metadata } from "next";
import { SubPage } from "@/components/public/sub-page";
import { TrackerSettings } from "@/components/trackers/tracker-settings";
import { getTexts } from "@/lib/i18n/texts";
import { requireOwnDiary } from "@/lib/server/own-diary";

export async function generateMetadata(): Promise<Metadata> {
  const { trackers } = await getTexts();
  return { title: trackers.title, description: trackers.description };
}

export default async function TrackersPage() {
  const [{ diary }, { more, trackers, common }] = await Promise.all([requireOwnDiary(), getTexts()]);
  return (
    <SubPage title={trackers.title} lead={trackers.lead} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      <TrackerSettings diaryId={diary.id} stored={diary.trackers} texts={trackers} />
    </SubPage>
  );
}
