import { describe, expect, it } from "vitest";
import type { Answers } from "@/lib/domain/check-in/check-in";
import { newDraft } from "@/lib/domain/check-in/flow";
import { openCheckInService, type FullDraft } from "@/lib/offline/check-in-service";
import { saveWalk } from "@/lib/offline/save-walk";
import { memoryStore } from "@/lib/offline/store";
import type { TimedWalkInput } from "@/lib/schemas/measure";
import type { CheckInWire, RuleContextWire } from "@/lib/schemas/rule-context";

const idOf = (number: number): string => `01920000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
const NOW = new Date("2026-03-10T20:00:00Z");
const SCORES = { fatigue: 1, numbness: 1, vision: 1, walking: 1 };
const offline: typeof fetch = () => Promise.reject(new TypeError("offline"));
const entry = (number: number, daysAgo: number, answers: Answers = {}, revision = 1): CheckInWire => {
  const recordedAt = new Date(NOW.getTime() - daysAgo * 86_400_000).toISOString();
  return { id: idOf(number), revision, recordedAt, timeZone: "UTC", day: recordedAt.slice(0, 10), scores: SCORES, confirmedUnchanged: [], answers: { signs: [], ...answers } };
};
const walked = (seconds: number): Answers => ({ walking: { timed25FootSeconds: seconds } });
/** Two walks of five seconds long ago, and one that was already a fifth slower three days ago. */
const slowing = [entry(1, 40, walked(5)), entry(2, 30, walked(5)), entry(3, 3, walked(6.1))];
const walk = (seconds: number): TimedWalkInput => ({
  id: idOf(99), kind: "timed-walk", recordedAt: NOW.toISOString(), timeZone: "UTC",
  details: { aid: "unaided", runs: [{ kind: "timed", seconds, by: "phone" }, { kind: "timed", seconds, by: "phone" }] },
});
const open = (history: CheckInWire[], store = memoryStore(), more: Partial<RuleContextWire> = {}) => openCheckInService({
  userId: idOf(1000), diaryId: "d", alertsOn: true, store, fetch: offline, now: () => NOW, fallback: { diaryId: "d", ownerId: idOf(1000), profile: {}, medications: [], relapses: [], history, ...more },
});
const pageOf = ({ id, revision, day, recordedAt, timeZone, scores, answers }: CheckInWire, note: string): FullDraft =>
  ({ ...newDraft(day), id, revision: revision + 1, recordedAt, timeZone, scores, answers, note, trackers: { mood: 4 } });

describe("a walk on a day that has an entry", () => {
  it.each([{ seconds: 6, fires: true }, { seconds: 5.9, fires: false }])("of $seconds seconds corrects the entry, and walk-test-slower fires: $fires", async ({ seconds, fires }) => {
    const todays = entry(4, 0.1, { bladder: "usual" });
    const store = memoryStore();
    const service = await open([...slowing, todays], store);
    const saved = await saveWalk(service, walk(seconds), pageOf(todays, "as it was"));
    expect(saved).toMatchObject({ kind: "corrected" });
    expect(saved.kind === "corrected" && saved.alerts.map(({ ruleId }) => ruleId)).toEqual(fires ? ["walk-test-slower"] : []);
    const [kept] = await store.entries();
    expect(kept!.checkIn).toMatchObject({ id: todays.id, revision: 2, recordedAt: todays.recordedAt, note: "as it was", trackers: { mood: 4 }, answers: { signs: [], bladder: "usual", walking: { timed25FootSeconds: seconds } } });
    expect(kept!.checkIn.deviceAlerts.map(({ ruleId }) => ruleId)).toEqual(fires ? ["walk-test-slower"] : []);
    await service.close();
  });
  it("that waits on this device is corrected with its note, and a rule told of it is not told again", async () => {
    const store = memoryStore();
    const service = await open(slowing, store);
    const draft: FullDraft = { ...newDraft("2026-03-10"), id: idOf(5), recordedAt: NOW.toISOString(), timeZone: "UTC", scores: SCORES, answers: { signs: [], ...walked(7) }, note: "kept here" };
    await service.keep(service.prepare(draft, service.judge(draft), new Map()));
    const saved = await saveWalk(service, walk(6.5), null);
    expect(saved).toMatchObject({ kind: "corrected", alerts: [] });
    expect((await store.entries()).at(-1)!.checkIn).toMatchObject({ revision: 2, note: "kept here", answers: { walking: { timed25FootSeconds: 6.5 } } });
    await service.close();
  });
  it("that was changed elsewhere is left as it is: a note this device has not seen would be lost", async () => {
    const store = memoryStore();
    const todays = entry(4, 0.1, {}, 3);
    const service = await open([todays], store);
    expect(await saveWalk(service, walk(6), pageOf({ ...todays, revision: 2 }, "older"))).toEqual({ kind: "elsewhere" });
    expect(await store.entries()).toEqual([]);
    expect(await store.walks()).toHaveLength(1);
    await service.close();
  });
});

describe("a walk on a day without an entry", () => {
  it("is carried by the next one of that day, with Same as yesterday too, and the rule sees it there", async () => {
    const store = memoryStore();
    const service = await open(slowing, store);
    expect(await saveWalk(service, walk(6), null)).toEqual({ kind: "next-check-in" });
    expect(await store.entries()).toEqual([]); // no invented scores
    expect(service.walkToCarry("2026-03-10", null)).toBe(6);
    const same: FullDraft = { ...newDraft("2026-03-10"), scores: SCORES, copied: ["fatigue", "numbness", "vision", "walking"], answers: { signs: [], ...walked(6) } };
    expect(service.judge(same).alerts.map(({ ruleId }) => ruleId)).toContain("walk-test-slower");
    await service.close();
  });
  it("of another day, refused, or without a mean is not carried", async () => {
    const store = memoryStore();
    const service = await open([], store);
    await saveWalk(service, walk(6), null);
    expect(service.walkToCarry("2026-03-11", null)).toBeNull();
    await store.putWalk({ ...(await store.walks())[0]!, state: "refused" });
    await service.refresh();
    expect(service.walkToCarry("2026-03-10", null)).toBeNull();
    expect(await saveWalk(service, { ...walk(6), id: idOf(98), details: { aid: "unaided", runs: [{ kind: "not-finished", reason: "pain" }] } }, null)).toEqual({ kind: "no-mean" });
    expect(service.walkToCarry("2026-03-10", null)).toBeNull();
    await service.close();
  });
  it("comes out of the server's copy too, the newest first, and a second entry of the day does not carry it", async () => {
    const known = (seconds: number, hour: number) => ({ id: idOf(hour), day: "2026-03-10", recordedAt: `2026-03-10T${hour}:00:00Z`, seconds });
    const service = await open([], memoryStore(), { walks: [known(8, 10), known(7, 12)] });
    expect(service.walkToCarry("2026-03-10", null)).toBe(7);
    await service.close();
    const later = await open([entry(4, 0.1)], memoryStore(), { walks: [known(7, 12)] });
    expect(later.walkToCarry("2026-03-10", null)).toBeNull();
    expect(later.walkToCarry("2026-03-10", idOf(4))).toBe(7);
    await later.close();
  });
});
