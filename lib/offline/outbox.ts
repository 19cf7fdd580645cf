import { sendWaiting, type SendOutcome } from "@/lib/offline/send";
import type { OutboxEntry, OutboxStore, OutboxWalk } from "@/lib/offline/store";
import type { AlertResponseInput } from "@/lib/schemas/alert-response";
import type { CheckInInput } from "@/lib/schemas/check-in";
import type { TimedWalkInput } from "@/lib/schemas/measure";

/** What the person is told about what they wrote. */
export type SyncState = {
  /** idle: nothing was written in this page's time and nothing waits; dropped: all that is left to say is what `dropped` holds */
  kind: "idle" | "saved-here" | "sending" | "sent" | "not-sent" | "not-saved" | "dropped";
  reason: Exclude<SendOutcome, "sent"> | "refused" | null;
  /** the oldest entry that waits or was refused */
  since: string | null;
  waiting: readonly OutboxEntry[];
  /** changes of entries that were deleted for good meanwhile: in this page's time they were taken off the list */
  dropped: readonly OutboxEntry[];
  /** false when the browser refuses storage: the entry lives in this page only */
  isKept: boolean;
  /** what waits is lost when the browser closes */
  isShared: boolean;
};

type OutboxOptions = {
  store: OutboxStore;
  userId: string;
  fetch: typeof fetch;
  now: () => Date;
  /** on a shared device nothing outlasts the browser */
  isShared?: boolean;
  /** milliseconds between tries after a failure; the last repeats */
  pauses?: readonly number[];
  setTimer?: (run: () => void, milliseconds: number) => unknown;
  clearTimer?: (timer: unknown) => void;
};

const PAUSES = [3_000, 10_000, 30_000, 120_000, 300_000] as const;
/** After a day without success "saved on this phone" is not enough: the person reads since when it was not sent. */
const LONG_WAIT_MS = 24 * 3_600_000;

export type Outbox = ReturnType<typeof createOutbox>;

/** Keeps entries on the device and sends them until the server confirms. */
export function createOutbox(options: OutboxOptions) {
  const { store, userId, now, isShared = false, pauses = PAUSES, setTimer = setTimeout, clearTimer = (timer) => clearTimeout(timer as number) } = options;
  const listeners = new Set<() => void>();
  const sentListeners = new Set<(entry: OutboxEntry) => void>();
  let state: SyncState = { kind: "idle", reason: null, since: null, waiting: [], dropped: [], isKept: true, isShared };
  let dropped: readonly OutboxEntry[] = [];
  let isKept = true;
  let failures = 0;
  let timer: unknown = null;
  let running: Promise<void> | null = null;
  let hasWritten = false;
  let lastOrder = 0;

  function publish(next: SyncState) {
    state = next;
    listeners.forEach((listener) => listener());
  }

  async function tell(outcome: SendOutcome | "sending" | "written") {
    const entries = await store.entries();
    const left = entries.filter((entry) => entry.state !== "sent");
    const since = left[0]?.madeAt ?? null;
    const base = { since, waiting: left, dropped, isKept, isShared };
    if (left.length === 0) return publish({ ...base, kind: dropped.length > 0 ? "dropped" : hasWritten || entries.length > 0 ? "sent" : "idle", reason: null });
    if (outcome === "sending") return publish({ ...base, kind: "sending", reason: null });
    if (!left.some((entry) => entry.state === "waiting")) return publish({ ...base, kind: "not-sent", reason: "refused" });
    if (outcome === "sent" || outcome === "written") return publish({ ...base, kind: isKept ? "saved-here" : "not-saved", reason: null });
    const isLong = since !== null && now().getTime() - Date.parse(since) > LONG_WAIT_MS;
    const kind = !isKept ? "not-saved" : outcome === "offline" && !isLong ? "saved-here" : "not-sent";
    publish({ ...base, kind, reason: outcome });
  }

  async function pass(): Promise<void> {
    clearTimer(timer);
    await tell("sending");
    let outcome: SendOutcome;
    try {
      outcome = await sendWaiting({
        ...options, onSent: (entry) => sentListeners.forEach((listener) => listener(entry)), onGone: (entry) => { dropped = [...dropped, entry]; },
      });
    } catch {
      outcome = "server";
    }
    await tell(outcome);
    if (outcome === "sent") {
      failures = 0;
      return;
    }
    // Signing in is the person's turn: asking again and again would not help. Coming back to the page asks anew.
    if (outcome === "signed-out" || outcome === "other-account") return;
    timer = setTimer(() => void sendNow(), pauses[Math.min(failures, pauses.length - 1)]!);
    failures += 1;
  }

  /** One pass at a time; a call during a pass is followed by another, so that nothing put meanwhile is left lying. */
  let again = false;
  function sendNow(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await alone(`daymark-outbox-${userId}`, pass);
      } while (again);
    })().finally(() => { running = null; });
    return running;
  }

  /** Puts refused entries back to waiting, with what was done with their alerts: `all`, or those that may be taken by now. */
  async function wake(which: "all" | "hopeful"): Promise<void> {
    const refused = (await store.entries()).filter(({ state, refusal }) => state === "refused" && (which === "all" || isHopeful(refusal)));
    for (const { refusal: _refusal, ...entry } of refused) await store.putEntry({ ...entry, state: "waiting" });
    const woken = new Set(refused.map(({ checkIn }) => `${checkIn.id}:${checkIn.revision}`));
    for (const item of await store.responses()) {
      if (item.state === "refused" && woken.has(`${item.response.checkInId}:${item.response.revision}`)) await store.putResponse({ ...item, state: "waiting" });
    }
  }

  const nextOrder = () => (lastOrder = Math.max(now().getTime(), lastOrder + 1));

  return {
    /** Keeps a check-in on the device; resolves when it is kept. Sending starts by itself. */
    async save(diaryId: string, checkIn: CheckInInput): Promise<void> {
      hasWritten = true;
      await store.putEntry({
        key: `${checkIn.id}:${checkIn.revision}`, order: nextOrder(), diaryId, userId, checkIn, state: "waiting", madeAt: now().toISOString(),
      });
      await tell("written");
      void sendNow();
    },
    async respond(diaryId: string, responses: AlertResponseInput[]): Promise<void> {
      const renumbered = new Map((await store.entries()).filter(({ madeAs }) => madeAs !== undefined)
        .map(({ checkIn, madeAs }) => [`${checkIn.id}:${madeAs}`, checkIn.revision]));
      for (const given of responses) {
        const response = { ...given, revision: renumbered.get(`${given.checkInId}:${given.revision}`) ?? given.revision };
        const key = `${response.checkInId}:${response.revision}:${response.ruleId}`;
        await store.putResponse({ key, order: nextOrder(), diaryId, userId, response, state: "waiting" });
      }
      void sendNow();
    },
    /** Keeps a timed walk on the device; resolves when it is kept. Sending starts by itself. */
    async saveWalk(diaryId: string, walk: TimedWalkInput): Promise<void> {
      await store.putWalk({ key: walk.id, order: nextOrder(), diaryId, userId, walk, state: "waiting", madeAt: now().toISOString() });
      void sendNow();
    },
    /** The walks of this device that the server's copy may not have, oldest first. */
    walks: (): Promise<OutboxWalk[]> => store.walks(),
    /** Deletes a walk that the server did not take from this device. The person confirmed it. */
    discardWalk: (key: string): Promise<void> => store.removeWalks([key]),
    sendNow,
    /** At each start: what was refused because of the moment or the account may be taken now. */
    wakeHopeful: () => wake("hopeful"),
    /** The person's own "Try again": everything, refused entries too. */
    async tryAgain(): Promise<void> {
      await wake("all");
      for (const walk of await store.walks()) if (walk.state === "refused") await store.putWalk({ ...walk, state: "waiting" });
      await sendNow();
    },
    /** Deletes a refused entry from this device, with what was done with its alerts. The person confirmed it. */
    async discard(key: string): Promise<void> {
      const entry = (await store.entries()).find((each) => each.key === key && each.state === "refused");
      if (!entry) return;
      const { id, revision } = entry.checkIn;
      await store.removeEntries([key]);
      await store.removeResponses((await store.responses()).filter(({ response }) => response.checkInId === id && response.revision === revision).map((item) => item.key));
      await tell("sent");
    },
    /** Called when the store fell back to memory. */
    lostStore() {
      isKept = false;
    },
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Told of each entry the server confirmed, with the alerts it found. */
    onSent(listener: (entry: OutboxEntry) => void) {
      sentListeners.add(listener);
      return () => void sentListeners.delete(listener);
    },
    stop() {
      clearTimer(timer);
      listeners.clear();
      sentListeners.clear();
    },
  };
}

/** A diary may be open again, or a clock may be right by now; other refusals would only be repeated. */
function isHopeful(refusal: OutboxEntry["refusal"]): boolean {
  if (refusal?.kind === "invalid") return Object.values(refusal.fields).some((code) => code.endsWith(".future"));
  return refusal?.kind === "not-found";
}

/** Two open tabs do not send at the same time; where locks are missing sending twice is harmless. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (!locks) return work();
  await locks.request(name, work);
}
