import { requestCodeSchema } from "@/lib/schemas/sign-in";
import { requestSignInCode } from "@/lib/server/data/sign-in-codes";
import { handlePublic } from "@/lib/server/handle";
import { limitCodeRequests } from "@/lib/server/limits";
import { networkOf } from "@/lib/server/network";

/** Asks for a sign-in code. The answer is the same for every address. */
export const POST = handlePublic({ body: requestCodeSchema }, async (request, { email }) => {
  await limitCodeRequests(email, { network: networkOf(request.headers), knownDevice: null });
  await requestSignInCode(email);
  return { status: "accepted" };
}, 202);
