import { requestConfirmCode } from "@/lib/server/data/confirmations";
import { handle } from "@/lib/server/handle";
import { limitConfirmMails } from "@/lib/server/limits";

/** Mails a code to prove who one is. The answer does not say whether a mail was due. */
export const POST = handle({}, async (viewer) => {
  await limitConfirmMails(viewer);
  await requestConfirmCode(viewer);
  return { status: "accepted" };
});
