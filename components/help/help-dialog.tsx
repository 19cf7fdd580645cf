import { HELP_DIALOG_ID } from "@/components/shell/help-dialog-id";
import { Numbers } from "@/components/help/numbers";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type HelpDialogProps = { texts: Messages["common"]; country: string | undefined };

/**
 * The numbers, inside the page from the first byte, so that they open without a network and nothing typed is lost.
 * Closing is a form of the dialog itself: it needs no script.
 */
export function HelpDialog({ texts, country }: HelpDialogProps) {
  const numbers = numbersFor(country);
  return (
    <dialog id={HELP_DIALOG_ID} className="sheet-dialog noprint" aria-labelledby={`${HELP_DIALOG_ID}-title`}>
      <div className="p-4">
        <div className="row between mb-3">
          <h1 id={`${HELP_DIALOG_ID}-title`}>{texts.help.title}</h1>
          <form method="dialog"><button className="btn line" type="submit">{texts.help.close}</button></form>
        </div>
        <Numbers texts={texts.help} numbers={numbers} countryName={countryName(numbers.country)} />
        <p className="text-ink-2 text-sm mt-6">{fill(texts.statement, { emergency: numbers.emergency.show })}</p>
      </div>
    </dialog>
  );
}

/** The English name of a country; null for the default row. */
export function countryName(country: string | null): string | null {
  return country ? (new Intl.DisplayNames("en", { type: "region" }).of(country) ?? country) : null;
}
