import type { Viewer } from "@/lib/domain/sharing/viewer";
import { assertionSchema, registrationSchema, type Assertion, type Registration } from "@/lib/schemas/passkey";
import { addPasskey, createAddOptions } from "@/lib/server/data/passkey-adding";
import { createSignInOptions } from "@/lib/server/data/passkey-use";
import { startAttempt } from "@/lib/server/data/sign-in-attempts";
import { Authenticator, type Slip } from "@/tests/integration/support/authenticator";

type Asked = { challenge: string };

/** What a device answered, as the route hands it on. */
export const made = (device: Authenticator, asked: Asked & { user: { id: string } }, slip?: Slip): Registration => registrationSchema.parse(device.make(asked, slip));
export const used = (device: Authenticator, asked: Asked, slip?: Slip): Assertion => assertionSchema.parse(device.use(asked, slip));

/** Adds a passkey to an account as the page does. */
export async function addDevice(viewer: Viewer, device = new Authenticator()): Promise<Authenticator> {
  const added = await addPasskey(viewer, made(device, await createAddOptions(viewer)));
  if (added.kind !== "added") throw new Error(`The passkey was not added: ${added.kind}`);
  return device;
}

/** Begins to sign in with a passkey, as the route does. */
export async function beginSignIn(): Promise<{ attemptId: string; cookie: string; asked: Asked }> {
  const { id, cookie } = await startAttempt({});
  return { attemptId: id, cookie, asked: await createSignInOptions(id) };
}
