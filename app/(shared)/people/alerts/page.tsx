import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AlertList } from "@/components/sharing/alert-list";
import { TopBar } from "@/components/shell/top-bar";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { groupAlerts } from "@/lib/domain/sharing/describe-alerts";
import { addDays, dayOf } from "@/lib/domain/time";
import { getTexts } from "@/lib/i18n/texts";
import { listAlerts } from "@/lib/server/data/alerts";
import { listSharedDiaries } from "@/lib/server/data/diaries";
import { env } from "@/lib/server/env";
import { requireViewer, type Viewer } from "@/lib/server/viewer";

const ALERT_DAYS = 84;

export async function generateMetadata(): Promise<Metadata> {
  const { alerts } = (await getTexts()).sharing;
  return { title: alerts.title, description: alerts.description };
}

/** Everything a caregiver may know of alerts, of all the people who share them, newest first. */
export default async function CaregiverAlertsPage() {
  const viewer = await requireViewer();
  const { common } = await getTexts();
  const t = await getTranslations("sharing");
  const now = new Date();
  const diaries = (await listSharedDiaries(viewer)).filter(({ role }) => role === "caregiver");
  const sharing = diaries.filter(({ scopes }) => env().DAYMARK_ALERTS && scopes.includes("alerts:read"));
  const alerts = (await Promise.all(sharing.map((diary) => readAlerts(viewer, diary, now, diaries.length > 1)))).flat()
    .sort((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime());
  const timeZone = diaries[0]?.timeZone ?? "UTC";
  return (
    <>
      <TopBar title={common.brand} helpLabel={common.help.button} home="/people" />
      <main id="main">
        <div className="max-w-[44rem]">
          <h1>{t("alerts.title")}</h1>
          <p className="muted mt-1 mb-4">{sharing.length === 0 ? t("people.alertsNotShared") : t("alerts.lead")}</p>
          {sharing.length > 0 && (
            <section className="card pb-1 min-[900px]:px-5.5" aria-label={t("alerts.title")}>
              {alerts.length > 0 ? <AlertList alerts={alerts} today={dayOf(now, timeZone)} reader="caregiver" /> : <p className="muted pb-3">{t("alerts.none")}</p>}
            </section>
          )}
          <p className="small muted mt-4">{t("alerts.live")} {t("people.danger", { emergency: numbersFor(diaries[0]?.country ?? undefined).emergency.show })}</p>
        </div>
      </main>
    </>
  );
}

async function readAlerts(viewer: Viewer, { diaryId, displayName, timeZone, country }: Awaited<ReturnType<typeof listSharedDiaries>>[number], now: Date, isNamed: boolean) {
  const zone = timeZone ?? "UTC";
  const today = dayOf(now, zone);
  const rows = await listAlerts(viewer, { diaryId, from: addDays(today, -ALERT_DAYS), to: addDays(today, 1) });
  return groupAlerts(rows, now).map((alert) => ({ ...alert, timeZone: zone, country: country ?? undefined, ...(isNamed && { name: displayName }) }));
}
