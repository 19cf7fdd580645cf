import Link from "next/link";
import { StepHead } from "@/components/account/step-head";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** Below so many codes, making new ones is what to do next. */
const FEW = 2;

/** After switching on: what has changed, and the way in for the day the phone is lost. */
export function SecondStepDone({ texts: { done }, codesLeft }: { texts: Messages["secondStep"]; codesLeft: number }) {
  const next = codesLeft === 0 ? done.next : codesLeft === 1 ? done.haveCode : fill(done.haveCodes, { count: codesLeft });
  return (
    <>
      <StepHead title={done.title} lead={done.text} />
      <p className="text-ink-2">{done.others}</p>
      <p className="note info mt-4">{next}</p>
      <Link className="btn primary wide mt-6" href="/more/account/recovery-codes">{codesLeft < FEW ? done.goCodes : done.seeCodes}</Link>
      <Link className="btn text wide mt-1" href="/more/account">{done.later}</Link>
    </>
  );
}
