import { diaryParams } from "@/lib/schemas/params";
import { profilePatchSchema } from "@/lib/schemas/profile";
import { changeProfile } from "@/lib/server/data/diaries";
import { handle } from "@/lib/server/handle";

/** Changes parts of the profile, such as the country of the numbers or what "this is my usual" adds. */
export const PATCH = handle({ params: diaryParams, body: profilePatchSchema }, async (viewer, { diaryId }, patch) =>
  ({ profile: await changeProfile(viewer, diaryId, patch) }));
