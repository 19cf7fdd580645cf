import type { Metadata } from "next";
import Link from "next/link";
import { FootLinks } from "@/components/public/foot-links";
import { SubPage } from "@/components/public/sub-page";
import { ALL_RULES, RULES_VERSION } from "@/lib/domain/red-flags/all";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { env } from "@/lib/server/env";
import { requireViewer } from "@/lib/server/viewer";
import packageJson from "@/package.json";

export async function generateMetadata(): Promise<Metadata> {
  const { more } = await getTexts();
  return { title: more.about.title, description: more.about.description };
}

export default async function AboutPage() {
  const [viewer, { more, common, privacy }] = await Promise.all([requireViewer(), getTexts()]);
  const own = await findOwnDiary(viewer);
  const { about } = more;
  const alertsOn = env().DAYMARK_ALERTS;
  const facts = [
    ...(alertsOn ? [[about.rulesVersion, RULES_VERSION]] : []),
    [about.appVersion, packageJson.version],
  ] as const;
  return (
    <SubPage title={about.title} helpLabel={common.help.button} back={{ label: more.title, href: "/more" }}>
      <div className="stack">
        <section className="note urgent" data-statement>
          <h2>{about.statement}</h2>
          <p className="mt-1.5">{fill(common.statement, { emergency: numbersFor(own?.profile.country).emergency.show })}</p>
          {!alertsOn && <p className="mt-1.5 font-semibold">{common.plainDiary}</p>}
        </section>
        <section className="card">
          <h2>{about.notes}</h2>
          <p className="mt-1.5">{common.notesStatement}</p>
        </section>
        {alertsOn && (
          <section className="card">
            <h2>{about.rules}</h2>
            <p className="mt-1.5">{fill(about.rulesText, { count: ALL_RULES.length })}</p>
            <Link className="inline-flex min-h-12 items-center underline" href="/safety">{about.rulesLink}</Link>
          </section>
        )}
        <section className="card">
          <h2>{about.cookies}</h2>
          <p className="mt-1.5">{about.cookiesText}</p>
        </section>
        <dl className="card grid gap-2">
          {facts.map(([name, value]) => <div key={name} className="flex justify-between gap-3"><dt className="text-ink-2">{name}</dt><dd className="num font-semibold wrap-anywhere">{value}</dd></div>)}
          <div><dt className="text-ink-2">{about.licence}</dt><dd>{about.licenceText}</dd></div>
        </dl>
        <FootLinks texts={privacy.foot} />
      </div>
    </SubPage>
  );
}
