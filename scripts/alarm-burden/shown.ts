import { isAcknowledged, isAlarm, type AlertResponse, type ToldAlert } from "@/lib/domain/alerts/alert";
import { presentationOf, type Form } from "@/lib/domain/alerts/presentation";
import type { JudgedCheckIn } from "@/lib/domain/check-in/check-in";
import type { RaisedAlert, Tier } from "@/lib/domain/red-flags/rule";
import { DAY_MS } from "@/lib/domain/time";
import type { Draw } from "./draw";

export type ShownAlert = { alert: RaisedAlert; ruleId: string; tier: Tier; form: Exclude<Form, "none"> };

/** Longer than any alert is remembered by what decides about showing. */
const REMEMBERED_MS = 100 * DAY_MS;

/** One person's alerts in their order, through the app's own decision of what is put on the screen, and how they are answered. */
export function createShowing(draw: Draw) {
  let known: ToldAlert[] = [];
  return {
    show({ recordedAt }: JudgedCheckIn, raised: readonly RaisedAlert[]): ShownAlert[] {
      const now = recordedAt;
      known = known.filter(({ raisedAt }) => now.getTime() - raisedAt.getTime() <= REMEMBERED_MS);
      answerBeforeCheckIn(known, draw, now);
      if (raised.length === 0) return [];
      const checkInId = now.toISOString();
      const { messages, more, below, quiet } = presentationOf({ checkInId, alerts: raised }, known, now);
      const shown = [...messages, ...more, ...below].flatMap(({ alert, form }): ShownAlert[] =>
        (form === "none" ? [] : [{ alert, ruleId: alert.ruleId, tier: alert.tier, form }]));
      const told = (alert: RaisedAlert, shownAt: Date | null): ToldAlert => {
        const response = shownAt && alert.tier !== "INFO" && draw.chance(0.75) ? answerTo(alert) : null;
        return { ...alert, checkInId, revision: 1, recordedAt: now, raisedAt: now, shownAt, response, respondedAt: response ? now : null };
      };
      known.push(...shown.map(({ alert }) => told(alert, now)), ...quiet.map((alert) => told(alert, null)));
      return shown;
    },
  };
}

const answerTo = (alert: RaisedAlert): AlertResponse => (isAlarm(alert) ? "got-help" : "told-my-team");

/** "Did you get help?" comes before the next check-in: nine of ten then say so. */
function answerBeforeCheckIn(known: readonly ToldAlert[], draw: Draw, now: Date): void {
  for (const alert of known) {
    if (!isAlarm(alert) || isAcknowledged(alert) || !draw.chance(0.9)) continue;
    alert.response = "got-help";
    alert.respondedAt = now;
  }
}
