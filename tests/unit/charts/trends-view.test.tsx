import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { chartModel, markerPoints, pointsOf } from "@/components/charts/chart-model";
import { csvOf } from "@/components/charts/chart-table";
import { bandOf, linePath } from "@/components/charts/trend-svg";
import { TrendsView } from "@/components/charts/trends-view";
import { wordChart, wordReading, wordSummary, wordValue } from "@/components/charts/words";
import { packSeries } from "@/lib/domain/trends/compact";
import type { Trends } from "@/lib/domain/trends/trends";
import { messages } from "@/lib/i18n/messages";

vi.mock("@/components/charts/charts.css", () => ({}));

const texts = { ...messages.trends.view, symptoms: messages.common.symptoms };
const usual = { median: 1, low: 0, high: 2 };
const line = packSeries([1, 2, null, 8, 1]);
const trends: Trends = {
  range: "14", window: { from: "2026-09-28", days: 5 }, front: "vision",
  summary: [{ key: "backToUsual", symptom: "vision" }, { key: "wasWorse", days: 21, day: "2026-09-28" }],
  lines: { fatigue: line, numbness: line, vision: line, walking: line },
  usual: { fatigue: usual, numbness: null, vision: usual, walking: null },
  relapses: [{ first: 3, last: 4, isPossible: false, startsBefore: false, isOpen: true }], heat: [{ first: 0, last: 1 }],
  medicines: [{ at: 3, name: "=HYPERLINK(\"x\")", what: "dose" }], alerts: [{ at: 3, tier: "EMERGENCY" }], changes: [],
};
const model = chartModel(trends);

describe("words", () => {
  it("says the trend as the design does", () => {
    expect(trends.summary.map((part) => wordSummary(part, texts, false)).join(" "))
      .toBe("Vision is back to your usual. It was worse for 21 days, from 28 September.");
  });
  it.each([[14, "Walking: worse than your usual on 9 of the last 14 days."], [12, "Walking: worse than your usual on 9 of 12 days with an entry, in the last 2 weeks."]])(
    "counts %i entered days as what they are", (of, words) => expect(wordSummary({ key: "worseNow", symptom: "walking", count: 9, of }, texts, false)).toBe(words));
  it("reads a day with all that is known of it", () => {
    expect(wordReading({ ...model, medicines: [] }, "vision", 3, texts)).toBe("1 October. Vision 8. Usual 0 to 2. Relapse. Alert.");
    expect(wordReading(model, "numbness", 2, texts)).toBe("30 September. Numbness: no entry.");
  });
  it("names the chart in a sentence", () => {
    expect(wordChart(model, "vision", texts)).toBe("Vision. Last 2 weeks, 0 none to 10 severe. Lowest 1, highest 8, newest 1. Usual 0 to 2.");
    const none = chartModel({ ...trends, lines: { ...trends.lines, vision: "-----" } });
    expect(wordChart(none, "vision", texts)).toBe("Vision. Last 2 weeks. No entries.");
    expect(wordValue(none, "vision", texts)).toBe("no entry");
  });
});

describe("chart model", () => {
  it("draws real days for a month and the mean from 3 months on", () => {
    expect(model.points.vision.map(({ y }) => y)).toEqual([1, 2, null, 8, 1]);
    const long = chartModel({ ...trends, range: "90", window: { from: "2026-08-18", days: 90 }, lines: { ...trends.lines, vision: packSeries([0, 0, 5, 5, 10]) } });
    expect(long.points.vision[2]?.y).toBe(4);
  });
  it("lifts the pen between kept days that a gap divides", () => {
    expect(pointsOf([1, 1, null, null, 5, 5, 5], [0, 1, 4, 6])).toEqual([{ x: 0, y: 1 }, { x: 1, y: 1 }, { x: 2, y: null }, { x: 4, y: 5 }, { x: 6, y: 5 }]);
  });
  it("puts no shape on a day without an entry", () => {
    const points = Array.from({ length: 90 }, (_, x) => ({ x, y: x % 3 === 0 ? null : 2 }));
    expect(markerPoints(points, "vision", 90, true).every(({ y }) => y === 2)).toBe(true);
  });
});

describe("the server's drawing", () => {
  it("breaks at a gap and shows a day alone", () => {
    expect(linePath([{ x: 0, y: 1 }, { x: 1, y: 2 }, { x: 2, y: null }, { x: 3, y: 8 }])).toBe("M0 90l1-10M3 20h0");
  });
  it.each([
    { low: 2, high: 2, drawn: { low: 1.8, high: 2.2 } },
    { low: 0, high: 0, drawn: { low: 0, high: 0.4 } },
    { low: 1, high: 3, drawn: { low: 1, high: 3 } },
  ])("shows a usual of $low to $high as a strip", ({ low, high, drawn }) => expect(bandOf({ low, high })).toEqual(drawn));
  it("holds sentence, values and lines without a script, and stays lean", () => {
    const html = renderToStaticMarkup(<TrendsView title="Trends" trends={trends} texts={texts} />);
    expect(html).toContain("Vision is back to your usual.");
    expect(html.match(/<figure/g)).toHaveLength(4);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html.length).toBeLessThan(40_000);
  });
  it("shows the table when the address asks for it", () => {
    const html = renderToStaticMarkup(<TrendsView title="Trends" trends={trends} texts={texts} asTable />);
    expect(html).toContain("<table class=\"trend-table trend-days-table\">");
    expect(html).not.toContain("<figure");
  });
});

describe("csvOf", () => {
  const rows = csvOf(model, texts).trimEnd().split("\r\n");
  it("is newest first, with empty fields where there is no entry", () => {
    expect(rows[0]).toBe("Day,Fatigue,Numbness,Vision,Walking,Also that day");
    expect(rows[1]).toMatch(/^2026-10-02,1,1,1,1,Relapse/);
    expect(rows[3]).toBe("2026-09-30,,,,,");
  });
  it("keeps a spreadsheet from running what a person typed", () => {
    const typed = chartModel({ ...trends, relapses: [], alerts: [], heat: [] });
    expect(csvOf(typed, texts)).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
