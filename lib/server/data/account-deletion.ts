import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/domain/sharing/viewer";
import { readAsViewer } from "@/lib/server/access";
import { requireFresh } from "@/lib/server/data/sessions";
import { ConflictError } from "@/lib/server/errors";

const DEADLOCK = "40P01";
const TRIES = 5;

/**
 * Deletes the viewer's account and diary with everything that hangs on them, at once. In other people's diaries the access log keeps
 * that someone looked, and entries made there stay, both without the name. A mail tells of it; until it has left, its address stays.
 * What an open page stores in the same moment may cross the deletion, which is then tried again.
 * @throws ConfirmFirstError without a fresh proof of who asks. ConflictError for a demo account, which many people share.
 */
export async function deleteAccount(viewer: Viewer): Promise<void> {
  if (viewer.demoRole) throw new ConflictError("A demo account is shared");
  await requireFresh(viewer);
  for (let triesLeft = TRIES - 1; ; triesLeft -= 1) {
    try {
      await readAsViewer(viewer, { name: "delete-account", text: "daymark_leave($2)", values: [uuidv7()] });
      return;
    } catch (error) {
      if (triesLeft === 0 || (error as { code?: unknown }).code !== DEADLOCK) throw error;
    }
  }
}
