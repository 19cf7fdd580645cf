"use client";

import { useEffect, useId, useState } from "react";
import { Numbers } from "@/components/help/numbers";
import { HELP_DIALOG_ID } from "@/components/shell/help-button";
import { COUNTRIES, numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

const COUNTRY_KEY = "daymark.country";
const NAMES = new Intl.DisplayNames("en", { type: "region" });

type HelpChooserDialogProps = { texts: Messages["common"]; chooser: Messages["errors"]["chooser"] };

/** The help dialog for someone whose country we do not know: the default numbers until one is chosen. The choice stays on the device. */
export function HelpChooserDialog({ texts, chooser }: HelpChooserDialogProps) {
  const [country, setCountry] = useState("");
  const id = useId();
  useEffect(() => {
    // After the first paint, so that the page's HTML and the first render in the browser are the same.
    queueMicrotask(() => setCountry(readCountry()));
  }, []);
  const choose = (value: string) => {
    setCountry(value);
    keepCountry(value);
  };
  const numbers = numbersFor(country || undefined);
  return (
    <dialog id={HELP_DIALOG_ID} className="sheet-dialog noprint" aria-labelledby={`${HELP_DIALOG_ID}-title`}>
      <div className="p-4">
        <div className="row between mb-3">
          <h1 id={`${HELP_DIALOG_ID}-title`}>{texts.help.title}</h1>
          <form method="dialog"><button className="btn line" type="submit">{texts.help.close}</button></form>
        </div>
        <div className="field mb-5">
          <label htmlFor={id}>{chooser.label}</label>
          <select id={id} className="input" value={country} onChange={(event) => choose(event.target.value)}>
            <option value="">{chooser.unknown}</option>
            {COUNTRIES.map((code) => <option key={code} value={code}>{NAMES.of(code)}</option>)}
          </select>
        </div>
        <Numbers texts={texts.help} numbers={numbers} countryName={numbers.country ? (NAMES.of(numbers.country) ?? numbers.country) : null} />
        <p className="mt-6 text-sm text-ink-2">{fill(texts.statement, { emergency: numbers.emergency.show })}</p>
      </div>
    </dialog>
  );
}

/** The kept country, when it still has a row of its own. */
function readCountry(): string {
  try {
    const kept = localStorage.getItem(COUNTRY_KEY) ?? "";
    return COUNTRIES.includes(kept) ? kept : "";
  } catch {
    return "";
  }
}

function keepCountry(country: string): void {
  try {
    localStorage.setItem(COUNTRY_KEY, country);
  } catch {
    // Storage is refused in some private windows; the choice then lasts as long as the page.
  }
}
