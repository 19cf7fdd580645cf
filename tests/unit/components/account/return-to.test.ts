import fc from "fast-check";
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

  /** Pieces of which addresses of other sites are made, and what browsers drop or read as a slash. */
  const piece = fc.oneof(fc.constantFrom("/", "//", "\\", "\t", "\n", "\r", "\u0000", " ", ".", "..", "%2f", "%5c", "%09", ":", "@", "?", "#", ";", "http:", "https:", "javascript:",
    "data:", "evil.example", "diary.example", "[::1]", "127.0.0.1", "today", "\u2028", "\u3002", "\uff0f", "\u202e"), fc.string({ unit: "binary", maxLength: 6 }));
  const written = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

  it("never leads to another site, however it is written", () => {
    let kept = 0;
    fc.assert(fc.property(fc.oneof(written, written.map((rest) => `/${rest}`)), (value) => {
      const place = safeReturnTo(value);
      for (const base of ["https://diary.example/sign-in", "http://localhost:3000/sign-in?returnTo=x"]) expect(new URL(place, base).origin).toBe(new URL(base).origin);
      expect(place).toMatch(/^\/(?![/\\])/);
      expect([value, "/today"]).toContain(place);
      if (place !== "/today") kept += 1;
    }), { numRuns: 10_000 });
    expect(kept).toBeGreaterThan(250);
  }, 60_000);
});
