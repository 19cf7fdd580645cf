import { z } from "zod";

const base64url = (most: number) => z.string().regex(/^[\w-]+$/).max(most);
const credentialId = base64url(1_364); // 1,023 bytes: as long as one may be
const attachment = z.enum(["cross-platform", "platform"]).exactOptional();

/** What a browser answers after a passkey was made. Only what is looked at is kept. */
export const registrationSchema = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(40_000),
    transports: z.array(z.string().max(32)).max(10).exactOptional(),
  }),
}).transform((value) => ({ ...value, clientExtensionResults: {} }));

/** What a browser answers after a passkey was used. The user handle names the account: nobody typed an address. */
export const assertionSchema = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(8_000),
    userHandle: base64url(100).exactOptional(),
  }),
}).transform((value) => ({ ...value, clientExtensionResults: {} }));

export type Registration = z.output<typeof registrationSchema>;
export type Assertion = z.output<typeof assertionSchema>;

export const addPasskeySchema = z.strictObject({ response: registrationSchema });
export const usePasskeySchema = z.strictObject({ response: assertionSchema });
export const NAME_MOST = 60;
export const renamePasskeySchema = z.strictObject({ name: z.string().trim().min(1, "name.missing").max(NAME_MOST, "name.tooLong") });
