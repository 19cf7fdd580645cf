import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPerson, type SharedPerson } from "@/app/(shared)/people/read-person";
import { AlertCards } from "@/components/sharing/alert-cards";
import { PersonCard } from "@/components/sharing/person-card";
import { TopBar } from "@/components/shell/top-bar";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { listSharedDiaries } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { people } = (await getTexts()).sharing;
  return { title: people.title, description: people.description };
}

/** Where a caregiver lands: how each person's newest day was, and the alerts. */
export default async function PeoplePage() {
  const viewer = await requireViewer();
  const { common } = await getTexts();
  const t = await getTranslations("sharing.people");
  const now = new Date();
  const diaries = (await listSharedDiaries(viewer)).filter(({ role }) => role === "caregiver");
  const people = await Promise.all(diaries.map((diary) => readPerson(viewer, diary, now)));
  const [first, ...others] = people;
  const alerts = people.flatMap(listed);
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} home="/people" />
      <main id="main">
        <h1>{t("title")}</h1>
        {first && <p className="muted mt-1 mb-4">{alertLine(people, alerts.filter(({ isOpen }) => isOpen).length)}</p>}
        {first ? (
          <div className="grid items-start gap-3.5 min-[900px]:grid-cols-[1.15fr_1fr] min-[900px]:gap-5.5">
            <PersonCard {...cardOf(first)} />
            <div className="grid content-start gap-3.5 [&>.card]:mt-0">
              {others.map((person) => <PersonCard key={person.diary.diaryId} {...cardOf(person)} />)}
              <AlertCards reader="caregiver" alerts={alerts} today={dayOf(now, first.timeZone)} isShared={people.some((person) => person.alerts !== null)} />
              <p className="small muted mt-1">{t("danger", { emergency: numbersFor(first.diary.country ?? undefined).emergency.show })}</p>
            </div>
          </div>
        ) : (
          <section className="card mt-4"><h2>{t("empty")}</h2><p className="muted mt-1">{t("emptyHint")}</p></section>
        )}
      </main>
    </>
  );

  function alertLine(all: readonly SharedPerson[], count: number): string {
    const sharing = all.filter((person) => person.alerts !== null).length;
    if (sharing === 0) return t("alertsNotShared");
    return t(sharing === all.length ? "openAlerts" : "openAlertsOf", { count });
  }
}

/** Alerts of everyone in one list: with several people each says whose it is. */
function listed({ diary, alerts, timeZone }: SharedPerson, _index: number, all: readonly SharedPerson[]) {
  return (alerts ?? []).map((alert) => ({ ...alert, timeZone, country: diary.country ?? undefined, ...(all.length > 1 && { name: diary.displayName }) }));
}

function cardOf({ diary, timeZone, today, latest, state, readings, minis }: SharedPerson) {
  return {
    name: diary.displayName, href: `/people/${diary.diaryId}`, timeZone, today, latest, state, readings, minis,
    emergency: numbersFor(diary.country ?? undefined).emergency.show,
  };
}
