import { confirmSchema } from "@/lib/schemas/second-step";
import { confirmByCode, listConfirmMethods } from "@/lib/server/data/confirmations";
import { isFresh } from "@/lib/server/data/sessions";
import { handle } from "@/lib/server/handle";
import { limitConfirms } from "@/lib/server/limits";

/** Whether the person has just proved who they are, and how they can. */
export const GET = handle({}, async (viewer) => ({ isFresh: await isFresh(viewer), methods: await listConfirmMethods(viewer) }));

/** Proves who it is by a code. */
export const POST = handle({ body: confirmSchema }, async (viewer, _params, proof) => {
  await limitConfirms(viewer);
  return confirmByCode(viewer, proof);
});
