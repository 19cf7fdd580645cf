import type { Metadata } from "next";
import { OperatorCard } from "@/components/public/operator-card";
import { getTexts } from "@/lib/i18n/texts";
import { operator } from "@/lib/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const { privacy: { imprint } } = await getTexts();
  return { title: imprint.title, description: imprint.description };
}

export default async function ImprintPage() {
  const { privacy: { imprint, operator: texts } } = await getTexts();
  return (
    <>
      <h1>{imprint.title}</h1>
      <p className="mt-1.5 mb-4 text-ink-2">{imprint.lead}</p>
      <OperatorCard texts={texts} operator={operator()} />
      <p className="note urgent mt-4">{imprint.notEmergency}</p>
      <p className="mt-4 text-ink-2">{imprint.software}</p>
    </>
  );
}
