"use client";

import Link from "next/link";
import type { ChartModel } from "@/components/charts/chart-model";
import { marksOn, wordShortDay, type TrendTexts } from "@/components/charts/words";
import { Icon } from "@/components/ui/icon";
import { SCORE_NAMES } from "@/lib/domain/check-in/vocabulary";
import { addDays } from "@/lib/domain/time";

type ChartTableProps = { model: ChartModel; texts: TrendTexts; /** where each entry can be read in full */ entriesHref?: string | undefined };

/** The same days as the charts, newest first. Days before the first entry are left out. */
export function ChartTable({ model, texts, entriesHref }: ChartTableProps) {
  return (
    <div className="mt-3">
      <p className="small muted mb-2">{texts.table.caption}. {texts.table.note}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls sideways, by keyboard too */}
      <div className="scrollx" role="region" aria-label={texts.table.caption} tabIndex={0}>
        <table className="trend-table trend-days-table">
          <caption className="vh">{texts.table.caption}</caption>
          <thead>
            <tr><th scope="col">{texts.table.day}</th>{SCORE_NAMES.map((score) => <th key={score} scope="col">{texts.symptoms[score]}</th>)}<th scope="col">{texts.table.marks}</th></tr>
          </thead>
          <tbody>
            {daysOf(model).map((at) => (
              <tr key={at}>
                <th scope="row">{wordShortDay(addDays(model.window.from, at), texts, model.isLong)}</th>
                {model.lines.fatigue[at] === null
                  ? <td colSpan={SCORE_NAMES.length} className="muted">{texts.table.noEntry}</td>
                  : SCORE_NAMES.map((score) => <td key={score} className="num">{model.lines[score][at]}</td>)}
                <td>{marksOn(model, at, texts).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="btn text" onClick={() => save(csvOf(model, texts), model)}><Icon name="saved" size={22} />{texts.table.csv}</button>
      {entriesHref && <Link className="btn text" href={entriesHref}><Icon name="list" size={22} />{texts.table.entries}</Link>}
    </div>
  );
}

/** Newest first, from today back to the first entry. */
function daysOf(model: ChartModel): number[] {
  const first = Math.min(...SCORE_NAMES.map((score) => model.lines[score].findIndex((value) => value !== null)).filter((at) => at >= 0));
  return Number.isFinite(first) ? Array.from({ length: model.window.days - first }, (_, back) => model.window.days - 1 - back) : [];
}

/** A day without an entry has empty fields, never zeros. */
export function csvOf(model: ChartModel, texts: TrendTexts): string {
  const head = [texts.table.day, ...SCORE_NAMES.map((score) => texts.symptoms[score]), texts.table.marks];
  const rows = daysOf(model).map((at) => [addDays(model.window.from, at), ...SCORE_NAMES.map((score) => model.lines[score][at] ?? ""), marksOn(model, at, texts).join(", ")]);
  return [head, ...rows].map((row) => row.map(csvField).join(",")).join("\r\n") + "\r\n";
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
