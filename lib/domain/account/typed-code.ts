/** Crockford's letters: no I, L, O or U, so that nothing is taken for a digit. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
const GROUP = 4;
/** What people read into a code that is not in it. */
const MISREAD: Record<string, string> = { I: "1", L: "1", O: "0" };

/**
 * A code that travels by mail and can be typed by hand: 16 letters and digits, made of 80 bits.
 * @param bytes random, or a keyed hash; the first ten count
 * @throws RangeError when there are fewer
 */
export function makeTypedCode(bytes: Uint8Array): string {
  if (bytes.length < 10) throw new RangeError("A code needs ten bytes");
  let bits = 0n;
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: LENGTH }, (_, place) => LETTERS[Number((bits >> BigInt(5 * (LENGTH - 1 - place))) & 31n)]).join("");
}

/** The code as it is shown: "7GK2-Q0ZB-M4T9-XW3D". */
export const showTypedCode = (code: string): string => code.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? "";

/** The code in what a person typed: in any case, with spaces or hyphens, with letters that look like digits. Null when it cannot be one. */
export function readTypedCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, "").replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter);
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}
