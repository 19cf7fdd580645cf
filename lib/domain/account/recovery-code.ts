/**
 * Recovery codes as people read and type them: eleven signs in three groups, like "k7mp-3hxr-2fw". The 23 signs leave out every one
 * that can be taken for another (0 o, 1 i l, z, s, b, g q, u), and all vowels, so that no word comes up by chance.
 */
export const RECOVERY_SIGNS = "23456789cdfhjkmnprtvwxy";
export const RECOVERY_LENGTH = 11; // 23 to the power of 11: 49.8 bits
export const RECOVERY_CODES = 10;

/** Signs that no code has, read as the one they are most often taken for. */
const TAKEN_FOR: Record<string, string> = { z: "2", s: "5", b: "8", g: "9", q: "9", u: "v" };
const CODE = new RegExp(`^[${RECOVERY_SIGNS}]{${RECOVERY_LENGTH}}$`);

/** What was typed as the bare code: case and whatever stands between the signs do not matter. Null when it can be no code. */
export function readRecoveryCode(typed: string): string | null {
  const signs = typed.toLowerCase().replace(/[^a-z0-9]/g, "").replace(/[zsbgqu]/g, (sign) => TAKEN_FOR[sign] ?? sign);
  return CODE.test(signs) ? signs : null;
}

/** The code in groups, as it is shown and printed. */
export const groupRecoveryCode = (code: string): string => code.match(/.{1,4}/g)?.join("-") ?? code;

/** A recovery code from random numbers: `pick` gives a whole number from 0 to below `below`. */
export const makeRecoveryCode = (pick: (below: number) => number): string =>
  Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_SIGNS[pick(RECOVERY_SIGNS.length)]).join("");
