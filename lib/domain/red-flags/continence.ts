import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import { lazy } from "@/lib/domain/red-flags/lazy";
import type { Moment } from "@/lib/domain/red-flags/moment";
import type { RecurrenceFindings } from "@/lib/domain/red-flags/recurrence";

export type ContinenceFindings = {
  /** for a catheter user it counts as a blocked catheter, never as this */
  cannotPassUrineIsNew: () => boolean;
  hasNewBladderChange: () => boolean;
  hasNewBowelLeak: () => boolean;
};

export function continenceFindings(m: Moment, recurrence: RecurrenceFindings): ContinenceFindings {
  const { bladder, bowel } = m.checkIn;
  const usual = m.profile.usual;
  const cannotPassUrineIsNew = lazy(() => bladder === "cannot-pass-urine" && usual?.bladder !== "cannot-pass-urine" && usual?.bladder !== "catheter"
    && !recurrence.isRecurrent("cannot pass urine", (x) => x.bladder === "cannot-pass-urine"));
  const isLeakOrHardStart = (x: JudgedCheckIn) => x.bladder === "leaking" || x.bladder === "hard-to-start";
  return {
    cannotPassUrineIsNew,
    hasNewBladderChange: lazy(() => cannotPassUrineIsNew()
      || (isLeakOrHardStart(m.checkIn) && bladder !== usual?.bladder && !recurrence.isRecurrent("leak or hard start", isLeakOrHardStart))),
    hasNewBowelLeak: lazy(() => bowel === "leaking" && usual?.bowel !== "leaking" && !recurrence.isRecurrent("bowel leak", (x) => x.bowel === "leaking")),
  };
}
