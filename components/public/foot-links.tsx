import Link from "next/link";
import type { Messages } from "@/lib/i18n/messages";

const LINK = "inline-flex min-h-12 items-center text-sm underline";

/** Who runs this and what they keep: one tap from every page before the diary, and from More. */
export function FootLinks({ texts }: { texts: Messages["privacy"]["foot"] }) {
  return (
    <nav aria-label={texts.label} className="noprint flex flex-wrap gap-x-6">
      <Link className={LINK} href="/privacy" prefetch={false}>{texts.privacy}</Link>
      <Link className={LINK} href="/imprint" prefetch={false}>{texts.imprint}</Link>
    </nav>
  );
}
