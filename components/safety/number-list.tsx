import { countryName } from "@/components/help/help-dialog";
import { COUNTRIES, numbersFor, NUMBERS_CHECKED, type CountryNumbers, type PhoneNumber } from "@/lib/domain/red-flags/numbers";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** Every number the app can show, by country, with where it comes from. */
export function NumberList({ words }: { words: Messages["safety"]["numbers"] }) {
  return (
    <>
      <p>{fill(words.lead, { date: wordDay(NUMBERS_CHECKED.day), version: NUMBERS_CHECKED.version })}</p>
      <p className="mt-2">{words.travel}</p>
      <ul className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {[...COUNTRIES, undefined].map((code) => {
          const numbers = numbersFor(code);
          const rows = [
            [words.emergency, list(numbers.emergency, ...numbers.alsoEmergency)],
            [words.urgent, urgentOf(numbers)],
            [words.withoutSpeech, numbers.withoutSpeech],
            [words.crisis, crisisOf(numbers)],
            [words.source, numbers.source],
          ] as const;
          return (
            <li key={code ?? ""} data-country={code ?? "default"} className="border-line break-inside-avoid border-t pt-2">
              <h3>{countryName(numbers.country) ?? words.default}</h3>
              <dl className="small mt-1">
                {rows.map(([term, value]) => <div key={term}><dt className="b inline">{term}: </dt><dd className="inline">{value}</dd></div>)}
              </dl>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const wordPhone = ({ show, name, note }: PhoneNumber) => `${name === undefined ? "" : name.endsWith(show) ? `${name.slice(0, -show.length)}` : `${name} `}${show}${note === undefined ? "" : ` (${note})`}`;
const list = (...numbers: PhoneNumber[]) => numbers.map(wordPhone).join(", ");
const urgentOf = ({ urgent, urgentNote }: CountryNumbers) => [("words" in urgent ? urgent.words : wordPhone(urgent)), ...(urgentNote ? [urgentNote] : [])].join(", ");
const crisisOf = ({ crisis, crisisText, crisisNote }: CountryNumbers) =>
  [...crisis.map(wordPhone), ...crisisText.map(({ words }) => words), ...(crisisNote ? [crisisNote] : [])].join(", ");

const wordDay = (day: string) => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
