import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { HelpDialog } from "@/components/help/help-dialog";
import { PublicShell } from "@/components/public/public-shell";
import { WayBack } from "@/components/public/way-back";
import { getTexts } from "@/lib/i18n/texts";
import { env } from "@/lib/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const { errors } = await getTexts();
  return { title: errors.notFound.title, description: errors.notFound.text, robots: { index: false } };
}

/**
 * One answer for "not there" and "not yours". It reads no database, so that it also stands when that is away.
 * It is part of every page, and there more than once, so its help dialog is the plain one that brings no script, and it is made once.
 */
export default async function NotFound() {
  return <>{await page()}</>;
}

const page = cache(async () => {
  const texts = await getTexts();
  const { notFound } = texts.errors;
  return (
    <PublicShell texts={texts.common} help={<HelpDialog texts={texts.common} country={undefined} />} alertsOn={env().DAYMARK_ALERTS}>
      <WayBack icon="search" title={notFound.title}>
        <p className="mt-2 mb-6">{notFound.text}</p>
        <Link className="btn primary wide" href="/">{notFound.home}</Link>
      </WayBack>
    </PublicShell>
  );
});
