import { describe, expect, it } from "vitest";
import { groupRecoveryCode, makeRecoveryCode, readRecoveryCode, RECOVERY_LENGTH, RECOVERY_SIGNS } from "@/lib/domain/account/recovery-code";

describe("a recovery code", () => {
  it("has about 50 bits", () => {
    const bits = RECOVERY_LENGTH * Math.log2(RECOVERY_SIGNS.length);
    expect(bits).toBeGreaterThan(49);
    expect(bits).toBeLessThan(52);
    expect(new Set(RECOVERY_SIGNS).size).toBe(RECOVERY_SIGNS.length);
  });

  it.each(["0o", "1il", "2z", "5s", "6b", "8b", "9g", "9q", "uv"])("has at most one sign of %s, which look alike", (alike) => {
    expect([...alike].filter((sign) => RECOVERY_SIGNS.includes(sign)).length).toBeLessThanOrEqual(1);
  });

  it("is made of the signs that are picked, the first and the last among them", () => {
    expect(makeRecoveryCode(() => 0)).toBe("22222222222");
    expect(makeRecoveryCode((below) => below - 1)).toBe("yyyyyyyyyyy");
  });

  it("is shown in groups, and read back from them", () => {
    expect(groupRecoveryCode("k7mp3hxr2fw")).toBe("k7mp-3hxr-2fw");
    expect(readRecoveryCode("k7mp-3hxr-2fw")).toBe("k7mp3hxr2fw");
  });
});

describe("what is typed as a recovery code", () => {
  it.each(["K7MP-3HXR-2FW", "k7mp3hxr2fw", " k7mp 3hxr 2fw ", "k7mp\u20113hxr\u20132fw", "k7mp.3hxr/2fw\n"])("is read whatever its case and separators: %j", (typed) => {
    expect(readRecoveryCode(typed)).toBe("k7mp3hxr2fw");
  });

  it("is read with signs that look like those meant", () => {
    expect(readRecoveryCode("zsbgu-ZSBQU-2")).toBe("2589v2589v2");
  });

  it.each(["", "k7mp-3hxr-2f", "k7mp-3hxr-2fww", "k7mp-3hxr-2f0", "k7mp-3hxr-2fa", "k7mp-3hxr-2fl", "123456"])("is no code: %j", (typed) => {
    expect(readRecoveryCode(typed)).toBeNull();
  });
});
