import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HistoryList } from "@/components/diary/history-list";
import type { HistoryImportedDay } from "@/components/diary/history-imported";
import { historyTexts } from "@/components/diary/history-words";
import type { CheckIn } from "@/lib/domain/check-in/check-in";
import { messages } from "@/lib/i18n/messages";

const at = (time: string) => new Date(`2026-10-05T${time}Z`);
const checkIn = (id: string, time: string): CheckIn => ({
  id, revision: 1, recordedAt: at(time), enteredAt: at(time), day: "2026-10-05", timeZone: "UTC", scores: { fatigue: 1, numbness: 2, vision: 3, walking: 4 },
  confirmedUnchanged: [], trackers: {}, note: null, enteredBy: "owner", signs: [],
});
const imported = (id: string, day: string, changes: Partial<HistoryImportedDay> = {}): HistoryImportedDay => ({ id, day, source: "daylio", scores: { fatigue: 0 }, trackers: {}, note: null, ...changes });

/** The cards in order: their anchor and their words. */
function cards(entries: CheckIn[], days: HistoryImportedDay[]) {
  const markup = renderToStaticMarkup(<HistoryList
    entries={entries.map((each) => ({ checkIn: each, copiedFrom: "last" as const, alerts: [], firstTyped: each.enteredAt }))} imported={days} texts={historyTexts(messages, {})} sources={messages.data.sources} />);
  return markup.split(/(?=<li[^>]*class="card)/).slice(1).map((card) => ({ anchor: /^<li id="([^"]+)"/.exec(card)?.[1] ?? null, words: card.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") }));
}

describe("the list of the history", () => {
  it("shows a day of another diary as what it held, and by whose name", () => {
    const [card, ...more] = cards([], [imported("a", "2026-10-04", { trackers: { mood: 7 }, note: "Rain all day" })]);
    expect(more).toEqual([]);
    expect(card!.anchor).toBe("day-2026-10-04");
    expect(card!.words).toMatch(/Sunday 4 October From Daylio Fatigue 0, none .*Low mood 7, severe Note Rain all day/);
    expect(card!.words).not.toMatch(/Vision|Numbness|Walking|Open|Entered by/);
  });
  it("says where a day of an own table is from", () => expect(cards([], [imported("a", "2026-10-04", { source: "spreadsheet" })])[0]!.words).toContain("From a table"));
  it("puts it after the entries of its day, which keep the anchor, and days newest first", () => {
    const found = cards([checkIn("1", "20:00"), checkIn("2", "08:00")], [imported("a", "2026-10-06"), imported("b", "2026-10-05"), imported("c", "2026-10-05"), imported("d", "2026-10-04")]);
    expect(found.map(({ anchor }) => anchor)).toEqual(["day-2026-10-06", "day-2026-10-05", null, null, null, "day-2026-10-04"]);
    expect(found.map(({ words }) => words.includes("From Daylio"))).toEqual([true, false, false, true, true, true]);
  });
});
