import type { Metadata } from "next";
import Link from "next/link";
import { WayBack } from "@/components/public/way-back";
import { getTexts } from "@/lib/i18n/texts";

export async function generateMetadata(): Promise<Metadata> {
  const { consent: { deleted } } = await getTexts();
  return { title: deleted.title, description: deleted.description, robots: { index: false } };
}

export default async function AccountDeletedPage() {
  const { consent: { deleted } } = await getTexts();
  return (
    <WayBack icon="check" title={deleted.title}>
      <p className="mt-2">{deleted.text}</p>
      <p className="mt-2 mb-6 text-ink-2">{deleted.copies}</p>
      <Link className="btn primary wide" href="/">{deleted.home}</Link>
    </WayBack>
  );
}
