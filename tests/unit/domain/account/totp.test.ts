import { describe, expect, it } from "vitest";
import { groupSecret, readTotpCode } from "@/lib/domain/account/totp";

describe("the six digits of a sign-in app", () => {
  it.each([["123456", "123456"], ["012 345", "012345"], [" 123-456\n", "123456"]])("are read from %j", (typed, digits) => expect(readTotpCode(typed)).toBe(digits));
  it.each(["", "12345", "1234567", "12a456", "k7mp-3hxr-2fw", "\u0661\u0662\u0663\u0664\u0665\u0666"])("are not %j", (typed) => expect(readTotpCode(typed)).toBeNull());
});

describe("the key of a sign-in app", () => {
  it("is shown in groups of four", () => expect(groupSecret("JBSWY3DPEHPK3PXPAB")).toBe("JBSW Y3DP EHPK 3PXP AB"));
});
