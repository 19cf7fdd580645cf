import type { VisitInput } from "@/lib/schemas/visit";

export type VisitOutcome =
  | { kind: "saved" }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "signedOut" | "consentMissing" | "conflict" | "notFound" | "offline" | "server" };

/** Makes or changes a visit. Sending twice is harmless. */
export const putVisit = (diaryId: string, input: VisitInput) => call("PUT", `/api/diaries/${diaryId}/visits/${input.id}`, input);

/** Removes a visit; one that is gone already is as good. */
export const deleteVisit = (diaryId: string, visitId: string) => call("DELETE", `/api/diaries/${diaryId}/visits/${visitId}`);

async function call(method: string, path: string, body?: unknown): Promise<VisitOutcome> {
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
