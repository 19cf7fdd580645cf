import type { CalendarDay } from "@/lib/domain/time";

/** `tel` goes into a `tel:` link as it is; `show` is how people write it; `name` is the service, `note` when or for whom. */
export type PhoneNumber = { tel: string; show: string; name?: string; note?: string };
/** No single number exists: words only, nothing to dial. */
export type WordsOnly = { words: string };
/** `sms` goes into an `sms:` link; `words` say what to text. */
export type TextLine = { sms: string; show: string; words: string };

export type CountryNumbers = {
  /** ISO 3166 alpha-2; null for the default row */
  country: string | null;
  /** the one to call first */
  emergency: PhoneNumber;
  alsoEmergency: PhoneNumber[];
  urgent: PhoneNumber | WordsOnly;
  /** more to know beside the urgent line, or null */
  urgentNote: string | null;
  crisis: PhoneNumber[];
  /** crisis lines by text message */
  crisisText: TextLine[];
  /** hours, other ways: words to show beside the crisis lines, or null */
  crisisNote: string | null;
  /** what a person who cannot speak can do, in words; "none" or "none national" where there is nothing */
  withoutSpeech: string;
  /** which of these were looked up */
  source: string;
};

type Row = Omit<CountryNumbers, "country" | "alsoEmergency" | "urgentNote" | "crisisText" | "crisisNote">
  & Partial<Pick<CountryNumbers, "alsoEmergency" | "urgentNote" | "crisisText" | "crisisNote">>;

/** A number as people write it; what is dialled is the same without spaces and dashes ("#" as a link needs it). */
const phone = (show: string, name?: string, note?: string): PhoneNumber => ({
  tel: show.replace(/[ -]/g, "").replace("#", "%23"),
  show,
  ...(name === undefined ? {} : { name }),
  ...(note === undefined ? {} : { note }),
});
const text = (show: string, words: string): TextLine => ({ sms: show.replace(/[ -]/g, ""), show, words });

/**
 * The last time every row was compared with section 8 of the clinical rules, and the version of Daymark it was done for.
 * Each release needs its own check: a test holds the version to that of the package.
 */
export const NUMBERS_CHECKED: { day: CalendarDay; version: string } = { day: "2026-11-21", version: "0.1.0" };

/**
 * Section 8 of the clinical rules, row by row, in its words (English for every language: names of services stay as they
 * are). Numbers change: check each at every release. `source` says what was looked up; K is general knowledge.
 */
export const ROWS: Readonly<Record<string, Row>> = {
  GB: {
    emergency: phone("999"), alsoEmergency: [phone("112")],
    urgent: phone("111", "NHS 111"), urgentNote: "or 111.nhs.uk",
    withoutSpeech: "text 999 after registering (\"register\" to 999); Relay UK 18000",
    crisis: [phone("116 123", "Samaritans"), phone("111", "NHS 111", "option 2")], crisisText: [text("85258", "text SHOUT to 85258")],
    source: "999 text service looked up (southtees.nhs.uk); rest K",
  },
  IE: {
    emergency: phone("112"), alsoEmergency: [phone("999")],
    urgent: { words: "your GP or out-of-hours GP" },
    withoutSpeech: "text 112 after registering (112.ie)",
    crisis: [phone("116 123", "Samaritans")], crisisText: [text("50808", "text HELLO to 50808")],
    source: "K",
  },
  US: {
    emergency: phone("911"),
    urgent: { words: "the nurse line of your clinic or insurer" },
    withoutSpeech: "text 911 where available",
    crisis: [phone("988")], crisisText: [text("988", "text 988")],
    source: "988 looked up (born-wild.com health page); rest K",
  },
  CA: {
    emergency: phone("911"),
    urgent: phone("811"),
    withoutSpeech: "text with 911 (registered)",
    crisis: [phone("9-8-8")], crisisText: [text("9-8-8", "text 9-8-8")],
    source: "9-8-8 looked up (newswire.ca, 30 Nov 2023); rest K",
  },
  AU: {
    emergency: phone("000"), alsoEmergency: [phone("112", undefined, "from mobiles")],
    urgent: phone("1800 022 222", "Healthdirect"),
    withoutSpeech: "106 (teletypewriter)",
    crisis: [phone("13 11 14", "Lifeline")],
    source: "K (13 11 14 also in a looked-up list)",
  },
  NZ: {
    emergency: phone("111"),
    urgent: phone("0800 611 116", "Healthline"),
    withoutSpeech: "text 111 after registering",
    crisis: [phone("1737")], crisisText: [text("1737", "text 1737")],
    source: "K",
  },
  DE: {
    emergency: phone("112"),
    urgent: phone("116117"),
    withoutSpeech: "nora app; fax 112",
    crisis: [phone("0800 1110111", "TelefonSeelsorge"), phone("0800 1110222", "TelefonSeelsorge"), phone("116 123", "TelefonSeelsorge")],
    source: "crisis looked up (domradio.de, ansbach-evangelisch.de); rest K",
  },
  FR: {
    emergency: phone("15"), alsoEmergency: [phone("112")],
    urgent: phone("15"), urgentNote: "or 116117 where in use",
    withoutSpeech: "114 (text, chat)",
    crisis: [phone("3114")],
    source: "looked up (mamoudzou.yt service-public text; ARS)",
  },
  ES: {
    emergency: phone("112"),
    urgent: { words: "your regional line (061 in many regions)" },
    withoutSpeech: "112 app",
    crisis: [phone("024")],
    source: "024 and 112 looked up (checkpointcanarias.com); rest K",
  },
  IT: {
    emergency: phone("112"), alsoEmergency: [phone("118", undefined, "medical")],
    urgent: phone("116117"), urgentNote: "being rolled out",
    withoutSpeech: "112 Where ARE U app",
    crisis: [phone("02 2327 2327", "Telefono Amico", "10:00 to 24:00")], crisisNote: "outside hours 112",
    source: "crisis looked up (fanpage.it); rest K",
  },
  NL: {
    emergency: phone("112"),
    urgent: { words: "the huisartsenpost of your region" },
    withoutSpeech: "112 app",
    crisis: [phone("113"), phone("0800 0113")],
    source: "113 looked up (nltimes.nl); rest K",
  },
  SE: {
    emergency: phone("112"),
    urgent: phone("1177"),
    withoutSpeech: "112 text after registering",
    crisis: [phone("90101", "Mind")], crisisNote: "112 if in danger",
    source: "90101 looked up (progress.guide; hours to be checked); rest K",
  },
  NO: {
    emergency: phone("113"),
    urgent: phone("116117"),
    withoutSpeech: "text 113 route after registering",
    crisis: [phone("116 123", "Mental Helse")], crisisNote: "113 if in danger",
    source: "looked up (helsenorge.no; progress.guide)",
  },
  DK: {
    emergency: phone("112"),
    urgent: phone("1813", undefined, "Capital Region"), urgentNote: "or lægevagt",
    withoutSpeech: "112 app",
    crisis: [phone("70 201 201", "Livslinien", "not all night")],
    source: "crisis looked up (progress.guide); rest K",
  },
  CH: {
    emergency: phone("144"), alsoEmergency: [phone("112")],
    urgent: { words: "your family doctor or Medgate / local line" },
    withoutSpeech: "Procom relay",
    crisis: [phone("143")],
    source: "looked up (progress.guide; 143.ch)",
  },
  AT: {
    emergency: phone("144"), alsoEmergency: [phone("112")],
    urgent: phone("1450"),
    withoutSpeech: "DEC112 app",
    crisis: [phone("142", "TelefonSeelsorge")],
    source: "K",
  },
  BE: {
    emergency: phone("112"),
    urgent: phone("1733"),
    withoutSpeech: "112 BE app",
    crisis: [phone("1813", undefined, "Dutch"), phone("0800 32 123", undefined, "French"), phone("02 648 40 14", undefined, "English")],
    source: "crisis looked up (brusselstimes.com); rest K",
  },
  PL: {
    emergency: phone("112"), alsoEmergency: [phone("999")],
    urgent: phone("800 190 590"),
    withoutSpeech: "Alarm112 app",
    crisis: [phone("800 70 2222"), phone("116 123")],
    source: "K",
  },
  PT: {
    emergency: phone("112"),
    urgent: phone("808 24 24 24", "SNS 24"),
    withoutSpeech: "112 app MAI112",
    crisis: [phone("1411")],
    source: "looked up (24noticias.sapo.pt)",
  },
  IN: {
    emergency: phone("112"), alsoEmergency: [phone("108", undefined, "ambulance")],
    urgent: { words: "your hospital" },
    withoutSpeech: "112 India app",
    crisis: [phone("14416", "Tele-MANAS")],
    source: "14416 and 112 looked up (theshillongtimes.com, lokmattimes.com); 108 K",
  },
  JP: {
    emergency: phone("119"),
    urgent: phone("#7119"),
    withoutSpeech: "NET119",
    crisis: [phone("0120-279-338", "よりそいホットライン", "24 h"), phone("0120-061-338", "#いのちSOS")],
    source: "crisis looked up (meikikai-home.com, mykoho.jp, mainichi.jp); rest K",
  },
  BR: {
    emergency: phone("192", "SAMU"),
    urgent: phone("136", "Disque Saúde"), urgentNote: "or UPA",
    withoutSpeech: "none national",
    crisis: [phone("188", "CVV")],
    source: "188 looked up (folhadoestado.com.br); rest K",
  },
  ZA: {
    emergency: phone("112", undefined, "from mobiles"), alsoEmergency: [phone("10177")],
    urgent: { words: "your clinic" },
    withoutSpeech: "none national",
    crisis: [phone("0800 567 567", "SADAG")],
    source: "crisis looked up (ewn.co.za); rest K",
  },
};

/** For a country that is unknown or has no row. 112 is the GSM default. */
export const DEFAULT_ROW: Row = {
  emergency: phone("112"),
  urgent: { words: "your doctor or nearest hospital" },
  withoutSpeech: "none",
  crisis: [], crisisNote: "findahelpline.com",
  source: "findahelpline named in a looked-up page; 112 is the GSM default",
};
