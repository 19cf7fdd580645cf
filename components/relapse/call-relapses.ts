import { thenRefresh, type DiaryOf } from "@/lib/offline/then-refresh";
import type { RelapseChange, RelapseInput } from "@/lib/schemas/relapse";

export type RelapseOutcome =
  | { kind: "saved" }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "signedOut" | "consentMissing" | "conflict" | "notFound" | "offline" | "server" };

/** Stores a new one. Sending twice is harmless. */
export const postRelapse = (diary: DiaryOf, input: RelapseInput) => thenRefresh(diary, call("POST", `/api/diaries/${diary.diaryId}/relapses`, input));

/** Changes what is named. Sending the same twice is harmless. */
export const patchRelapse = (diary: DiaryOf, id: string, change: RelapseChange) => thenRefresh(diary, call("PATCH", `/api/diaries/${diary.diaryId}/relapses/${id}`, change));

/** Removes one; that it is gone already is as good. */
export const deleteRelapse = (diary: DiaryOf, id: string) => thenRefresh(diary, call("DELETE", `/api/diaries/${diary.diaryId}/relapses/${id}`));

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
