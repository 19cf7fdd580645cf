/** What of a service worker's world is used; the browser's own types would bring a second `self` into every file. */
type Waiting = { waitUntil: (work: Promise<unknown>) => void };
export type PushEventLike = Waiting & { data: { json: () => unknown } | null };
export type ClickEventLike = Waiting & { notification: { close: () => void; data: unknown } };
type Page = { url: string; focus: () => Promise<unknown>; navigate: (path: string) => Promise<unknown> };
export type WorkerScope = {
  location: { origin: string };
  registration: { showNotification: (title: string, options: object) => Promise<unknown> };
  clients: { matchAll: (options: { type: "window"; includeUncontrolled: true }) => Promise<readonly Page[]>; openWindow: (path: string) => Promise<unknown>; claim: () => Promise<unknown> };
  skipWaiting: () => Promise<unknown>;
  addEventListener: ((type: "push", listen: (event: PushEventLike) => void) => void) & ((type: "notificationclick", listen: (event: ClickEventLike) => void) => void)
    & ((type: "install" | "activate", listen: (event: Waiting) => void) => void);
};

/**
 * The whole service worker: shows what was pushed and opens its page on a tap. It keeps no page and answers no request, so nothing it
 * shows can be stale. Sent to the browser as its own text, so it must use nothing from outside itself.
 */
export function serviceWorker(scope: WorkerScope): void {
  /** a path of this site, whatever was pushed */
  const pathOf = (given: unknown) => (typeof given === "string" && /^\/(?![/\\])/.test(given) ? given : "/today");
  scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener("push", (event) => {
    let message: { title?: unknown; text?: unknown; open?: unknown } = {};
    try {
      message = (event.data?.json() ?? {}) as typeof message;
    } catch {
      // Something must be shown for every push, so the words below stand in.
    }
    const { title, text, open } = message;
    event.waitUntil(scope.registration.showNotification(typeof title === "string" ? title : "Daymark", {
      body: typeof text === "string" ? text : "Open Daymark", tag: "daymark", icon: "/icons/icon-192.png", data: { open: pathOf(open) },
    }));
  });
  scope.addEventListener("notificationclick", (event) => {
    event.notification.close();
    const path = pathOf((event.notification.data as { open?: unknown } | null)?.open);
    event.waitUntil(scope.clients.matchAll({ type: "window", includeUncontrolled: true }).then(async (pages) => {
      const page = pages.find(({ url }) => new URL(url).origin === scope.location.origin);
      if (!page) return scope.clients.openWindow(path);
      await page.focus();
      // One that shows the page already stays as it is: a check-in that was begun there goes on.
      return new URL(page.url).pathname === path ? undefined : page.navigate(path);
    }));
  });
}
