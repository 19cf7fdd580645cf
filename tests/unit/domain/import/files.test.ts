import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseCsv } from "@/components/data/parse-csv";
import { possibleOrders } from "@/lib/domain/import/read-day";
import { proposeMapping, seriesOf } from "@/lib/domain/import/series";
import { dateColumnOf, detectSource, holdsSeveralPeople, readTable } from "@/lib/domain/import/sources";
import type { Table } from "@/lib/domain/import/table";
import { toDays } from "@/lib/domain/import/to-days";

const TODAY = "2026-01-01";
const sample = (name: string) => new Uint8Array(readFileSync(path.join(import.meta.dirname, "../../../samples", `${name}.csv`)));

async function tableOf(bytes: Uint8Array): Promise<Table> {
  const parsed = await parseCsv(bytes);
  if (!("table" in parsed)) throw new Error(parsed.problem);
  return parsed.table;
}
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function importOf(bytes: Uint8Array) {
  const table = await tableOf(bytes);
  const source = detectSource(table.header);
  const reader = readTable(source, table, { order: "day-first", columns: null }, TODAY);
  const series = seriesOf(reader.readings);
  return { source, reader, series, ...toDays(reader, proposeMapping(source, series), true) };
}

describe("a file of Daylio", () => {
  it("gives a day of mood for each date, with activities and notes, and no score that it does not hold", async () => {
    const { source, days, errors } = await importOf(sample("daylio"));
    expect(source).toBe("daylio");
    expect(errors).toEqual([]);
    expect(days).toHaveLength(30);
    expect(days[0]).toEqual({ day: "2021-11-01", scores: {}, trackers: { mood: 3 }, note: "A long day\nLegs heavy, \"like lead\" after lunch\nwork | walk | poor sleep" });
  });
  it("takes the median of two moods of one day", async () => {
    const { days } = await importOf(bytesOf("full_date,date,weekday,time,mood,activities,note_title,note\n2021-11-04,,,,good,,,\n2021-11-04,,,,awful,,,\n"));
    expect(days).toEqual([{ day: "2021-11-04", scores: {}, trackers: { mood: 7 } }]);
  });
  it("leaves a mood of one's own out until it is placed", async () => {
    const { series, days } = await importOf(bytesOf("full_date,date,weekday,time,mood,activities,note_title,note\n2021-11-04,,,,so-so,,,\n"));
    expect(series).toEqual([{ name: "mood", count: 1, low: null, high: null, words: ["so-so"] }]);
    expect(days).toEqual([]);
  });
});

describe("a file of Bearable", () => {
  it("reads the strength from the brackets, turns mood round and leaves out what is no symptom", async () => {
    const { source, days, errors, reader } = await importOf(sample("bearable"));
    expect(source).toBe("bearable");
    expect(errors).toEqual([]);
    expect(days).toHaveLength(30);
    expect(reader.leftOut).toBe(30);
    expect(days.at(-1)).toEqual({ day: "2021-11-30", scores: { fatigue: 8 }, trackers: { mood: 0, pain: 8 } });
    expect(days[0]).toEqual({ day: "2021-11-01", scores: { fatigue: 3, numbness: 3 }, trackers: { mood: 10 }, note: "Woke tired" });
  });
});

describe("a file of Flaredown", () => {
  it("puts 0 to 4 on 0 to 10 and takes an empty value for unknown", async () => {
    const { source, days, errors, reader } = await importOf(sample("flaredown"));
    expect(source).toBe("flaredown");
    expect(errors).toEqual([]);
    expect(reader.leftOut).toBe(60);
    expect(days[0]).toEqual({ day: "2021-11-01", scores: { fatigue: 0 }, trackers: {} });
    expect(days[1]).toEqual({ day: "2021-11-02", scores: { fatigue: 3, vision: 3 }, trackers: {} });
  });
  it("is refused when it holds several people, as the public data set does", async () => {
    expect(holdsSeveralPeople("flaredown", await tableOf(sample("flaredown")))).toBe(false);
    const head = "user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value\n";
    expect(holdsSeveralPeople("flaredown", await tableOf(bytesOf(`${head}a,,,,2021-01-01,1,Symptom,Fatigue,1\nb,,,,2021-01-01,1,Symptom,Fatigue,1\n`)))).toBe(true);
  });
});

describe("a spreadsheet", () => {
  it("is read by the columns that the person names", async () => {
    const table = await tableOf(sample("spreadsheet"));
    expect(detectSource(table.header)).toBe("spreadsheet");
    const date = dateColumnOf("spreadsheet", table);
    expect(date).toBe(0);
    expect(possibleOrders(table.rows.map((row) => row[date]!))).toEqual(["day-first"]);
    const reader = readTable("spreadsheet", table, { order: "day-first", columns: { date, series: [1, 2], note: 3 } }, TODAY);
    const { days, errors } = toDays(reader, {
      "Müdigkeit (1-5)": { target: "fatigue", scale: { kind: "numbers", best: 1, worst: 5 } },
      "Gehen gut (0-100)": { target: "walking", scale: { kind: "numbers", best: 100, worst: 0 } },
    }, true);
    expect(errors).toEqual([]);
    expect(days).toHaveLength(30);
    expect(days[0]).toEqual({ day: "2021-11-01", scores: { fatigue: 0, walking: 2 }, trackers: {}, note: "Spaziergang; dann müde" });
    expect(days[2]!.scores).toEqual({ fatigue: 5, walking: 4 });
    expect(days[5]!.scores, "an empty cell").toEqual({ walking: 2 });
  });
  it("lists each cell that cannot be read, with its row as a spreadsheet counts it, and keeps the rest", async () => {
    const table = await tableOf(bytesOf("Date,Pain\n2021-01-01,3\n\n,4\nsoon,5\n2099-01-01,5\n2021-01-02,11\n2021-01-03,bad\n2021-01-04,\n2021-01-05,10\n"));
    const reader = readTable("spreadsheet", table, { order: "year-first", columns: { date: 0, series: [1], note: null } }, TODAY);
    const { days, errors } = toDays(reader, { Pain: { target: "pain", scale: { kind: "numbers", best: 0, worst: 10 } } }, true);
    expect(days).toEqual([{ day: "2021-01-01", scores: {}, trackers: { pain: 3 } }, { day: "2021-01-05", scores: {}, trackers: { pain: 10 } }]);
    expect(errors).toEqual([
      { line: 4, column: "Date", problem: "noDate" }, { line: 5, column: "Date", problem: "notADate" }, { line: 6, column: "Date", problem: "future" },
      { line: 7, column: "Pain", problem: "outsideScale" }, { line: 8, column: "Pain", problem: "notANumber" },
    ]);
  });
  it("says that a note was too long and does not cut it", async () => {
    const table = await tableOf(bytesOf(`Date,Pain,Note\n2021-01-01,3,${"x".repeat(2000)}\n2021-01-01,3,y\n2021-01-02,1,${"x".repeat(2001)}\n`));
    const reader = readTable("spreadsheet", table, { order: "year-first", columns: { date: 0, series: [], note: 2 } }, TODAY);
    const { days, errors } = toDays(reader, {}, true);
    expect(days).toEqual([{ day: "2021-01-01", scores: {}, trackers: {}, note: "x".repeat(2000) }]);
    expect(errors.map(({ line, problem }) => [line, problem])).toEqual([[3, "noteTooLong"], [4, "noteTooLong"]]);
  });
});

describe("parseCsv", () => {
  const table = "Date;Pain\r\n2021-01-01;3\r\n";
  const utf16 = (text: string, mark: boolean) => new Uint8Array(Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le"));
  it.each([
    ["semicolons and CRLF", bytesOf(table)], ["tabs", bytesOf(table.replaceAll(";", "\t"))], ["a mark", bytesOf(`\uFEFF${table}`)],
    ["UTF-16 with a mark", utf16(table, true)], ["UTF-16 without one", utf16(table, false)], ["old line ends", bytesOf(table.replaceAll("\r\n", "\r"))],
  ])("reads %s", async (_name, bytes) => expect(await tableOf(bytes)).toEqual({ header: ["Date", "Pain"], rows: [["2021-01-01", "3"]], lines: [2] }));
  it("reads quotes, line breaks in cells, and two columns of one name", async () => {
    expect(await tableOf(bytesOf("Pain,Pain,\n\"a \"\"b\"\"\",\"c\nd\",e\n"))).toEqual({ header: ["Pain", "Pain (2)", "3"], rows: [["a \"b\"", "c\nd", "e"]], lines: [2] });
  });
  it.each([
    ["empty", new Uint8Array()], ["empty", bytesOf(" \n ")], ["noRows", bytesOf("a,b\n")], ["encoding", new Uint8Array([...bytesOf("Datum,M"), 0xfc, ...bytesOf("digkeit\n2021-01-01,3\n")])],
    ["notText", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0xff, 0x00])], ["tooLarge", new Uint8Array(20 * 1024 * 1024 + 1)],
    ["tooManyRows", bytesOf(`a,b\n${"1,2\n".repeat(100_001)}`)], ["openQuote", bytesOf("a,b\n\"1,2\n3,4\n")],
  ])("says %s", async (problem, bytes) => expect(await parseCsv(bytes)).toMatchObject({ problem }));
  it("takes as many rows as it says", async () => expect((await tableOf(bytesOf(`a,b\n${"1,2\n".repeat(100_000)}`))).rows).toHaveLength(100_000));
});

describe("the proposal for a column", () => {
  it.each([
    ["Energy", { best: 10, worst: 0 }],
    ["Energy level", { best: 10, worst: 0 }],
    ["Low energy", { best: 0, worst: 10 }],
    ["Lack of energy", { best: 0, worst: 10 }],
    ["Fatigue", { best: 0, worst: 10 }],
  ])("takes %s for fatigue, and knows which end is good", (name, ends) => {
    const series = [{ name, count: 2, low: 0, high: 8, words: [] }];
    expect(proposeMapping("spreadsheet", series)).toEqual({ [name]: { target: "fatigue", scale: { kind: "numbers", ...ends } } });
  });
});
