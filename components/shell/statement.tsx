import Link from "next/link";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

export type StatementTexts = Pick<Messages["common"], "statement" | "localNumber" | "safetyRules">;
type StatementProps = { texts: StatementTexts; country: string | undefined };

/**
 * What this is and is not, at the foot of every page, with the way to the rules. A page that says it in a place of its own
 * (`data-statement`) hides it here.
 */
export function Statement({ texts, country }: StatementProps) {
  return (
    <footer className="foot-statement small muted">
      <p>{fill(texts.statement, { emergency: country === undefined ? texts.localNumber : numbersFor(country).emergency.show })}</p>
      <Link className="noprint inline-flex min-h-12 items-center underline" href="/safety" prefetch={false}>{texts.safetyRules}</Link>
    </footer>
  );
}
