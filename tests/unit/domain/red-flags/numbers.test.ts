import { describe, expect, it } from "vitest";
import { COUNTRIES, numbersFor, NUMBERS_CHECKED, placeholdersFor, type CountryNumbers, type PhoneNumber } from "@/lib/domain/red-flags/numbers";
import packageJson from "@/package.json";
import table from "../../../clinical/country-numbers.json";

/** The table of the specification, cell by cell. */
const rows = table.map((row) => [row.country, row] as const);
const of = (country: string) => numbersFor(country === "default" ? undefined : country);
const digits = (text: string) => [...new Set(text.match(/\d+/g) ?? [])].sort();
const phoneText = ({ show, name, note }: PhoneNumber) => [show, name, note].filter(Boolean).join(" ");
const urgentText = ({ urgent, urgentNote }: CountryNumbers) => [("words" in urgent ? urgent.words : phoneText(urgent)), urgentNote].filter(Boolean).join(" ");
const crisisText = ({ crisis, crisisText: lines, crisisNote }: CountryNumbers) => [...crisis.map(phoneText), ...lines.map(({ words, show }) => `${words} ${show}`), crisisNote].filter(Boolean).join(" ");
/** Words that stand in the code only to make a sentence of the cell. */
const CELL_WORDS = /^(text|your|the|of|to|call)$/;
const foreign = (text: string, cell: string) => text.split(/[\s,;()]+/).filter((word) => word && !CELL_WORDS.test(word) && !cell.includes(word));

describe("the numbers of each country", () => {
  it("are those of the table, country by country", () => {
    expect([...COUNTRIES, "default"]).toEqual(rows.map(([country]) => country));
  });
  it.each(rows)("%s: every number of every cell, and no other", (country, cells) => {
    const numbers = of(country);
    const emergencies = [numbers.emergency, ...numbers.alsoEmergency].map(phoneText).join(" ");
    // AU names 106 here too: a teletypewriter, so it stands with "without speech" and is never a number to ring.
    const toRead = country === "AU" ? " 106" : "";
    expect(digits(emergencies + toRead)).toEqual(digits(cells.emergency));
    expect(digits(urgentText(numbers))).toEqual(digits(cells.urgent));
    expect(digits(crisisText(numbers))).toEqual(digits(cells.crisis));
    expect(numbers.withoutSpeech).toBe(cells.withoutSpeech);
    expect(numbers.source).toBe(cells.source);
  });
  it.each(rows)("%s: the first number to call is the first of the table, and names are those of the table", (country, cells) => {
    const numbers = of(country);
    expect(cells.emergency.startsWith(numbers.emergency.show)).toBe(true);
    for (const number of [...numbers.alsoEmergency, ...numbers.crisis]) expect(`${cells.emergency} ${cells.crisis}`).toContain(number.show);
    const [firstCrisis] = numbers.crisis;
    if (firstCrisis) expect(cells.crisis.startsWith(firstCrisis.name ?? firstCrisis.show)).toBe(true);
    expect(foreign(urgentText(numbers), cells.urgent)).toEqual([]);
    expect(foreign(crisisText(numbers), cells.crisis)).toEqual([]);
  });
  it.each(rows)("%s can be dialled, and has words for every placeholder", (country) => {
    const numbers = of(country);
    expect(numbers.country).toBe(country === "default" ? null : country);
    for (const { tel, show } of [numbers.emergency, ...numbers.alsoEmergency, ...("words" in numbers.urgent ? [] : [numbers.urgent]), ...numbers.crisis]) {
      expect(tel).toMatch(/^(%23)?\d{2,12}$/);
      expect(show.replace(/\D/g, "")).toBe(tel.replace("%23", ""));
    }
    for (const { sms, show, words } of numbers.crisisText) {
      expect(sms).toMatch(/^\d{3,6}$/);
      expect(show.replace(/\D/g, "")).toBe(sms);
      expect(words).toContain("text");
    }
    expect(numbers.crisis.length > 0 || numbers.crisisNote !== null).toBe(true);
    for (const words of Object.values(placeholdersFor(numbers))) expect(words).toMatch(/\S/);
  });

  it.each([undefined, "", "XX", "UK", "toString", "constructor", "__proto__", "GBR", "G B"])("%s is unknown: the default row as written", (country) => {
    expect(numbersFor(country)).toEqual({ country: null, emergency: { tel: "112", show: "112" }, alsoEmergency: [], urgent: { words: "your doctor or nearest hospital" }, urgentNote: null,
      withoutSpeech: "none", crisis: [], crisisText: [], crisisNote: "findahelpline.com", source: "findahelpline named in a looked-up page; 112 is the GSM default" });
  });
  it.each([["gb", "999"], ["Us", "911"], [" jp ", "119"]])("%s is known however it is written", (country, emergency) => {
    expect(numbersFor(country)).toEqual(numbersFor(country.trim().toUpperCase()));
    expect(numbersFor(country).emergency.show).toBe(emergency);
  });
  it("words the placeholders", () => {
    expect(placeholdersFor(numbersFor("GB"))).toEqual({ emergency: "999", urgent: "NHS 111", crisis: "Samaritans (116 123)" });
    expect(placeholdersFor(numbersFor("AU"))).toEqual({ emergency: "000", urgent: "Healthdirect (1800 022 222)", crisis: "Lifeline (13 11 14)" });
    expect(placeholdersFor(numbersFor("US"))).toEqual({ emergency: "911", urgent: "the nurse line of your clinic or insurer", crisis: "988" });
    expect(placeholdersFor(numbersFor())).toEqual({ emergency: "112", urgent: "your doctor or nearest hospital", crisis: "a crisis line (findahelpline.com)" });
  });
});

describe("the check of the numbers", () => {
  it("was made for this release: compare every row with its table again before the version is raised, then write it down", () => {
    expect(NUMBERS_CHECKED.version).toBe(packageJson.version);
    expect(NUMBERS_CHECKED.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(Date.parse(NUMBERS_CHECKED.day)).not.toBeNaN();
  });
});
