import { describe, expect, it, vi } from "vitest";
import { GET } from "@/app/sw.js/route";
import type { WorkerScope } from "@/components/reminders/service-worker";

type Listener = (event: unknown) => void;

/** Runs the text that the browser gets, in a scope of its own: it may use nothing else. */
async function start(pages: { url: string }[] = []) {
  const listeners = new Map<string, Listener>();
  const opened = pages.map((page) => ({ ...page, focus: vi.fn(() => Promise.resolve()), navigate: vi.fn(() => Promise.resolve()) }));
  const showNotification = vi.fn<(title: string, options: object) => Promise<void>>(() => Promise.resolve());
  const openWindow = vi.fn(() => Promise.resolve());
  const scope = {
    location: { origin: "https://diary.example" }, registration: { showNotification }, skipWaiting: () => Promise.resolve(),
    clients: { matchAll: () => Promise.resolve(opened), openWindow, claim: () => Promise.resolve() },
    addEventListener: (type: string, listen: Listener) => listeners.set(type, listen),
  } as unknown as WorkerScope;
  const text = await GET().text();
  new Function("self", text)(scope);
  const happen = async (type: string, event: object) => {
    const waited: Promise<unknown>[] = [];
    listeners.get(type)!({ ...event, waitUntil: (work: Promise<unknown>) => waited.push(work) });
    await Promise.all(waited);
  };
  return { happen, showNotification, openWindow, opened, kinds: [...listeners.keys()] };
}

const tap = (open: unknown) => ({ notification: { close: () => undefined, data: { open } } });

describe("the service worker", () => {
  it("is asked for anew each time, and answers no request of a page", async () => {
    expect(GET().headers.get("cache-control")).toBe("no-cache");
    expect((await start()).kinds.sort()).toEqual(["activate", "install", "notificationclick", "push"]);
  });

  it("shows what was pushed, in place of what it showed before", async () => {
    const { happen, showNotification } = await start();
    await happen("push", { data: { json: () => ({ title: "Daymark", text: "Open Daymark", open: "/more/reminders" }) } });
    expect(showNotification.mock.calls).toEqual([["Daymark", { body: "Open Daymark", tag: "daymark", icon: "/icons/icon-192.png", data: { open: "/more/reminders" } }]]);
  });

  it.each([[null], [{ json: () => { throw new Error("not JSON"); } }], [{ json: () => ({ title: 1, text: {}, open: "https://elsewhere.example" }) }], [{ json: () => null }]])(
    "shows plain words for a push that it cannot read (%#)", async (data) => {
      const { happen, showNotification } = await start();
      await happen("push", { data });
      expect(showNotification.mock.calls).toEqual([["Daymark", expect.objectContaining({ body: "Open Daymark", data: { open: "/today" } })]]);
    });

  it("opens its page on a tap", async () => {
    const { happen, openWindow } = await start([{ url: "https://elsewhere.example/" }]);
    await happen("notificationclick", tap("/more/reminders"));
    expect(openWindow.mock.calls).toEqual([["/more/reminders"]]);
  });

  it("goes to a window that is open, and leaves one alone that shows the page already", async () => {
    const { happen, openWindow, opened } = await start([{ url: "https://diary.example/today" }]);
    await happen("notificationclick", tap("/today"));
    expect([opened[0]!.focus.mock.calls.length, opened[0]!.navigate.mock.calls.length, openWindow.mock.calls.length]).toEqual([1, 0, 0]);
    await happen("notificationclick", tap("/more/reminders"));
    expect(opened[0]!.navigate.mock.calls).toEqual([["/more/reminders"]]);
  });

  it.each(["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", 7, undefined])("never opens another site: %s", async (open) => {
    const { happen, openWindow } = await start();
    await happen("notificationclick", tap(open));
    expect(openWindow.mock.calls).toEqual([["/today"]]);
  });
});
