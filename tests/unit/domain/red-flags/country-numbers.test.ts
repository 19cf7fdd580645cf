import { describe, expect, it } from "vitest";
import { numbersFor, placeholdersFor, type CountryNumbers, type PhoneNumber } from "@/lib/domain/red-flags/numbers";
import table from "../../../clinical/country-numbers.json";

/** The other way round: what the table says beside the numbers is said, so that no name or hour of a line gets lost. */
const shown = ({ show, name, note }: PhoneNumber) => [show, name, note].filter(Boolean).join(" ");
const everything = ({ emergency, alsoEmergency, urgent, urgentNote, crisis, crisisText, crisisNote }: CountryNumbers) =>
  [...[emergency, ...alsoEmergency, ...crisis].map(shown), "words" in urgent ? urgent.words : shown(urgent), urgentNote, ...crisisText.map(({ words }) => words), crisisNote].filter(Boolean).join(" ");
const wordsOf = (cell: string) => cell.split(/[\s,;():]+/).filter(Boolean);
/** Words of the cells that only join two numbers, or tell how to reach one that is shown. */
const JOINING = new Set(["or", "also", "works", "call", "106", "text", "to"]);

describe("the words beside the numbers", () => {
  it.each(table.map((row) => [row.country, row] as const))("%s: all of the table are said", (country, { emergency, urgent, crisis }) => {
    const said = everything(numbersFor(country === "default" ? undefined : country));
    expect(wordsOf(`${emergency} ${urgent} ${crisis}`).filter((word) => !JOINING.has(word) && !said.includes(word))).toEqual([]);
  });
  it.each([
    ["GB", ["text SHOUT to 85258"]], ["IE", ["text HELLO to 50808"]], ["US", ["text 988"]], ["CA", ["text 9-8-8"]], ["NZ", ["text 1737"]], ["DE", []],
  ])("%s: what to text", (country, words) => {
    expect(numbersFor(country).crisisText.map((line) => line.words)).toEqual(words);
  });
  it("name every number of one service, and none where the table has none", () => {
    const names = (country: string) => numbersFor(country).crisis.map(({ name }) => name);
    expect(names("DE")).toEqual(["TelefonSeelsorge", "TelefonSeelsorge", "TelefonSeelsorge"]);
    expect(names("JP")).toEqual(["よりそいホットライン", "#いのちSOS"]);
    expect(names("GB")).toEqual(["Samaritans", "NHS 111"]);
    expect(numbersFor("FR").urgent).toEqual({ tel: "15", show: "15" });
    expect(Object.keys(numbersFor("US").crisis[0]!)).toEqual(["tel", "show"]);
  });
  it("are whole sentences where there is no number", () => {
    const words = Object.fromEntries(["IE", "US", "ES", "NL", "CH", "IN", "ZA"].map((country) => [country, placeholdersFor(numbersFor(country)).urgent]));
    expect(words).toEqual({
      IE: "your GP or out-of-hours GP", US: "the nurse line of your clinic or insurer", ES: "your regional line (061 in many regions)",
      NL: "the huisartsenpost of your region", CH: "your family doctor or Medgate / local line", IN: "your hospital", ZA: "your clinic",
    });
  });
  it("join each further way to the urgent line", () => {
    const notes = Object.fromEntries(table.flatMap(({ country }) => {
      const { urgentNote } = numbersFor(country);
      return urgentNote === null ? [] : [[country, urgentNote]];
    }));
    expect(notes).toEqual({ GB: "or 111.nhs.uk", FR: "or 116117 where in use", IT: "being rolled out", DK: "or lægevagt", BR: "or UPA" });
  });
  it("fall back on the emergency number where there is neither a crisis line nor a note", () => {
    expect(placeholdersFor({ ...numbersFor("GB"), crisis: [], crisisNote: null }).crisis).toBe("a crisis line (999)");
  });
  it("are dialled without spaces and dashes", () => {
    expect(numbersFor("CA").crisisText[0]!.sms).toBe("988");
    expect(numbersFor("JP").crisis[0]!.tel).toBe("0120279338");
    expect(numbersFor("JP").urgent).toEqual({ tel: "%237119", show: "#7119" });
  });
});
