import { requestCodeSchema } from "@/lib/schemas/sign-in";
import { cookieIn, setCookie } from "@/lib/server/cookies";
import { findKnownDevice } from "@/lib/server/data/known-devices";
import { requestMailCode } from "@/lib/server/data/mail-codes";
import { startAttempt } from "@/lib/server/data/sign-in-attempts";
import { checkInvitation } from "@/lib/server/data/sign-up-invitations";
import { handlePublic, WithCookies } from "@/lib/server/handle";
import { limitCodeRequests } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";

/** Asks for a sign-in code. The answer is the same for every address; the code works in the browser that gets this cookie. */
export const POST = handlePublic({ body: requestCodeSchema }, async (request, { email, invitation, isShared, timeZone }) => {
  await limitCodeRequests(email, { network: networkOf(request.headers), knownDevice: await findKnownDevice(email, cookieIn(request.headers, "device")) });
  const invitationId = invitation ? await checkInvitation(invitation) : null;
  const { id, cookie } = await startAttempt({ email, invitationId, isShared, timeZone });
  await requestMailCode(email, { purpose: "sign-in", attemptId: id });
  return new WithCookies({ status: "accepted" }, [setCookie("attempt", cookie)]);
}, 202);
