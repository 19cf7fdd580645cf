import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { RecurrenceFindings } from "@/lib/domain/red-flags/recurrence";

export type ContinenceFindings = {
  /** for a catheter user it counts as a blocked catheter, never as this */
  cannotPassUrineIsNew: () => boolean;
  /** stated; or a catheter user newly cannot pass urine */
  catheterIsBlocked: () => boolean;
  hasNewBladderChange: () => boolean;
  /** leaking or hard to start, which differs from the usual and is not recurrent */
  hasNewLeakOrHardStart: () => boolean;
  hasNewBowelLeak: () => boolean;
};

export function continenceFindings(m: Moment, recurrence: RecurrenceFindings): ContinenceFindings {
  const { bladder, bowel } = m.checkIn;
  const usual = m.profile.usual;
  const cannotPassUrine = lazy(() => bladder === "cannot-pass-urine" && usual?.bladder !== "cannot-pass-urine"
    && !recurrence.isRecurrent("cannot pass urine", (x) => x.bladder === "cannot-pass-urine"));
  const usesCatheter = usual?.bladder === "catheter";
  const cannotPassUrineIsNew = () => !usesCatheter && cannotPassUrine();
  const isLeakOrHardStart = (x: JudgedCheckIn) => x.bladder === "leaking" || x.bladder === "hard-to-start";
  const hasNewLeakOrHardStart = lazy(() =>
    isLeakOrHardStart(m.checkIn) && bladder !== usual?.bladder && !recurrence.isRecurrent("leak or hard start", isLeakOrHardStart));
  return {
    cannotPassUrineIsNew,
    catheterIsBlocked: () => bladder === "catheter-blocked" || (usesCatheter && cannotPassUrine()),
    hasNewBladderChange: () => cannotPassUrineIsNew() || hasNewLeakOrHardStart(),
    hasNewLeakOrHardStart,
    hasNewBowelLeak: lazy(() => bowel === "leaking" && usual?.bowel !== "leaking" && !recurrence.isRecurrent("bowel leak", (x) => x.bowel === "leaking")),
  };
}
