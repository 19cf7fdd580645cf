export type MeasureOutcome =
  | { kind: "saved"; value: unknown }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "signedOut" | "conflict" | "offline" | "server" };

const TIMEOUT_MS = 15_000;

/** One request about one measure. Sending the same twice is harmless. */
export async function callMeasure(method: "PUT" | "PATCH" | "DELETE", diaryId: string, id: string, body?: unknown): Promise<MeasureOutcome> {
  let response: Response;
  try {
    response = await fetch(`/api/diaries/${diaryId}/measures/${id}`, {
      method, signal: AbortSignal.timeout(TIMEOUT_MS), ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
  } catch {
    return { kind: "offline" };
  }
  const answer = (await response.json().catch(() => null)) as { error?: { fields?: Record<string, string> } } | null;
  if (response.ok) return { kind: "saved", value: answer };
  if (response.status === 401) return { kind: "signedOut" };
  if (response.status === 409) return { kind: "conflict" };
  return response.status === 400 && answer?.error?.fields ? { kind: "invalid", fields: answer.error.fields } : { kind: "server" };
}
