import type { TrackerName } from "@/lib/domain/check-in/trackers";

export type TrackersSaved = "saved" | "offline" | "signedOut" | "failed";

const TIMEOUT_MS = 10_000;

/** Stores the whole list, so that sending twice is harmless. */
export async function saveTrackers(diaryId: string, trackers: readonly TrackerName[]): Promise<TrackersSaved> {
  try {
    const response = await fetch(`/api/diaries/${diaryId}/trackers`, {
      method: "PATCH", headers: { "content-type": "application/json" }, body: JSON.stringify({ trackers }), signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? "saved" : response.status === 401 ? "signedOut" : "failed";
  } catch {
    return "offline";
  }
}
