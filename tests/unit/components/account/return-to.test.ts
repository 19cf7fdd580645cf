import { describe, expect, it } from "vitest";
import { safeReturnTo } from "@/components/account/return-to";

describe("safeReturnTo", () => {
  it.each(["/today", "/trends?range=30", "/people/0198-abc", "/more/about-you#top"])("keeps %s, a path of this site", (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });
  it.each([
    "https://evil.example", "//evil.example", "/\\evil.example", "\\/evil.example", "/\t/evil.example", "/\n/evil.example", "javascript:alert(1)",
    "today", "", " /today", "/to day", "/api/auth/signout", "/sign-in", "/sign-in?returnTo=/sign-in", `/${"a".repeat(400)}`,
  ])("sends %j to Today", (value) => {
    expect(safeReturnTo(value)).toBe("/today");
  });
  it("takes one value only", () => {
    expect(safeReturnTo(["/trends", "/share"])).toBe("/today");
    expect(safeReturnTo(undefined)).toBe("/today");
  });
  it("leads to this origin as browsers read it, whatever it accepts", () => {
    for (const value of ["/today", "/a/../b", "/%2f%2fevil.example", "/@evil.example", "/.//evil.example", "/;//x"]) {
      expect(new URL(safeReturnTo(value), "https://diary.example").origin).toBe("https://diary.example");
    }
  });
});
