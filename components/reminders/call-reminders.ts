import type { ReminderInput } from "@/lib/schemas/reminder";

export type SavedReminder = { nextAt: string | null; updatedAt: string };
export type SaveOutcome =
  | { kind: "saved"; value: SavedReminder }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "conflict" | "signedOut" | "tooMany" | "offline" | "server" };

/** Saves how someone is reminded. It never throws; sending the same twice is harmless. */
export async function saveReminders(diaryId: string, input: ReminderInput): Promise<SaveOutcome> {
  try {
    const response = await fetch(`/api/diaries/${diaryId}/reminders`, { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(input) });
    if (response.ok) return { kind: "saved", value: await response.json() as SavedReminder };
    const answer = await response.json().catch(() => null) as { error?: { fields?: Record<string, string> } } | null;
    if (response.status === 401) return { kind: "signedOut" };
    if (response.status === 409) return { kind: "conflict" };
    if (response.status === 429) return { kind: "tooMany" };
    return response.status === 400 && answer?.error?.fields ? { kind: "invalid", fields: answer.error.fields } : { kind: "server" };
  } catch {
    return { kind: "offline" };
  }
}
