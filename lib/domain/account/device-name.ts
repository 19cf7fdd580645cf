/** Looked for in this order: many browsers also name those they are made from. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|Opera|OPT)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];
const UNKNOWN = "A browser";
const LONGEST = 400;

/**
 * A device as a person knows it, "Chrome on Android", from what its browser says of itself. No version and no model: enough to know
 * one's own again, too little to follow anyone. An iPad that calls itself a Mac is called a Mac.
 * @param userAgent null when the browser says nothing; "A browser" is then the answer, as for anything unknown
 */
export function deviceName(userAgent: string | null): string {
  const said = userAgent?.slice(0, LONGEST) ?? "";
  const [browser, system] = [BROWSERS, SYSTEMS].map((known) => known.find(([pattern]) => pattern.test(said))?.[1]);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? (system ? `${UNKNOWN} on ${system}` : UNKNOWN);
}
