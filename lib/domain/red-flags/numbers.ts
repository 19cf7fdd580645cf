/** `tel` goes into a `tel:` or `sms:` link; `show` is how people write it; `name` is the service, where it has one. */
export type PhoneNumber = { tel: string; show: string; name?: string };
/** No single number exists: words only, nothing to dial. */
export type WordsOnly = { words: string };
export type TextLine = { sms: string; show: string; words: string };

export type CountryNumbers = {
  /** ISO 3166 alpha-2; null for the default row */
  country: string | null;
  emergency: PhoneNumber;
  alsoEmergency: PhoneNumber[];
  urgent: PhoneNumber | WordsOnly;
  /** more to know beside the urgent line, or null */
  urgentNote: string | null;
  crisis: PhoneNumber[];
  /** crisis lines by text message */
  crisisText: TextLine[];
  /** hours, languages, other ways: words to show beside the crisis lines, or null */
  crisisNote: string | null;
  /** what a person who cannot speak can do, in words */
  withoutSpeech: string;
};

/** ISO codes with a row of their own, in the order of the specification. */
export const COUNTRIES: readonly string[] = [];

const DEFAULT: CountryNumbers = {
  country: null, emergency: { tel: "112", show: "112" }, alsoEmergency: [],
  urgent: { words: "your doctor or nearest hospital" }, urgentNote: null,
  crisis: [], crisisText: [], crisisNote: "findahelpline.com", withoutSpeech: "none",
};

/** The numbers of a country; the default row for an unknown or missing one. */
export function numbersFor(_country?: string): CountryNumbers {
  return DEFAULT;
}

/** The words for the placeholders {emergency}, {urgent} and {crisis} of rule texts. */
export function placeholdersFor(numbers: CountryNumbers): { emergency: string; urgent: string; crisis: string } {
  return {
    emergency: numbers.emergency.show,
    urgent: "words" in numbers.urgent ? numbers.urgent.words : numbers.urgent.show,
    crisis: numbers.crisis[0]?.show ?? numbers.crisisNote ?? numbers.emergency.show,
  };
}
