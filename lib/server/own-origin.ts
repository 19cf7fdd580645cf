import "server-only";
import { publicUrl } from "@/lib/server/env";

/** Whether a request may have been made by a page of another site, which must not act in this one's name. Browsers name the origin of every change. */
export function isForeign(request: Request): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  return origin === null ? site !== null && site !== "same-origin" && site !== "none" : !isOwn(origin, request);
}

function isOwn(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false; // "null" too: a sandboxed frame
  const { host, protocol } = new URL(origin);
  // Over http a hostile network answers for our name. Https is ours also while the address people use is still http, as behind a first proxy.
  if (protocol === "http:" && publicUrl().startsWith("https://")) return false;
  return host === (request.headers.get("host") ?? new URL(request.url).host) || host === new URL(publicUrl()).host;
}
