import "server-only";
import { env } from "@/lib/server/env";

/** The services that browsers use. A subscription names its service, and this server sends requests to it: so to no other address. */
const SERVICES = ["fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"];

/**
 * True for an https address of one of the browsers' services, or of one that the operator named (`DAYMARK_PUSH_SERVICES`); that may be
 * an own one on this machine, by http.
 */
export function isPushService(endpoint: string): boolean {
  const { protocol, hostname, origin, username, password } = new URL(endpoint);
  if (username || password) return false;
  if (env().DAYMARK_PUSH_SERVICES.includes(origin)) return true;
  return protocol === "https:" && new URL(endpoint).port === "" && SERVICES.some((service) => hostname === service || hostname.endsWith(`.${service}`));
}
