import { serviceWorker } from "@/components/reminders/service-worker";

/** The service worker. Registered only where notifications are switched on, and asked for anew each time: an old one must not stay. */
export function GET(): Response {
  return new Response(`(${serviceWorker.toString()})(self);\n`, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache", "service-worker-allowed": "/" },
  });
}
