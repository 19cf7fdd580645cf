import type { MedicineInput } from "@/lib/schemas/medicine";
import type { DiaryInput } from "@/lib/schemas/profile";

export type SaveOutcome =
  | { kind: "saved" }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "signedOut" | "consentMissing" | "conflict" | "offline" | "server" };

/** Makes or replaces the diary. Sending twice is harmless. */
export const putDiary = (diaryId: string, input: DiaryInput) => send("PUT", `/api/diaries/${diaryId}`, input);

export const putMedicine = (diaryId: string, medicine: MedicineInput) => send("PUT", `/api/diaries/${diaryId}/medicines/${medicine.id}`, medicine);

/** Sends a change; what went wrong comes back as a kind that the screens have words for. */
export async function send(method: "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<SaveOutcome> {
  try {
    const response = await fetch(path, { method, ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
    if (response.ok) return { kind: "saved" };
    if (response.status === 401) return { kind: "signedOut" };
    if (response.status === 409) return { kind: "conflict" };
    const answer = (await response.json().catch(() => null)) as { error?: { code?: string; fields?: Record<string, string> } } | null;
    if (answer?.error?.code === "consent-missing") return { kind: "consentMissing" };
    const fields = answer?.error?.fields;
    if ((response.status === 400 || response.status === 422) && fields) return { kind: "invalid", fields };
    return { kind: "server" };
  } catch {
    return { kind: "offline" };
  }
}
