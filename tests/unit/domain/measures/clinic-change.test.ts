import { describe, expect, it } from "vitest";
import { beyondVariation } from "@/lib/domain/measures/clinic-change";
import { isEdss, type ClinicResult } from "@/lib/domain/measures/measure";

type Content = Pick<ClinicResult, "kind" | "value" | "details">;
const on = (day: string, content: Content, createdAt = "2026-03-10T10:00:00Z") => ({
  ...content, id: `${day}${createdAt}`, day, recordedAt: new Date(createdAt), timeZone: "UTC", createdAt: new Date(createdAt), updatedAt: new Date(createdAt),
}) as ClinicResult;
const peg = (value: number, hand: "left" | "right" = "right"): Content => ({ kind: "nine-hole-peg", value, details: { hand } });
const sdmt = (value: number): Content => ({ kind: "sdmt", value, details: {} });

describe("beyond day-to-day variation", () => {
  it.each([
    { before: 20, now: 23.9, is: false }, { before: 20, now: 24, is: true }, { before: 20, now: 16.1, is: false }, { before: 20, now: 16, is: true }, { before: 20, now: 20, is: false },
  ])("peg test from $before to $now seconds: $is", ({ before, now, is }) => {
    const first = on("2025-01-01", peg(before));
    expect(beyondVariation(on("2026-01-01", peg(now)), [first])).toBe(is ? first : null);
  });
  it.each([
    { before: 60, now: 57, is: false }, { before: 60, now: 56, is: true }, { before: 60, now: 64, is: true }, { before: 60, now: 63, is: false },
    { before: 30, now: 27, is: true }, { before: 30, now: 28, is: false }, { before: 0, now: 1, is: true }, { before: 0, now: 0, is: false },
  ])("SDMT from $before to $now: $is", ({ before, now, is }) => {
    expect(beyondVariation(on("2026-01-01", sdmt(now)), [on("2025-01-01", sdmt(before))]) !== null).toBe(is);
  });
  it("compares with the last one of an earlier day, and never with the other hand", () => {
    const all = [on("2024-01-01", peg(10)), on("2025-01-01", peg(20)), on("2025-06-01", peg(40, "left")), on("2026-01-01", peg(60)), on("2026-06-01", peg(60))];
    expect(beyondVariation(on("2026-01-01", peg(22)), all)).toBeNull();
    expect(beyondVariation(on("2026-01-01", peg(30)), all)?.day).toBe("2025-01-01");
  });
  it("of two on one day the one typed in last is compared", () => {
    const all = [on("2025-01-01", peg(20), "2026-03-02T10:00:00Z"), on("2025-01-01", peg(30), "2026-03-01T10:00:00Z")];
    expect(beyondVariation(on("2026-01-01", peg(24)), all)?.value).toBe(20);
  });
  it("never compares EDSS, labs or MRI", () => {
    const edss = (value: number): Content => ({ kind: "edss", value, details: {} });
    expect(beyondVariation(on("2026-01-01", edss(6)), [on("2025-01-01", edss(2))])).toBeNull();
  });
});

describe("an EDSS number", () => {
  it.each([[0, true], [0.5, false], [1, true], [1.5, true], [6.5, true], [10, true], [10.5, false], [-0.5, false], [2.25, false], [Number.NaN, false]])("%s: %s", (value, is) => {
    expect(isEdss(value)).toBe(is);
  });
});
