import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Preview, wordUnplaced } from "@/components/data/preview";
import { wordBadRows } from "@/components/data/word-outcome";
import { proposeMapping, seriesOf } from "@/lib/domain/import/series";
import { readTable } from "@/lib/domain/import/sources";
import { toDays } from "@/lib/domain/import/to-days";
import { messages } from "@/lib/i18n/messages";
import { exportFileSchema } from "@/lib/schemas/export";
import { fieldErrors } from "@/lib/schemas/fields";

const texts = messages.data;
const table = { header: ["full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note"], rows: ["rad", "Wobbly", "bad", "wobbly", "fuzzy"].map((mood, at) => [`2021-11-0${at + 1}`, "", "", "", mood, "", "", ""]), lines: [2, 3, 4, 5, 6] };

describe("moods that nobody placed", () => {
  const reader = readTable("daylio", table, { order: "year-first", columns: null }, "2026-11-21");
  const mapping = proposeMapping("daylio", seriesOf(reader.readings));
  it("are counted and named before anything is brought in, and each row stands in the list", () => {
    const { days, errors } = toDays(reader, mapping, true);
    expect(days.map(({ day, trackers }) => [day, trackers.mood])).toEqual([["2021-11-01", 0], ["2021-11-03", 8]]);
    expect(errors).toEqual([[3, "wobbly"], [5, "wobbly"], [6, "fuzzy"]].map(([line, word]) => ({ line, column: "mood", problem: "notPlaced", word })));
    const html = renderToStaticMarkup(<Preview days={days} errors={errors} leftOut={0} names={{ ...messages.trackers.names, ...messages.common.symptoms }} today="2026-11-21" texts={texts} />);
    expect(html).toContain("3 values left out: no place chosen for &quot;wobbly&quot;, &quot;fuzzy&quot;.");
    expect(html).not.toContain("cannot be read");
    expect(html).toContain(texts.preview.download);
  });
  it("are no problem any more once they have a place", () => {
    const { scale } = mapping["mood"]!;
    const words = { ...(scale.kind === "words" ? scale.words : {}), wobbly: 6, fuzzy: 0 };
    expect(toDays(reader, { mood: { target: "mood", scale: { kind: "words", words } } }, true).errors).toEqual([]);
  });
  it("are named up to five", () => {
    const left = (words: string[]) => wordUnplaced(words.map((word, at) => ({ line: at, column: "m", problem: "notPlaced" as const, word })), texts.preview);
    expect(left(["a"])).toBe("1 value left out: no place chosen for \"a\".");
    expect(left(["a", "b", "c", "d", "e"])).toBe("5 values left out: no place chosen for \"a\", \"b\", \"c\", \"d\", \"e\".");
    expect(left(["a", "b", "c", "d", "e", "f"])).toContain("\"e\", ….");
  });
});

describe("what is wrong with a file of Daymark's own", () => {
  it("is said in sentences, never in keys", () => {
    const file = { visits: [{ visit_id: "x", day: "2026-02-30", questions: ["a".repeat(1001)], more: 1 }], imported_days: [{ fatigue: 11 }] };
    const { error } = exportFileSchema.safeParse(file);
    const list = wordBadRows({ ...fieldErrors(error!), "check_ins.3": "file.repeated", "a.b": "thing.nobodyKnows", "check_ins.1.note": "note.tooLong" }, texts);
    const of = (place: string) => list.find(([each]) => each === place)?.[1];
    expect(of("visits.0.day")).toBe("This is not a date we can read");
    expect(of("visits.0.more")).toBe("Daymark does not know this name");
    expect(of("visits.0.with_whom")).toBe("This is missing");
    expect(of("imported_days.0.fatigue")).toBe("This is not a whole number from 0 to 10");
    expect(of("check_ins.3")).toBe("This record stands in the file twice");
    expect(of("check_ins.1.note")).toBe("This is longer than Daymark can keep");
    expect(of("a.b")).toBe("This does not fit here");
    for (const [, sentence] of list) expect(sentence).toMatch(/^[A-Z][^.]+$/);
  });
});
