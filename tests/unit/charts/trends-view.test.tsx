import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { chartModel, lineOf, markerPoints } from "@/components/charts/chart-model";
import { csvOf } from "@/components/charts/chart-table";
import { bandOf, linePath } from "@/components/charts/trend-svg";
import { TrendsView } from "@/components/charts/trends-view";
import { wordChart, wordReading, wordSentence, wordSummary, wordUnderName, wordValue } from "@/components/charts/words";
import { addDays } from "@/lib/domain/time";
import { packMarks, packPoints, packSeries } from "@/lib/domain/trends/compact";
import { distributionOf } from "@/lib/domain/trends/distribution";
import type { LineName } from "@/lib/domain/trends/lines";
import { meanPoints } from "@/lib/domain/trends/points";
import type { TrendLine, Trends } from "@/lib/domain/trends/trends";
import { messages } from "@/lib/i18n/messages";

vi.mock("@/components/charts/charts.css", () => ({}));

const texts = { ...messages.trends.view, names: { ...messages.common.symptoms, ...messages.trackers.names } };
const usual = { median: 1, low: 0, high: 2, days: 53 };
const today = "2026-10-02";
const year = { from: addDays(today, -364), days: 365 };
const window = { from: "2026-09-28", days: 5 };
const days = [1, 2, null, 8, 1];
const line = (name: LineName, values: (number | null)[] = days, own: TrendLine["usual"] = null): TrendLine => ({
  name, year: packSeries([...Array<null>(365 - values.length).fill(null), ...values]), usual: own,
  sentence: { key: "worse", name, count: 1, of: 4, days: 5 }, yearSentence: { key: "levels", name, severe: 1, moderate: 0, of: 4 }, spread: distributionOf(values, window),
});
const trends: Trends = {
  range: "14", window, step: 1, year, front: "vision",
  summary: [{ key: "backToUsual", symptom: "vision" }, { key: "wasWorse", days: 21, day: "2026-09-28" }],
  lines: [line("fatigue", days, usual), line("numbness"), line("vision", days, usual), line("walking"), line("mood", [null, 3, null, null, null])],
  relapses: [{ first: 3, last: 4, isPossible: false, startsBefore: false, isOpen: true }],
  marks: packMarks([{ kind: "heat", first: 0, last: 1 }, { kind: "dose", first: 3, last: 3, name: "=HYPERLINK(\"x\")" }, { kind: "alert", first: 3, last: 3, tier: "EMERGENCY" }]),
  compare: { comparison: "before", now: window, before: { from: "2026-09-23", days: 5 }, rows: [], sentence: { key: "compare", comparison: "before", better: [], worse: ["vision"], same: ["fatigue", "walking"], tooFew: ["mood"] } },
  goodDays: { key: "goodDays", good: 3, of: 4 },
};
const model = chartModel(trends);
const vision = lineOf(model, "vision");
/** Ten weeks, the last one without an entry. */
const weeks = (): Trends => {
  const values = Array.from({ length: 70 }, (_, at) => (at >= 63 ? null : at % 7 === 0 ? null : at / 10));
  return { ...trends, range: "all", step: 7, window: { from: addDays(today, -69), days: 70 }, relapses: [], marks: "", lines: trends.lines.map((each) => ({ ...each, points: packPoints(meanPoints(values, 7)) })) };
};
const render = (shown: Trends, more: Partial<Parameters<typeof TrendsView>[0]> = {}) => renderToStaticMarkup(<TrendsView title="Trends" trends={shown} texts={texts} {...more} />);

describe("words", () => {
  it("says the trend as the design does", () => {
    expect(trends.summary.map((part) => wordSummary(part, texts, false)).join(" "))
      .toBe("Vision is back to your usual. It was worse for 21 days, from 28 September.");
  });
  it.each([[14, "Walking: worse than your usual on 9 of the last 14 days."], [12, "Walking: worse than your usual on 9 of 12 days with an entry, in the last 14 days."]])(
    "counts %i entered days as what they are", (of, words) => expect(wordSentence({ key: "worse", name: "walking", count: 9, of, days: 14 }, texts)).toBe(words));
  it.each([
    [{ key: "notWorse", name: "mood", of: 1, days: 14 } as const, "Low mood: not worse than your usual on any of 1 day with an entry, in the last 14 days."],
    [{ key: "none", name: "pain", days: 3653 } as const, "Pain: no entry in the last 10 years."],
    [{ key: "noUsual", name: "vision", low: 1, high: 6, of: 2, days: 30 } as const, "Vision: 1 to 6 on 2 days with an entry, in the last 30 days. Your usual is not known yet."],
    [{ key: "levels", name: "vision", severe: 6, moderate: 20, of: 280 } as const, "Vision: severe on 6 and moderate on 20 of 280 days with an entry."],
    [{ key: "goodDays", good: 20, of: 28 } as const, "Good days: 20 of 28. On a good day, none of the four is worse than your usual."],
    [trends.compare.sentence, "Beside the time before: vision worse; fatigue and walking the same; too few days to tell for low mood."],
    [{ key: "compare", comparison: "year", better: [], worse: [], same: [], tooFew: ["vision"] } as const, "Beside a year ago: too few days to tell."],
    [{ key: "compare", comparison: "year", better: [], worse: [], same: ["vision"], tooFew: [] } as const, "Beside a year ago: nothing changed by more than 0.5."],
  ])("words %j", (sentence, words) => expect(wordSentence(sentence as Parameters<typeof wordSentence>[0], texts)).toBe(words));
  it("begins with a capital under a name", () => expect(wordUnderName(vision.sentence, texts)).toBe("Worse than your usual on 1 of 4 days with an entry, in the last 5 days."));
  it("reads a day with all that is known of it", () => {
    expect(wordReading({ ...model, marks: model.marks.filter(({ kind }) => kind !== "dose") }, vision, 3, texts)).toBe("1 October. Vision 8. Usual 0 to 2. Relapse. Alert.");
    expect(wordReading(model, lineOf(model, "numbness"), 2, texts)).toBe("30 September. Numbness: no entry.");
    expect(wordReading(model, vision, 0, texts)).toContain("Hot spell.");
  });
  it("reads a week with its mean and the days it rests on", () => {
    const long = chartModel(weeks());
    expect(wordReading(long, lineOf(long, "walking"), 0, texts)).toBe("Week of 25 July. Walking 0.4, average of 6 days.");
  });
  it("names the chart in words", () => {
    expect(wordChart(model, vision, texts)).toBe("Vision. Last 2 weeks, 0 none to 10 severe. Lowest 1, highest 8, newest 1. Usual 0 to 2. Worse than your usual on 1 of 4 days with an entry, in the last 5 days.");
    const none = chartModel({ ...trends, lines: [line("vision", [])] });
    expect(wordChart(none, lineOf(none, "vision"), texts)).toBe("Vision. Last 2 weeks. No entries.");
    expect(wordValue(none, lineOf(none, "vision"), texts)).toBe("no entry");
  });
});

describe("chart model", () => {
  it("draws real days for a month and the mean from 3 months on", () => {
    expect(vision.points.map(({ y }) => y)).toEqual([1, 2, null, 8, 1]);
    const long = chartModel({ ...trends, range: "90", window: { from: addDays(today, -89), days: 90 }, lines: [line("vision", [0, 0, 5, 5, 10])] });
    expect(lineOf(long, "vision").points.at(-3)?.y).toBe(4);
  });
  it("draws a point a week in its middle, and leaves a week without an entry empty", () => {
    const long = lineOf(chartModel(weeks()), "vision");
    expect(long.points.slice(-2)).toEqual([{ x: 59, y: 6 }, { x: 66, y: null }]);
    expect(long.cells.slice(-2)).toEqual([{ value: 6, days: 6 }, { value: null, days: 0 }]);
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
    const html = render(trends);
    expect(html).toContain("Vision is back to your usual.");
    expect(html.match(/<figure/g)).toHaveLength(5);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html.length).toBeLessThan(40_000);
  });
  it("makes each mark a link to its day, by name, once on a phone and once on a wide screen", () => {
    const html = render(trends);
    expect(html.match(/href="\/history\?day=2026-09-28#day-2026-09-28" aria-label="Hot spell, 28 September to 29 September"/g)).toHaveLength(2);
    expect(html.match(/aria-label="2 together, 1 October. The first: Alert, 1 October"/g)).toHaveLength(2);
    expect(html).toContain("aria-label=\"Relapse, 1 October\"");
  });
  it("tells the most urgent of several marks on one place", () => {
    const alert = (first: number, tier: "URGENT" | "EMERGENCY") => ({ kind: "alert" as const, first, last: first, tier });
    const html = render({ ...trends, window: { from: addDays(today, -89), days: 90 }, marks: packMarks([{ kind: "heat", first: 40, last: 40 }, alert(41, "URGENT"), alert(42, "EMERGENCY")]) });
    expect(html).toMatch(/class="lane-mark ev-alert" href="[^"]+" aria-label="3 together,/);
    expect(html).not.toMatch(/class="lane-mark text-urgent-ink"[^>]*aria-label="3 together/);
  });
  it("shows the table when the address asks for it, and never zero for what is unknown", () => {
    const html = render(trends, { asTable: true });
    expect(html).not.toContain("<figure");
    expect(html).toContain("<tr><th scope=\"row\">30 Sep</th><td colspan=\"5\" class=\"muted\">no entry</td><td></td></tr>");
    expect(html).toContain("<tr><th scope=\"row\">29 Sep</th><td class=\"num\">2</td><td class=\"num\">2</td><td class=\"num\">2</td><td class=\"num\">2</td><td class=\"num\">3</td>");
    expect(html).toContain("=HYPERLINK(&quot;x&quot;)");
  });
  it("counts the days of a week in its table", () => {
    expect(render(weeks(), { asTable: true })).toMatch(/<th scope="row">19 Sep<\/th>(<td class="num">6\.0<\/td>){5}<td class="num">6<\/td><td><\/td>/);
  });
});

describe("csvOf", () => {
  const rows = csvOf(model, texts).trimEnd().split("\r\n");
  it("is newest first, with empty fields where there is no entry", () => {
    expect(rows[0]).toBe("Day,Fatigue,Numbness,Vision,Walking,Low mood,Also that day");
    expect(rows[1]).toMatch(/^2026-10-02,1,1,1,1,,Relapse/);
    expect(rows[3]).toBe("2026-09-30,,,,,,");
  });
  it("keeps a spreadsheet from running what a person typed", () => {
    const typed = chartModel({ ...trends, relapses: [], marks: packMarks(model.marks.filter(({ kind }) => kind === "dose")) });
    expect(csvOf(typed, texts)).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
