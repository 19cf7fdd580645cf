import type { Profile } from "@/lib/domain/check-in/check-in";
import type { ProfilePatch } from "@/lib/schemas/profile";

const TIMEOUT_MS = 10_000;

/** `failed`: the server was reached and did not take it. */
export async function patchProfile(fetch: typeof globalThis.fetch, diaryId: string, patch: ProfilePatch): Promise<{ kind: "saved"; profile: Profile } | { kind: "offline" | "failed" }> {
  let response: Response;
  try {
    response = await fetch(`/api/diaries/${diaryId}/profile`, {
      method: "PATCH", cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { "content-type": "application/json" }, body: JSON.stringify(patch),
    });
  } catch {
    return { kind: "offline" };
  }
  const answer = response.ok ? ((await response.json().catch(() => null)) as { profile?: Profile } | null) : null;
  return answer?.profile ? { kind: "saved", profile: answer.profile } : { kind: "failed" };
}
