import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { namedCountries, otherCountries, timeZones } from "@/components/help/places";
import { toMedicineInput } from "@/components/medicines/medicine-input";
import { partTexts } from "@/components/setup/section-props";
import { SetUp } from "@/components/setup/set-up";
import { emptyDiary, toDiaryInput } from "@/components/setup/stored-diary";
import { TopBar } from "@/components/shell/top-bar";
import { getTexts } from "@/lib/i18n/texts";
import { countWaitingDiaries, findOwnDiary, listSharedDiaries } from "@/lib/server/data/diaries";
import { dayOf } from "@/lib/domain/time";
import { listMedicineRecords } from "@/lib/server/data/medicines";
import { requireConsent } from "@/lib/server/own-diary";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { setUp } = await getTexts();
  return { title: setUp.title, description: setUp.description };
}

type SetUpPageProps = { searchParams: Promise<{ own?: string }> };

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const [viewer, texts, { own: isWanted }] = await Promise.all([requireViewer(), getTexts(), searchParams]);
  const { setUp, common } = texts;
  const own = await findOwnDiary(viewer);
  // Who is here for someone else's diary is asked about one of their own only when they want one.
  const [shared] = own || isWanted ? [] : await listSharedDiaries(viewer);
  if (shared) redirect(shared.role === "clinician" ? "/patients" : "/people");
  if (!own && !isWanted && (await countWaitingDiaries(viewer)) > 0) redirect("/patients");
  await requireConsent(viewer, isWanted ? "/set-up?own=1" : "/set-up");
  const medicines = own ? (await listMedicineRecords(viewer, { diaryId: own.id, today: dayOf(new Date(), own.profile.timeZone ?? "UTC") })).map(toMedicineInput) : [];
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} home="/" />
      {/* One question after the other: the tabs come back when it is done. */}
      <main id="main" data-hide-tabs className="flex flex-col">
        {viewer.demoRole && <p className="note info mx-auto mb-4 w-full max-w-[38rem] text-sm">{setUp.demoNote}</p>}
        <SetUp
          texts={setUp} common={partTexts(texts)}
          places={{ countries: namedCountries(), others: otherCountries(), zones: timeZones() }}
          diaryId={own?.id ?? null} stored={own ? toDiaryInput(own) : emptyDiary(viewer)}
          typedName={own?.displayName ?? viewer.name ?? ""} medicines={medicines}
        />
      </main>
    </>
  );
}
