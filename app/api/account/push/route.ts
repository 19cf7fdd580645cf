import { pushSubscriptionSchema } from "@/lib/schemas/push";
import { removePushSubscription, savePushSubscription } from "@/lib/server/data/push-subscriptions";
import { handle } from "@/lib/server/handle";

/** This device may be told something from now on. */
export const PUT = handle({ body: pushSubscriptionSchema }, (viewer, _params, subscription) => savePushSubscription(viewer, subscription));

/** This device is told nothing more. */
export const DELETE = handle({}, (viewer) => removePushSubscription(viewer));
