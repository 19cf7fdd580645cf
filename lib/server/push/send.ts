import "server-only";
import { createECDH } from "node:crypto";
import webPush from "web-push";
import { env, operator, publicUrl } from "@/lib/server/env";
import type { PushDevice } from "@/lib/server/data/push-subscriptions";
import { isPushService } from "@/lib/server/push/services";

/** Shown on a locked screen, so never a word about health. `open`: the page that a tap leads to. */
export type PushMessage = { title: string; text: string; open: string };

const TIMEOUT_MS = 15_000;
const GONE = [404, 410];

/** What browsers are given to subscribe with; null where push is not set up. */
export function pushPublicKey(): string | null {
  const { DAYMARK_PUSH_KEY: key } = env();
  if (!key) return null;
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(key, "base64url");
  return pair.getPublicKey("base64url");
}

/**
 * Sends one message to a device, sealed for it (RFC 8291), signed with this server's key (RFC 8292), and kept by the service for as long as
 * `ttlSeconds`. One that waits there is replaced by a newer one.
 * @returns "gone" when the service does not know the device any more
 * @throws Error when the service can't be reached or refuses otherwise
 */
export async function sendPush({ endpoint, p256dh, auth }: PushDevice, message: PushMessage, ttlSeconds: number): Promise<"sent" | "gone"> {
  const publicKey = pushPublicKey();
  if (!publicKey) throw new Error("Push is not set up");
  if (!isPushService(endpoint)) return "gone"; // the operator takes no such service any more
  const contact = operator().email;
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
    vapidDetails: { subject: contact ? `mailto:${contact}` : publicUrl().replace(/^http:/, "https:"), publicKey, privateKey: env().DAYMARK_PUSH_KEY! },
    TTL: ttlSeconds, urgency: "normal", topic: "daymark",
  });
  const { "Content-Length": _length, ...rest } = headers as Record<string, string>;
  const answer = await fetch(endpoint, { method: "POST", headers: rest, body: new Uint8Array(body as Buffer), redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
  await answer.body?.cancel();
  if (GONE.includes(answer.status)) return "gone";
  if (!answer.ok) throw new Error(`The push service answered ${answer.status}`);
  return "sent";
}
