import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/server/env";

/** What a hash or a sealed text is for; the same value gives another hash for another purpose. */
export type Purpose = "sign-in-code" | "attempt" | "recovery-code" | "email-undo" | "invitation" | "device" | "totp" | "reminder-off";

/**
 * A hash that only this server can make: six digits are few, and whoever holds a stolen backup without the server's secret must not
 * find the code by trying all.
 */
export const keyedHash = (purpose: Purpose, value: string): string =>
  createHmac("sha256", env().NEXTAUTH_SECRET).update(`${purpose}:${value}`).digest("base64url");

const keyFor = (purpose: Purpose) => Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", `daymark-seal-${purpose}`, 32));

/** Encrypts a text that the server must read again (AES-256-GCM): `iv.tag.text`, each in base64url. */
export function seal(purpose: Purpose, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** @throws Error when it was sealed with another secret or for another purpose, or was changed. */
export function unseal(purpose: Purpose, sealed: string): string {
  const [iv, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !text) throw new Error("Not a sealed text");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), iv, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
}
