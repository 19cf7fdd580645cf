import Link from "next/link";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type WaitingNoteProps = {
  texts: Messages["account"]["waiting"];
  /** how many diaries wait for the second step; at least 1 */
  count: number;
  /** whether the account has a second step that can be given now */
  hasStep: boolean;
};

/** For a clinician who signed in with a code by mail alone: patients are there, and open after a second step. No names before it. */
export function WaitingNote({ texts, count, hasStep }: WaitingNoteProps) {
  return (
    <section className="note info mt-4 max-w-[38rem]">
      <h2>{count === 1 ? texts.one : fill(texts.many, { count })}</h2>
      <p className="mt-1.5 mb-4">{hasStep ? texts.text : texts.textSetUp}</p>
      <Link className="btn primary wide" href={hasStep ? "/more/account/confirm?need=second-step&returnTo=/patients" : "/more/account"}>{hasStep ? texts.confirm : texts.setUp}</Link>
    </section>
  );
}
