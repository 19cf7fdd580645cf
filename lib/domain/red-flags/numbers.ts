import { DEFAULT_ROW, ROWS, type CountryNumbers, type PhoneNumber } from "@/lib/domain/red-flags/country-numbers";

export { NUMBERS_CHECKED } from "@/lib/domain/red-flags/country-numbers";
export type { CountryNumbers, PhoneNumber, TextLine, WordsOnly } from "@/lib/domain/red-flags/country-numbers";

/** ISO codes with a row of their own, in the order of the specification. Their English names: `Intl.DisplayNames`. */
export const COUNTRIES: readonly string[] = Object.keys(ROWS);

/** The numbers of a country (ISO 3166 alpha-2, in any case); the default row for an unknown or missing one. */
export function numbersFor(country?: string): CountryNumbers {
  const code = country?.trim().toUpperCase();
  const known = code !== undefined && Object.hasOwn(ROWS, code) ? code : null;
  const row = known === null ? DEFAULT_ROW : ROWS[known]!;
  return { alsoEmergency: [], urgentNote: null, crisisText: [], crisisNote: null, ...row, country: known };
}

/** The words for the placeholders {emergency}, {urgent} and {crisis} of rule texts. */
export function placeholdersFor(numbers: CountryNumbers): { emergency: string; urgent: string; crisis: string } {
  const [crisis] = numbers.crisis;
  return {
    emergency: numbers.emergency.show,
    urgent: "words" in numbers.urgent ? numbers.urgent.words : named(numbers.urgent),
    crisis: crisis ? named(crisis) : `a crisis line (${numbers.crisisNote ?? numbers.emergency.show})`,
  };
}

/** "Samaritans (116 123)"; a name that ends in its number ("NHS 111") stands alone. */
const named = ({ name, show }: PhoneNumber): string => (name === undefined ? show : name.endsWith(show) ? name : `${name} (${show})`);
