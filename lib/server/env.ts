import "server-only";
import { envSchema, type Env } from "@/lib/schemas/env";

let parsed: Env | undefined;

/**
 * The settings, read once and on first use, so that building needs none.
 * @throws Error with one sentence for each missing or wrong setting.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = envSchema.safeParse(process.env);
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join("\n"));
  return (parsed = result.data);
}

/** The address people use, without a slash at the end. */
export function publicUrl(): string {
  return (env().DAYMARK_URL ?? `http://localhost:${env().PORT}`).replace(/\/+$/, "");
}

/** Who runs this Daymark, for the pages that name them. A demo may have nobody; elsewhere the start asks for it. */
export function operator() {
  const { DAYMARK_OPERATOR_NAME: name, DAYMARK_OPERATOR_ADDRESS: address, DAYMARK_OPERATOR_EMAIL: email, DAYMARK_OPERATOR_PHONE: phone, DAYMARK_PRIVACY_CONTACT: contact, DAYMARK_DEMO: isDemo } = env();
  return { name, address, email, phone, contact, isDemo };
}
