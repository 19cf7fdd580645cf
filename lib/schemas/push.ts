import { z } from "zod";

const base64url = (least: number, most: number) => z.string().regex(/^[\w-]+=*$/, "push.key").min(least).max(most);

/** What a browser's push service made for one device. */
export const pushSubscriptionSchema = z.strictObject({
  id: z.uuidv7(),
  endpoint: z.url({ protocol: /^https?$/, error: "push.endpoint" }).max(1000),
  p256dh: base64url(80, 120),
  auth: base64url(20, 60),
});
export type PushSubscriptionInput = z.infer<typeof pushSubscriptionSchema>;
