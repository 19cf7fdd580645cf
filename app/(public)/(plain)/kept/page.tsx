import type { Metadata } from "next";
import Link from "next/link";
import { WayBack } from "@/components/public/way-back";
import { getTexts } from "@/lib/i18n/texts";
import { findOwnDiary } from "@/lib/server/data/diaries";
import { requireViewer } from "@/lib/server/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const { consent: { leaving } } = await getTexts();
  return { title: leaving.kept, description: leaving.keptTextAccount, robots: { index: false } };
}

/** After coming back: everything is there again, but that nobody else sees it. */
export default async function KeptPage() {
  const [viewer, { consent: { leaving: texts } }] = await Promise.all([requireViewer(), getTexts()]);
  const diary = await findOwnDiary(viewer);
  return (
    <WayBack icon="check" title={texts.kept}>
      <p className="mt-2 mb-6">{diary ? texts.keptText : texts.keptTextAccount}</p>
      <Link className="btn primary wide" href="/today">{diary ? texts.toToday : texts.goOn}</Link>
      {diary && <Link className="btn line wide mt-2.5" href="/share">{texts.toShare}</Link>}
    </WayBack>
  );
}
