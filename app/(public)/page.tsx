import type { Metadata } from "next";
import Link from "next/link";
import { DemoDoors } from "@/components/account/demo-doors";
import "@/components/charts/charts.css";
import { FootLinks } from "@/components/public/foot-links";
import styles from "@/components/public/landing.module.css";
import { PhonePicture } from "@/components/public/phone-picture";
import { PlainDiaryStrip } from "@/components/public/public-shell";
import { UsualFigure } from "@/components/public/usual-figure";
import { Logo } from "@/components/ui/logo";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { env, publicUrl } from "@/lib/server/env";
import { findViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { landing, common } = await getTexts();
  const title = `${common.brand}: ${landing.title}`;
  return {
    title: { absolute: title },
    description: landing.description,
    metadataBase: new URL(publicUrl()),
    alternates: { canonical: "/" },
    openGraph: { type: "website", siteName: common.brand, title, description: landing.description, url: "/", locale: "en_GB",
      images: [{ url: "/icons/preview.png", width: 1200, height: 630, alt: landing.preview.alt }] },
    twitter: { card: "summary_large_image", title, description: landing.description, images: ["/icons/preview.png"] },
  };
}

export default async function LandingPage() {
  const [{ landing, common, trends, trackers, privacy }, viewer] = await Promise.all([getTexts(), findViewer()]);
  const { DAYMARK_DEMO: isDemo, DAYMARK_ALERTS: alertsOn, DAYMARK_SIGN_UP: signUp } = env();
  const columns = alertsOn ? landing.columns : landing.columns.with(1, landing.columnsPlain);
  return (
    <div className="m">
      <a className="btn line skip-link" href="#main">{common.skip}</a>
      <header className="top mx-auto w-full max-w-[1160px] px-5">
        <Link className="brand min-h-12" href="/"><Logo size={34} />{common.brand}</Link>
        {viewer
          ? <Link className="btn text" href={homeOf(viewer.demoRole)}>{viewer.demoRole && viewer.demoRole !== "owner" ? landing.openPlace : landing.openDiary}</Link>
          : <Link className="btn text" href="/sign-in">{landing.signIn}</Link>}
      </header>
      {!alertsOn && <PlainDiaryStrip text={common.plainDiary} />}
      <main id="main" className="mx-auto w-full max-w-[1160px] px-5 pt-0">
        <section className="grid items-center gap-9 pt-5 pb-3 min-[900px]:grid-cols-[1.15fr_.85fr] min-[900px]:gap-15 min-[900px]:pb-8">
          <div>
            <h1 className={styles.headline}>{landing.headline}</h1>
            <p className="mt-4 max-w-[31em] text-lg leading-[1.45] text-pretty text-ink-2">{landing.lead}</p>
            <div className="mt-6 min-[900px]:max-w-[460px]">
              {isDemo ? (
                <>
                  <h2 className="mb-2.5 text-base font-semibold tracking-normal">{landing.demo.title}</h2>
                  <DemoDoors size="large" texts={landing.demo} labels={landing.demo} />
                  <p className="mt-2.5 text-sm text-ink-2">{landing.demo.hint}</p>
                </>
              ) : (
                <>
                  <Link className="btn primary wide" href="/sign-in">{signUp === "open" ? landing.start.start : landing.start.signIn}</Link>
                  {signUp === "open" && <Link className="btn line wide mt-2.5" href="/sign-in">{landing.start.signIn}</Link>}
                  <p className="mt-2.5 text-sm text-ink-2">{landing.start.hint}</p>
                </>
              )}
            </div>
          </div>
          <PhonePicture texts={landing.phone} common={common} />
        </section>
        <section className="grid gap-6 py-9 min-[900px]:grid-cols-3 min-[900px]:gap-9">
          {columns.map(({ title, text }) => (
            <article key={title} className="border-t-3 border-primary pt-3.5">
              <h2>{title}</h2>
              <p className="mt-1.5 text-ink-2">{text}</p>
            </article>
          ))}
        </section>
        <section className="grid items-center gap-5 min-[900px]:grid-cols-[.7fr_1.3fr] min-[900px]:gap-10">
          <div>
            <h2 className="text-xl tracking-tight">{landing.usual.title}</h2>
            <p className="mt-2 text-ink-2">{landing.usual.text}</p>
          </div>
          <UsualFigure texts={landing.usual} trendTexts={{ ...trends.view, names: { ...common.symptoms, ...trackers.names } }} />
        </section>
        <p className="note urgent mt-7"><b>{landing.notEmergency.title}</b> {fill(landing.notEmergency.text, { emergency: numbersFor().emergency.show })}</p>
      </main>
      <footer className="mx-auto w-full max-w-[1160px] px-5 pt-4 pb-8">
        <nav aria-label={landing.footer.label} className="flex flex-wrap gap-x-6">
          <Link className="inline-flex min-h-12 items-center text-sm underline" href="/help">{landing.footer.help}</Link>
          <Link className="inline-flex min-h-12 items-center text-sm underline" href="/safety">{landing.footer.safety}</Link>
          {!viewer && <Link className="inline-flex min-h-12 items-center text-sm underline" href="/sign-in">{landing.footer.signIn}</Link>}
        </nav>
        <FootLinks texts={privacy.foot} />
        <p className="mt-2 max-w-[46rem] text-sm text-ink-2">{fill(common.statement, { emergency: common.localNumber })}</p>
      </footer>
    </div>
  );
}

const homeOf = (role: "owner" | "caregiver" | "clinician" | null) => (role === "caregiver" ? "/people" : role === "clinician" ? "/patients" : "/today");
