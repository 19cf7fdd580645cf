"use client";

import Link from "next/link";
import { daysOfCell, type ChartModel } from "@/components/charts/chart-model";
import { marksOn, wordShortDay, type TrendTexts } from "@/components/charts/words";
import { Icon } from "@/components/ui/icon";
import { addDays } from "@/lib/domain/time";
import { escapeHtml } from "@/components/charts/escape-html";

type ChartTableProps = { model: ChartModel; texts: TrendTexts; /** where each entry can be read in full */ entriesHref?: string | undefined };

/** The same figures as the charts, newest first: days, or the means of weeks with the days they rest on. What lies before the first entry is left out. */
export function ChartTable({ model, texts, entriesHref }: ChartTableProps) {
  const { table } = texts;
  const caption = model.step === 1 ? table.caption : table.captionMeans[model.step];
  return (
    <div className="mt-3">
      <p className="small muted mb-2">{caption}. {model.step === 1 ? table.note : table.noteMeans}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls sideways, by keyboard too */}
      <div className="scrollx" role="region" aria-label={caption} tabIndex={0}>
        <table className="trend-table trend-days-table">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>{headOf(model, texts).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
          </thead>
          <tbody dangerouslySetInnerHTML={{ __html: cellsOf(model).map((cell) => rowOf(model, cell, texts)).join("") }} />
        </table>
      </div>
      <button type="button" className="btn text" onClick={() => save(csvOf(model, texts), model)}><Icon name="saved" size={22} />{table.csv}</button>
      {entriesHref && <Link className="btn text" href={entriesHref}><Icon name="list" size={22} />{table.entries}</Link>}
    </div>
  );
}

function headOf(model: ChartModel, texts: TrendTexts): string[] {
  const { table } = texts;
  const names = model.lines.map(({ name }) => texts.names[name]);
  return model.step === 1 ? [table.day, ...names, table.marks] : [table.from, ...names, table.days, table.marksThen];
}

/** A row is one text of our own words and numbers, and names that are escaped: as elements, a long table would cost more than the page. */
function rowOf(model: ChartModel, cell: number, texts: TrendTexts): string {
  const day = escapeHtml(wordShortDay(addDays(model.window.from, daysOfCell(model, cell).first), texts, model.isLong));
  const marks = escapeHtml(marksOn(model, cell, texts).join(", "));
  const days = daysIn(model, cell);
  const values = days === 0
    ? `<td colspan="${model.lines.length}" class="muted">${escapeHtml(texts.table.noEntry)}</td>`
    : model.lines.map(({ cells }) => `<td class="num">${valueOf(cells[cell]?.value ?? null, model)}</td>`).join("");
  return `<tr><th scope="row">${day}</th>${values}${model.step === 1 ? "" : `<td class="num">${days}</td>`}<td>${marks}</td></tr>`;
}

/** A mean keeps its decimal. What is unknown is empty, never zero. */
const valueOf = (value: number | null, { step }: ChartModel) => (value === null ? "" : step === 1 ? String(value) : value.toFixed(1));

const daysIn = (model: ChartModel, cell: number) => Math.max(...model.lines.map(({ cells }) => cells[cell]?.days ?? 0));

/** Newest first, from today back to the first entry. */
function cellsOf(model: ChartModel): number[] {
  const count = model.lines[0]?.cells.length ?? 0;
  const first = Array.from({ length: count }, (_, cell) => cell).find((cell) => daysIn(model, cell) > 0);
  return first === undefined ? [] : Array.from({ length: count - first }, (_, back) => count - 1 - back);
}

/** What is unknown is an empty field, never a zero. */
export function csvOf(model: ChartModel, texts: TrendTexts): string {
  const rows = cellsOf(model).map((cell) => [
    addDays(model.window.from, daysOfCell(model, cell).first), ...model.lines.map(({ cells }) => cells[cell]?.value ?? ""),
    ...(model.step === 1 ? [] : [daysIn(model, cell)]), marksOn(model, cell, texts).join(", "),
  ]);
  return [headOf(model, texts), ...rows].map((row) => row.map(csvField).join(",")).join("\r\n") + "\r\n";
}

/** Quoted where needed. A medicine's name that begins like a formula is kept from running in a spreadsheet. */
function csvField(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function save(csv: string, model: ChartModel): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `daymark-${model.window.from}-${addDays(model.window.from, model.window.days - 1)}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
