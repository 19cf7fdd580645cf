"use client";

import { useEffect, useId, useState } from "react";
import { Numbers } from "@/components/help/numbers";
import type { Place } from "@/components/help/places";
import { HELP_DIALOG_ID } from "@/components/shell/help-dialog-id";
import { numbersFor } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";
import { deviceStorage } from "@/lib/offline/device-storage";

const COUNTRY_KEY = "daymark.country";

type HelpChooserDialogProps = { texts: Messages["common"]; chooser: Messages["errors"]["chooser"]; countries: Place[] };

/** The help dialog for someone whose country we do not know: the default numbers until one is chosen. The choice stays on the device. */
export function HelpChooserDialog({ texts, chooser, countries }: HelpChooserDialogProps) {
  const [country, setCountry] = useState("");
  const id = useId();
  useEffect(() => {
    // After the first paint, so that the page's HTML and the first render in the browser are the same.
    queueMicrotask(() => setCountry(readCountry(countries)));
  }, [countries]);
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
            {countries.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        </div>
        <Numbers texts={texts.help} numbers={numbers} countryName={countries.find(({ value }) => value === numbers.country)?.label ?? null} />
        <p className="mt-6 text-sm text-ink-2">{fill(texts.statement, { emergency: numbers.emergency.show })}</p>
      </div>
    </dialog>
  );
}

/** The kept country, when it still has a row of its own. */
function readCountry(countries: readonly Place[]): string {
  try {
    const kept = deviceStorage().getItem(COUNTRY_KEY) ?? "";
    return countries.some(({ value }) => value === kept) ? kept : "";
  } catch {
    return "";
  }
}

function keepCountry(country: string): void {
  try {
    deviceStorage().setItem(COUNTRY_KEY, country);
  } catch {
    // Storage is refused in some private windows; the choice then lasts as long as the page.
  }
}
