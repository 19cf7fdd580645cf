import { startFlow, type FlowState } from "@/lib/domain/check-in/flow";
import type { Profile } from "@/lib/domain/check-in/check-in";
import { deviceStorage } from "@/lib/offline/device-storage";

const KEY = (diaryId: string) => `daymark.draft.${diaryId}`;
/** Raised when the shape of a kept draft changes: an older one is then left aside. */
const SHAPE = 1;

/** Keeps a half-finished check-in on the device; on a shared one as long as the tab. A browser that refuses storage keeps it as long as the page. */
export function keepDraft(diaryId: string, state: FlowState): void {
  try {
    const { profile: _profile, undo: _undo, ...kept } = state;
    deviceStorage().setItem(KEY(diaryId), JSON.stringify({ shape: SHAPE, kept }));
  } catch {
    // The page itself still holds it.
  }
}

/** The kept check-in, or null. Its profile is the one of now, not of then. */
export function readDraft(diaryId: string, profile: Profile): FlowState | null {
  try {
    const found = JSON.parse(deviceStorage().getItem(KEY(diaryId)) ?? "null") as { shape?: number; kept?: FlowState } | null;
    if (found?.shape !== SHAPE || !found.kept?.draft) return null;
    return { ...startFlow(found.kept.draft, profile), ...found.kept, profile, undo: null };
  } catch {
    return null;
  }
}

export function forgetDraft(diaryId: string): void {
  try {
    deviceStorage().removeItem(KEY(diaryId));
  } catch {
    // Nothing was kept then.
  }
}
