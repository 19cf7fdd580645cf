import type { Metadata } from "next";
import { SafetyDocument } from "@/components/safety/safety-document";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { env } from "@/lib/server/env";
import { findViewer } from "@/lib/server/viewer";
import packageJson from "@/package.json";

export async function generateMetadata(): Promise<Metadata> {
  const { safety } = await getTexts();
  return { title: safety.title, description: safety.description };
}

/** Every rule in plain words, made from the rule list itself, so that anyone can review it: no sign-in, printable. */
export default async function SafetyPage() {
  const [texts, viewer] = await Promise.all([getTexts(), findViewer()]);
  const own = viewer && (await findOwnDiary(viewer));
  return <SafetyDocument texts={texts} alertsOn={env().DAYMARK_ALERTS} appVersion={packageJson.version} country={own?.profile.country} />;
}
