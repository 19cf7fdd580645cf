import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** As the server counts: a code takes five tries and lives ten minutes. The server's answer is one word, so the page counts along. */
export const TRIES = 5;
const CODE_MS = 10 * 60_000;

/** Why a code was refused, in words: what is left to try, or that a new code is needed. */
export function wordRefusal({ triesLeft, ageMs }: { triesLeft: number; ageMs: number }, texts: Messages["signIn"]["problems"]): string {
  if (ageMs >= CODE_MS) return texts.codeExpired;
  if (triesLeft <= 0) return texts.noTriesLeft;
  return `${texts.wrongCode} ${triesLeft === 1 ? texts.tryLeft : fill(texts.triesLeft, { count: triesLeft })}`;
}
