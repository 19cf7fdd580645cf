import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MiniTrend } from "@/components/charts/mini-trend";

const draw = (values: (number | null)[], band: { low: number; high: number } | null = null) =>
  renderToStaticMarkup(<MiniTrend symptom="vision" values={values} band={band} />);
const lineOf = (svg: string) => /class="g-line" d="([^"]*)"/.exec(svg)?.[1] ?? "";

describe("MiniTrend", () => {
  it("leaves a gap where a day has no entry", () => {
    expect(lineOf(draw([1, 1, null, 1, 1])).match(/M/g)).toHaveLength(2);
  });
  it("draws a day between two gaps as a point", () => {
    expect(lineOf(draw([1, 1, null, 4, null, 2, 2]))).toContain("h0");
  });
  it("never draws a missing day at zero", () => {
    expect(lineOf(draw([null, null]))).toBe("");
    expect(draw([null, null])).not.toContain("g-dot");
  });
  it("puts the mark on the last entry, not on the last day", () => {
    expect(draw([0, 10, null])).toContain('d="M93 0.88L');
  });
  it("draws a usual range of one value as a strip one can see", () => {
    expect(draw([1], { low: 1, high: 1 })).toMatch(/class="g-band"[^>]*height="5"/);
  });
  it("draws no strip before there is a usual range", () => {
    expect(draw([1, 2])).not.toContain("g-band");
  });
  it("is hidden from screen readers, since the value stands beside it", () => {
    expect(draw([1])).toContain('aria-hidden="true"');
  });
});
