export type RecordOutcome =
  | { kind: "saved" }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "signedOut" | "consentMissing" | "conflict" | "notFound" | "offline" | "server" };

/** Sends one record of the diary; what went wrong comes back as a kind that the forms have words for. It never throws. */
export async function saveRecord(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<RecordOutcome> {
  try {
    const response = await fetch(path, { method, ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
    if (response.ok) return { kind: "saved" };
    if (response.status === 401) return { kind: "signedOut" };
    if (response.status === 404) return { kind: "notFound" };
    if (response.status === 409) return { kind: "conflict" };
    const answer = (await response.json().catch(() => null)) as { error?: { code?: string; fields?: Record<string, string> } } | null;
    if (answer?.error?.code === "consent-missing") return { kind: "consentMissing" };
    const fields = answer?.error?.fields;
    return response.status === 400 && fields ? { kind: "invalid", fields } : { kind: "server" };
  } catch {
    return { kind: "offline" };
  }
}
