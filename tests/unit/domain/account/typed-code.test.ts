import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeTypedCode, readTypedCode, showTypedCode } from "@/lib/domain/account/typed-code";

const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 });

describe("a code to type", () => {
  it("has sixteen letters and digits, none of which looks like another", () => {
    fc.assert(fc.property(bytes, (some) => {
      expect(makeTypedCode(some)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    }));
    expect(makeTypedCode(new Uint8Array(10))).toBe("0000000000000000");
    expect(makeTypedCode(new Uint8Array(10).fill(255))).toBe("ZZZZZZZZZZZZZZZZ");
  });
  it("differs wherever one of its eighty bits does", () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.nat(79), (some, bit) => {
      const other = some.slice();
      other[bit >> 3]! ^= 1 << (bit & 7);
      expect(makeTypedCode(other)).not.toBe(makeTypedCode(some));
    }));
  });
  it("is not made of too few bytes", () => expect(() => makeTypedCode(new Uint8Array(9))).toThrow(RangeError));
  it("is read back as it is shown, in any case, with spaces, and with letters that look like digits", () => {
    fc.assert(fc.property(bytes, (some) => {
      const code = makeTypedCode(some);
      const shown = showTypedCode(code);
      for (const typed of [code, shown, shown.toLowerCase(), ` ${shown.replaceAll("-", " ")}\n`, shown.replaceAll("0", "o").replaceAll("1", "l")]) expect(readTypedCode(typed)).toBe(code);
    }));
    expect(showTypedCode("7GK2Q0ZBM4T9XW3D")).toBe("7GK2-Q0ZB-M4T9-XW3D");
  });
  it.each(["", "7GK2-Q0ZB-M4T9-XW3", "7GK2-Q0ZB-M4T9-XW3D0", "7GK2-Q0ZB-M4T9-XW3U", "7GK2-Q0ZB-M4T9-XW3é", "x".repeat(500)])("is not read in %j", (typed) =>
    expect(readTypedCode(typed)).toBeNull());
});
