import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { SyncStatus, WaitingEntry } from "@/components/diary/sync-status";
import { messages } from "@/lib/i18n/messages";
import type { Outbox, SyncState } from "@/lib/offline/outbox";
import type { OutboxEntry, Refusal } from "@/lib/offline/store";

const entry = (refusal: Refusal | undefined, revision = 1): OutboxEntry => ({
  key: `a:${revision}`, order: 1, diaryId: "d", userId: "u", state: refusal ? "refused" : "waiting", madeAt: "2026-03-10T20:00:00.000Z", ...(refusal && { refusal }),
  checkIn: {
    id: "a", revision, recordedAt: "2026-03-10T20:00:00.000Z", enteredAt: "2026-03-10T20:00:00.000Z", timeZone: "Europe/London",
    scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 }, confirmedUnchanged: [], answers: {}, rulesVersion: "1", deviceAlerts: [], deviceCouldNotCheck: [],
  },
});
const { sync } = messages.checkIn;
const show = (refusal: Refusal | undefined, revision?: number) => renderToStaticMarkup(<WaitingEntry entry={entry(refusal, revision)} sync={sync} onDelete={vi.fn()} />);

describe("an entry that is not sent", () => {
  it("offers nothing to delete while it only waits", () => {
    expect(show(undefined)).not.toContain(sync.remove);
  });
  it.each([
    { what: "no diary", refusal: { kind: "not-found" as const }, says: sync["not-found"] },
    { what: "a clock ahead", refusal: { kind: "invalid" as const, fields: { recordedAt: "recordedAt.future" } }, says: sync.future },
    { what: "too old", refusal: { kind: "invalid" as const, fields: { recordedAt: "recordedAt.tooOld" } }, says: sync.tooOld },
    { what: "an unreadable answer", refusal: { kind: "invalid" as const, fields: { "scores.vision": "score.range" } }, says: sync.invalid },
  ])("says why and can be deleted where the server never had it: $what", ({ refusal, says }) => {
    const html = show(refusal);
    expect(html).toContain(says);
    expect(html).toContain(sync.remove);
    expect(html).not.toContain("?correct=");
  });
  it("opens what the server knows", () => {
    expect(show({ kind: "conflict", newestRevision: 2 }, 2)).toContain("/history/a");
    expect(show({ kind: "invalid", fields: {} }, 2)).toContain("/today?correct=a");
  });
});

const showState = (changes: Partial<SyncState>) => {
  const state: SyncState = { kind: "saved-here", reason: "offline", since: "2026-03-10T20:00:00.000Z", waiting: [entry(undefined)], dropped: [], isKept: true, isShared: false, ...changes };
  const outbox = { getState: () => state, subscribe: () => () => undefined } as unknown as Outbox;
  return renderToStaticMarkup(<SyncStatus outbox={outbox} words={messages.checkIn} timeZone="Europe/London" />);
};

it("leads back to Today after signing in", () => {
  expect(showState({ kind: "not-sent", reason: "signed-out" })).toContain('href="/sign-in?returnTo=/today"');
});

describe("on a shared device", () => {
  it("an entry that waits is said to be lost when the browser closes, and can be saved to a file", () => {
    const html = showState({ isShared: true });
    for (const words of [sync.shared["saved-here"], sync.shared.more, sync.shared.save, sync.offline]) expect(html).toContain(words);
    expect(html).not.toContain(sync["saved-here"]);
  });
  it.each([{ kind: "sending", reason: null }, { kind: "not-sent", reason: "refused" }, { kind: "not-sent", reason: "signed-out" }] as const)("nothing is said to be on this phone: $kind, $reason", (state) => {
    expect(showState({ ...state, isShared: true })).not.toContain("this phone");
  });
  it("on one's own device nothing is said of it", () => {
    const html = showState({});
    for (const words of [sync.shared["saved-here"], sync.shared.more, sync.shared.save]) expect(html).not.toContain(words);
  });
});
