import type { Step } from "@/lib/domain/check-in/flow";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";

type Judged = {
  step: Step;
  alerts: readonly RaisedAlert[];
  /** rules already on the screen for this entry, or answered */
  shown: ReadonlySet<string>;
  /** rules whose entry the person went back to correct */
  correcting: ReadonlySet<string>;
};

/**
 * The emergencies that take the screen now. While the details of a jump are being asked, what the scores alone raise waits for
 * the answers ("Did it start suddenly?"); left unanswered, the scores decide when the details end. While a person corrects an
 * entry its own alert waits until they say that they are done.
 */
export function emergenciesNow({ step, alerts, shown, correcting }: Judged): RaisedAlert[] {
  if (step === "scores" || step === "keys") return [];
  const isClosing = step === "follow-up" || step === "done";
  return alerts.filter(({ ruleId, tier, evidence }) => {
    if (tier !== "EMERGENCY" || shown.has(ruleId)) return false;
    if (correcting.has(ruleId) && !isClosing) return false;
    return step !== "details" || evidence.some(({ field }) => !field.startsWith("scores."));
  });
}
