import "server-only";

/**
 * The network address a request came from: the last entry that a proxy added. A client without a proxy can write this header
 * itself, so it only ever limits; nothing is allowed because of it.
 */
export function networkOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64) || "unknown";
}
