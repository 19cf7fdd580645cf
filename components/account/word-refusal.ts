import type { Trouble } from "@/components/account/ask";
import { fill } from "@/lib/i18n/fill";

type RefusalTexts = { wrongCode: string; triesLeft: string; tryLeft: string };
type TroubleTexts = { offline: string; server: string; tooMany: string; tooManyOne: string };

/** That a code did not match, and how many tries are left as the server told; without a number nothing is said of tries. */
export function wordRefusal(triesLeft: number | undefined, texts: RefusalTexts): string {
  if (triesLeft === undefined) return texts.wrongCode;
  return `${texts.wrongCode} ${triesLeft === 1 ? texts.tryLeft : fill(texts.triesLeft, { count: triesLeft })}`;
}

/** What to do when no answer came. */
export function wordTrouble(trouble: Trouble, texts: TroubleTexts): string {
  if (trouble.kind === "offline") return texts.offline;
  if (trouble.kind !== "tooMany") return texts.server;
  return trouble.minutes === 1 ? texts.tooManyOne : fill(texts.tooMany, { minutes: trouble.minutes });
}
