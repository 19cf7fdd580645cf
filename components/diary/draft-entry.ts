import type { Draft } from "@/lib/domain/check-in/flow";
import { dayOf } from "@/lib/domain/time";
import type { FullDraft } from "@/lib/offline/check-in-service";
import type { CheckInWire } from "@/lib/schemas/rule-context";

/** An entry on the page as charts and lists read entries. One that is not kept yet is of this moment. */
export function entryOf({ id, revision, recordedAt, scores, copied, answers }: FullDraft | (Draft & Pick<FullDraft, "scores">), timeZone: string, now: Date): CheckInWire {
  const at = recordedAt ?? now.toISOString();
  return { id: id ?? "", revision, recordedAt: at, timeZone, day: dayOf(new Date(at), timeZone), scores, confirmedUnchanged: copied, answers };
}
