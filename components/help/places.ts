import { COUNTRIES } from "@/lib/domain/red-flags/numbers";

export type Place = { value: string; label: string };

/** Countries with numbers of their own, by name. Named on the server only: browsers spell some names otherwise. */
export function namedCountries(): Place[] {
  return named(COUNTRIES);
}

/** Other countries a person can choose: they get the default numbers. */
export function otherCountries(): Place[] {
  return named(OTHERS.filter((code) => !COUNTRIES.includes(code)));
}

/** The time zones this runtime knows, by name. */
export function timeZones(): Place[] {
  return Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value.replaceAll("_", " ") }));
}

function named(codes: readonly string[]): Place[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return codes.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** ISO 3166 alpha-2, all but those without people who could sign up. */
const OTHERS = (
  "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ "
  + "EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
  + "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK "
  + "PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI "
  + "VN VU WS YE YT ZA ZM ZW"
).split(" ");
