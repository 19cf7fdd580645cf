export type TemperatureUnit = "C" | "F";

/** A typed temperature as tenths of a degree Celsius, 33.0 to 43.0; null when it is not one. °F is converted, then rounded. */
export function readTemperature(text: string, unit: TemperatureUnit): number | null {
  const typed = readDecimal(text);
  if (typed === null) return null;
  const celsius = Math.round((unit === "F" ? ((typed - 32) * 5) / 9 : typed) * 10) / 10;
  return celsius >= 33 && celsius <= 43 ? celsius : null;
}

/** A typed timed walk in seconds, 2.0 to 180.0, one decimal; null when it is not one. */
export function readSeconds(text: string): number | null {
  const typed = readDecimal(text);
  if (typed === null) return null;
  const seconds = Math.round(typed * 10) / 10;
  return seconds >= 2 && seconds <= 180 ? seconds : null;
}

/** Point or comma; nothing else counts as a number, and an empty field is not 0. */
function readDecimal(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
