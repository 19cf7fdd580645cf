"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { foundByServer } from "@/components/diary/open-alerts";
import { whenBack } from "@/components/diary/when-back";
import type { ListedWalk } from "@/components/walk/words";
import { meanOfRuns, type WalkAid, type WalkRun } from "@/lib/domain/measures/measure";
import { dayOf } from "@/lib/domain/time";
import type { CheckInService, FullDraft } from "@/lib/offline/check-in-service";
import type { WalkEntry } from "@/lib/offline/save-walk";
import type { OutboxWalk } from "@/lib/offline/store";
import type { RuleContextWire } from "@/lib/schemas/rule-context";

export type WalksOptions = {
  userId: string;
  diaryId: string;
  alertsOn: boolean;
  context: RuleContextWire;
  /** today's newest entry with all it says, as a draft of its next revision */
  todays: FullDraft | null;
};

type Saved = { seconds: number | null; day: string; entry: WalkEntry };
type Loaded = { service: CheckInService; saveWalk: typeof import("@/lib/offline/save-walk").saveWalk; putIntoEntry: typeof import("@/lib/offline/save-walk").putIntoEntry };

const RETRY_MS = 4_000;

/** The walks of this device and how they are kept: the same outbox, rules and copy of the diary as the check-in's. */
export function useWalks({ userId, diaryId, alertsOn, context, todays }: WalksOptions) {
  const loaded = useRef<Promise<Loaded> | null>(null);
  const [kept, setKept] = useState<OutboxWalk[]>([]);
  const [place, setPlace] = useState({ isShared: false, isLost: false });
  const [saved, setSaved] = useState<Saved | null>(null);
  /** seconds of today's walk that today's entry, which is there, has not */
  const [missing, setMissing] = useState<number | null>(null);

  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ends: (() => void)[] = [];
    const open = async (): Promise<Loaded> => {
      const [{ openCheckInService }, saving] = await Promise.all([import("@/lib/offline/check-in-service"), import("@/lib/offline/save-walk")]);
      const service = await openCheckInService({ userId, diaryId, alertsOn, fallback: context });
      return { service, saveWalk: saving.saveWalk, putIntoEntry: saving.putIntoEntry };
    };
    const start = async (): Promise<Loaded> => {
      for (;;) {
        try {
          return await open();
        } catch {
          await new Promise((resolve) => { timer = setTimeout(resolve, RETRY_MS); });
        }
      }
    };
    const opening = (loaded.current = start());
    void opening.then(({ service }) => {
      if (isGone) return service.close();
      const read = () => void service.outbox.walks().then((walks) => {
        if (isGone) return;
        setKept(walks.filter((walk) => walk.diaryId === diaryId));
        const { isKept, isShared } = service.outbox.getState();
        setPlace({ isShared, isLost: !isKept });
        setMissing(missingOf(service));
      });
      ends.push(service.outbox.subscribe(read), whenBack(() => void service.outbox.sendNow()), service.outbox.onSent((sent) => {
        const more = foundByServer(sent, service.told()).filter(({ tier }) => tier !== "INFO");
        if (more.length > 0) setSaved((before) => (before?.entry.kind === "corrected" && before.entry.draft.id === sent.checkIn.id
          ? { ...before, entry: { ...before.entry, alerts: [...before.entry.alerts, ...more.filter(({ ruleId }) => before.entry.kind === "corrected" && !before.entry.alerts.some((known) => known.ruleId === ruleId))] } } : before));
      }));
      read();
      void service.outbox.sendNow().then(read);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
      ends.forEach((end) => end());
      void opening.then(({ service }) => service.close());
    };
    // The engine belongs to the diary, not to a rendering of the page.
  }, [userId, diaryId]);

  const save = useCallback(async (aid: WalkAid, runs: WalkRun[]): Promise<void> => {
    const { service, saveWalk } = await loaded.current!;
    const [recordedAt, timeZone] = [new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone];
    const entry = await saveWalk(service, { id: uuidv7(), kind: "timed-walk", recordedAt: recordedAt.toISOString(), timeZone, details: { aid, runs } }, todays);
    const walks = await service.outbox.walks();
    setKept(walks.filter((walk) => walk.diaryId === diaryId));
    setSaved({ seconds: meanOfRuns(runs), day: dayOf(recordedAt, timeZone), entry });
    setMissing(null);
    void service.outbox.sendNow();
  }, [diaryId, todays]);

  return {
    kept, saved, missing, ...place, save,
    async addToEntry(): Promise<void> {
      const { service, putIntoEntry } = await loaded.current!;
      const day = dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
      if (missing === null) return;
      setSaved({ seconds: missing, day, entry: await putIntoEntry(service, { day, seconds: missing }, todays) });
      setMissing(null);
    },
    tryAgain: async () => (await loaded.current!).service.outbox.tryAgain(),
    async discard(key: string): Promise<void> {
      const { service } = await loaded.current!;
      await service.outbox.discardWalk(key);
      setKept((walks) => walks.filter((walk) => walk.key !== key));
    },
  };
}

/** Today has an entry without a timed walk, and there was a walk. */
function missingOf(service: CheckInService): number | null {
  const day = dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const entries = service.history().filter((entry) => entry.day === day);
  if (entries.length === 0 || entries.some(({ answers }) => answers.walking?.timed25FootSeconds !== undefined)) return null;
  return service.walkOf(day);
}

/** Walks of the server and of this device, each once, newest first. */
export function listOf(walks: readonly ListedWalk[], kept: readonly OutboxWalk[]): (ListedWalk & { isKept: boolean })[] {
  const own = kept.filter(({ key }) => !walks.some(({ id }) => id === key)).map(({ walk }): ListedWalk => {
    const details = walk.details as ListedWalk["details"];
    return { id: walk.id, day: dayOf(new Date(walk.recordedAt), walk.timeZone), value: meanOfRuns(details.runs), details, recordedAt: walk.recordedAt };
  });
  return [...walks.map((walk) => ({ ...walk, isKept: false })), ...own.map((walk) => ({ ...walk, isKept: true }))].sort((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt));
}
