import type { Metadata } from "next";
import Link from "next/link";
import { ReloadButton } from "@/components/public/reload-button";
import { WayBack } from "@/components/public/way-back";
import { getTexts } from "@/lib/i18n/texts";

export async function generateMetadata(): Promise<Metadata> {
  const { errors } = await getTexts();
  return { title: errors.offline.title, description: errors.offline.description, robots: { index: false } };
}

export default async function OfflinePage() {
  const { errors: { offline } } = await getTexts();
  return (
    <WayBack icon="saved" title={offline.title}>
      <p className="mt-2">{offline.text}</p>
      <p className="mt-2 mb-6 text-ink-2">{offline.help}</p>
      <ReloadButton label={offline.tryAgain} />
      <Link className="btn line wide mt-2.5" href="/">{offline.home}</Link>
    </WayBack>
  );
}
