import { v7 as uuidv7 } from "uuid";

/** What this browser can do, before anyone is asked for anything. */
export type PushSupport = "on" | "off" | "denied" | "install" | "unsupported";
export type PushProblem = "denied" | "notNow" | "service" | "unknownService" | "shared" | "failed";

const WORKER = "/sw.js";

/** iPhones and iPads show notifications of pages on the Home Screen only. An iPad says it is a Mac, but has a touch screen. */
const isApplePhone = () => /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1);
const isOnHomeScreen = () => matchMedia("(display-mode: standalone)").matches;

/** `isKnown`: the server has a subscription of this session. It counts only while the browser still has its half. */
export async function findPushSupport(isKnown: boolean): Promise<PushSupport> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return isApplePhone() && !isOnHomeScreen() ? "install" : "unsupported";
  if (Notification.permission === "denied") return "denied";
  const worker = await navigator.serviceWorker.getRegistration("/").catch(() => undefined);
  return isKnown && Notification.permission === "granted" && await worker?.pushManager.getSubscription() ? "on" : "off";
}

/** Asks the person, then the browser's push service, then tells the server. Null when it is on; else what stood in the way. */
export async function switchPushOn(publicKey: string): Promise<PushProblem | null> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission === "denied" ? "denied" : "notNow";
  const subscription = await subscribe(publicKey).catch(() => null);
  if (!subscription) return "service";
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) return "service";
  const refused = await tell("PUT", { id: uuidv7(), endpoint, p256dh: keys.p256dh, auth: keys.auth });
  if (refused) await subscription.unsubscribe().catch(() => false);
  return refused;
}

/** The server is told first: then nothing comes, whatever the browser does. */
export async function switchPushOff(): Promise<PushProblem | null> {
  const refused = await tell("DELETE");
  if (refused) return refused;
  const worker = await navigator.serviceWorker.getRegistration("/").catch(() => undefined);
  await (await worker?.pushManager.getSubscription())?.unsubscribe().catch(() => false);
  await worker?.unregister().catch(() => false);
  return null;
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(WORKER, { scope: "/", updateViaCache: "none" });
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  await old?.unsubscribe(); // it may be of another key
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

async function tell(method: "PUT" | "DELETE", body?: object): Promise<PushProblem | null> {
  try {
    const response = await fetch("/api/account/push", { method, ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
    if (response.ok) return null;
    return response.status === 409 ? "shared" : response.status === 400 ? "unknownService" : "failed";
  } catch {
    return "service";
  }
}
