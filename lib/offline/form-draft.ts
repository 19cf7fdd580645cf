import { deviceStorage } from "@/lib/offline/device-storage";

/** The prefix of all drafts: signing out looks for it, and says that something begun is not saved. */
const KEY = (name: string) => `daymark.draft.${name}`;

/**
 * Keeps what stands in a form on the device while it is typed; on a shared one as long as the tab. A browser that refuses storage keeps
 * it as long as the page.
 * @param name of the form and what it is about, with the diary's id, so that it is never shown in another's diary
 */
export function keepFormDraft(name: string, fields: unknown): void {
  try {
    deviceStorage().setItem(KEY(name), JSON.stringify(fields));
  } catch {
    // The page itself still holds it.
  }
}

/** What was kept, or null; of unknown shape, since an older page may have kept it. */
export function readFormDraft(name: string): unknown {
  try {
    return JSON.parse(deviceStorage().getItem(KEY(name)) ?? "null") as unknown;
  } catch {
    return null;
  }
}

export function forgetFormDraft(name: string): void {
  try {
    deviceStorage().removeItem(KEY(name));
  } catch {
    // Nothing was kept then.
  }
}
