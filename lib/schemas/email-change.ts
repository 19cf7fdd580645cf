import { z } from "zod";
import { readTypedCode } from "@/lib/domain/account/typed-code";
import { emailSchema, sixDigitsSchema } from "@/lib/schemas/sign-in";

export const newEmailSchema = z.strictObject({ email: emailSchema });
export const changeEmailSchema = z.strictObject({ code: sixDigitsSchema });

/** A code that came by mail, as a person typed it; its letters and digits come out. */
export const typedCodeSchema = z.string("code.missing").max(64, "code.invalid").transform((typed, context) => {
  const code = readTypedCode(typed);
  if (code) return code;
  context.addIssue({ code: "custom", message: "code.invalid" });
  return z.NEVER;
});
export const undoEmailSchema = z.strictObject({ code: typedCodeSchema });
