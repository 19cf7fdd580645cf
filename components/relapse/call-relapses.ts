import type { RelapseChange, RelapseInput } from "@/lib/schemas/relapse";

export type RelapseOutcome =
  | { kind: "saved" }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "signedOut" | "consentMissing" | "conflict" | "notFound" | "offline" | "server" };

/** Stores a new one. Sending twice is harmless. */
export const postRelapse = (diaryId: string, input: RelapseInput) => call("POST", `/api/diaries/${diaryId}/relapses`, input);

/** Changes what is named. Sending the same twice is harmless. */
export const patchRelapse = (diaryId: string, id: string, change: RelapseChange) => call("PATCH", `/api/diaries/${diaryId}/relapses/${id}`, change);

/** Removes one; that it is gone already is as good. */
export const deleteRelapse = (diaryId: string, id: string) => call("DELETE", `/api/diaries/${diaryId}/relapses/${id}`);

async function call(method: string, path: string, body?: unknown): Promise<RelapseOutcome> {
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
