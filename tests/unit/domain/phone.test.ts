import { describe, expect, it } from "vitest";
import { PHONE, telOf } from "@/lib/domain/phone";

describe("phone numbers as people type them", () => {
  it.each(["020 7946 0000", "+44 (0)20 7946-0000", "111", "030/901820", "07700.900000"])("takes %s", (typed) => expect(PHONE.test(typed)).toBe(true));
  it.each(["", "11", "( )- ", "call me", "111;ext=5", "1".repeat(31), "javascript:1234"])("refuses %j", (typed) => expect(PHONE.test(typed)).toBe(false));
  it("dials digits and a plus only", () => expect(telOf("+44 (0)20 7946-0000")).toBe("+4402079460000"));
});
