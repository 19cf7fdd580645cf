import { z } from "zod";
import { readRecoveryCode } from "@/lib/domain/account/recovery-code";
import { readTotpCode } from "@/lib/domain/account/totp";
import { beginSchema, emailSchema, sixDigitsSchema } from "@/lib/schemas/sign-in";

const MOST_TYPED = 64;

/** What a person typed, read by `read`; what it cannot read is no try, but a field to correct. */
const typedAs = <T>(read: (typed: string) => T | null) => z.string("code.missing").max(MOST_TYPED, "code.invalid").transform((typed, context) => {
  const code = read(typed);
  if (code !== null) return code;
  context.addIssue({ code: "custom", message: "code.invalid" });
  return z.NEVER;
});

export type SecondStepCode = { kind: "totp" | "recovery-code"; code: string };

/** Six digits of the app, or a recovery code: which of the two is plain from what was typed. */
export function readSecondStepCode(typed: string): SecondStepCode | null {
  const digits = readTotpCode(typed);
  if (digits) return { kind: "totp", code: digits };
  const code = readRecoveryCode(typed);
  return code ? { kind: "recovery-code", code } : null;
}

export const confirmTotpSchema = z.strictObject({ code: typedAs(readTotpCode) });
export const secondStepSchema = z.strictObject({ code: typedAs(readSecondStepCode) });
export const recoverySchema = beginSchema.extend({ email: emailSchema, code: typedAs(readRecoveryCode) });
/** A code that proves who one is. */
export const confirmSchema = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("mail-code"), code: sixDigitsSchema }),
  z.strictObject({ method: z.literal("totp"), code: typedAs(readTotpCode) }),
  z.strictObject({ method: z.literal("recovery-code"), code: typedAs(readRecoveryCode) }),
]);
