import { writeAnswer } from "@/lib/domain/check-in/answers";
import { meanOfRuns } from "@/lib/domain/measures/measure";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { dayOf } from "@/lib/domain/time";
import type { CheckInService, FullDraft } from "@/lib/offline/check-in-service";
import type { TimedWalkInput } from "@/lib/schemas/measure";

/** What became of a walk's mean: into the day's entry, to the next check-in of the day, or nothing, when there is no mean. */
export type WalkEntry =
  | { kind: "no-mean" }
  | { kind: "next-check-in" }
  /** the day's entry was changed on another device: the person loads the page anew and puts it in then */
  | { kind: "elsewhere" }
  /** `alerts`: what the rules found now and did not tell of this entry before; EMERGENCY, URGENT and SOON */
  | { kind: "corrected"; draft: FullDraft; alerts: RaisedAlert[]; isWhole: boolean };

/** Keeps a walk on the device and puts its mean into the day's entry, when there is one. Sending starts by itself. */
export async function saveWalk(service: CheckInService, walk: TimedWalkInput, page: FullDraft | null): Promise<WalkEntry> {
  await service.keepWalk(walk);
  const seconds = meanOfRuns(walk.details.runs as Parameters<typeof meanOfRuns>[0]);
  if (seconds === null) return { kind: "no-mean" };
  return putIntoEntry(service, { day: dayOf(new Date(walk.recordedAt), walk.timeZone), seconds }, page);
}

/** The mean as the day's `walking.timed25FootSeconds`: the next revision of the day's newest entry, judged here and on the server as any other. */
export async function putIntoEntry(service: CheckInService, { day, seconds }: { day: string; seconds: number }, page: FullDraft | null): Promise<WalkEntry> {
  const entry = await service.entryOf(day, page);
  if (entry === null) return { kind: "next-check-in" };
  if (entry === "elsewhere") return { kind: "elsewhere" };
  const draft = { ...entry, answers: writeAnswer(entry.answers, "walking.timed25FootSeconds", seconds) };
  const told = new Set(service.told().filter(({ checkInId }) => checkInId === draft.id).map(({ ruleId }) => ruleId));
  const judgement = service.judge(draft);
  // Not marked as shown: what is new takes its own screen on Today as well, where it is answered.
  await service.keep(service.prepare(draft, judgement, new Map()));
  return { kind: "corrected", draft, alerts: judgement.alerts.filter(({ ruleId, tier }) => tier !== "INFO" && !told.has(ruleId)), isWhole: judgement.isWhole };
}
