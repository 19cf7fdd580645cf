import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const UP = 0x01;
const UV = 0x04;
const BACKED_UP = 0x18; // may be backed up, and is
const WITH_KEY = 0x40;

export type Slip = {
  /** the page that the browser says it was on */
  origin?: string;
  /** the name that the key was made for */
  rpId?: string;
  /** nobody showed a face, a finger or a PIN */
  unverified?: boolean;
  challenge?: string;
  counter?: number;
  userHandle?: string | null;
  /** signed with another key */
  forged?: boolean;
};

type Asked = { challenge: string };
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();

/**
 * A device that makes and uses passkeys as the standard says, with a key of its own for each: what the integration tests hold
 * instead of a phone. `Slip` names one thing that it does wrong.
 */
export class Authenticator {
  readonly id = randomBytes(32);
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  private counter = 0;
  private userHandle = "";

  /** @param counts most synced passkeys do not count their uses and always say 0 */
  constructor(private readonly counts = true) {}

  get credentialId(): string {
    return base64url(this.id);
  }

  /** The answer to "make a passkey". */
  make(asked: Asked & { user: { id: string } }, slip: Slip = {}) {
    this.userHandle = asked.user.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, coseKey(this.keys.publicKey)]);
    const authData = Buffer.concat([this.authenticatorData(slip, WITH_KEY), attested]);
    const attestationObject = isoCBOR.encode(new Map<string, unknown>([["fmt", "none"], ["attStmt", new Map()], ["authData", new Uint8Array(authData)]]) as never);
    return {
      id: this.credentialId, rawId: this.credentialId, type: "public-key", authenticatorAttachment: "platform", clientExtensionResults: { credProps: { rk: true } },
      response: { clientDataJSON: clientData("webauthn.create", asked, slip), attestationObject: base64url(attestationObject), transports: ["internal"] },
    };
  }

  /** The answer to "use a passkey". */
  use(asked: Asked, slip: Slip = {}) {
    if (this.counts) this.counter += 1;
    const authenticatorData = this.authenticatorData(slip);
    const clientDataJSON = clientData("webauthn.get", asked, slip);
    const { privateKey } = slip.forged ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : this.keys;
    const signature = createSign("sha256").update(authenticatorData).update(sha256(Buffer.from(clientDataJSON, "base64url"))).sign(privateKey);
    const userHandle = slip.userHandle === undefined ? this.userHandle : slip.userHandle;
    return {
      id: this.credentialId, rawId: this.credentialId, type: "public-key", authenticatorAttachment: "platform", clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData: base64url(authenticatorData), signature: base64url(signature), ...(userHandle !== null && { userHandle }) },
    };
  }

  private authenticatorData({ rpId = "localhost", unverified, counter = this.counter }: Slip, more = 0): Buffer {
    const head = Buffer.alloc(5);
    head[0] = UP | (unverified ? 0 : UV) | BACKED_UP | more;
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), head]);
  }
}

const clientData = (type: string, { challenge }: Asked, slip: Slip) =>
  base64url(Buffer.from(JSON.stringify({ type, challenge: slip.challenge ?? challenge, origin: slip.origin ?? "http://localhost:3000", crossOrigin: false })));

/** A P-256 key as COSE writes it: EC2, ES256. */
function coseKey(key: KeyObject): Uint8Array {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const bytes = (part: string) => new Uint8Array(Buffer.from(part, "base64url"));
  return isoCBOR.encode(new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]) as never);
}
