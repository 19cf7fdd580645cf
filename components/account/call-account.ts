export type Trouble = "tooMany" | "offline" | "server";

/** `leaving`: another page is on its way, to sign in or to confirm who it is; the screen has nothing to say. */
export type Answer<T> = { kind: "ok"; value: T } | { kind: "conflict" | "leaving" | Trouble; /** where the input did not fit, with a message key */ fields?: Record<string, string> };

/**
 * Calls a route of the person's own account. Never throws, so no screen is left without a sentence. Where the server first wants to
 * know who it is, that page opens, and leads back here.
 */
export async function callAccount<T = undefined>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { method, ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
    if (response.ok) return { kind: "ok", value: (response.status === 204 ? undefined : await response.json()) as T };
    const { error } = ((await response.json().catch(() => null)) ?? {}) as { error?: { code?: string; fields?: Record<string, string> } };
    if (response.status === 401) return leaveFor("/session-ended");
    if (error?.code === "confirm-first") return leaveFor("/more/account/confirm");
    if (response.status === 409) return { kind: "conflict" };
    return { kind: response.status === 429 ? "tooMany" : "server", ...(error?.fields && { fields: error.fields }) };
  } catch {
    return { kind: "offline" };
  }
}

function leaveFor(place: string): { kind: "leaving" } {
  location.assign(`${place}?returnTo=${encodeURIComponent(location.pathname)}`);
  return { kind: "leaving" };
}
