"use client";

import { useMemo, useState } from "react";
import { ColumnsStep } from "@/components/data/columns-step";
import { Preview } from "@/components/data/preview";
import type { CsvFile } from "@/components/data/read-file";
import { SeriesField, type TargetNames } from "@/components/data/series-field";
import { Fold } from "@/components/ui/fold";
import { possibleOrders, readDay, type DateOrder } from "@/lib/domain/import/read-day";
import { proposeMapping, seriesOf, type Mapping, type Series } from "@/lib/domain/import/series";
import { dateColumnOf, readTable } from "@/lib/domain/import/sources";
import { toDays, type DayToImport } from "@/lib/domain/import/to-days";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type CsvStepProps = { file: CsvFile; today: CalendarDay; names: TargetNames; texts: Messages["data"]; onBring: (days: DayToImport[]) => void; onCancel: () => void };

/** What the file says, how it becomes Daymark's, and how the days will look. Nothing is sent before "Bring in". */
export function CsvStep({ file: { source, table }, today, names, texts, onBring, onCancel }: CsvStepProps) {
  const [date, setDate] = useState(() => dateColumnOf(source, table));
  const [note, setNote] = useState<number | null>(null);
  const [told, setOrder] = useState<DateOrder>();
  const [keepNotes, setKeepNotes] = useState(true);
  const [changes, setChanges] = useState<Mapping>({});
  const orders = useMemo(() => possibleOrders(table.rows.map((row) => row[date] ?? "")), [table, date]);
  const order = orders.length > 1 ? told : orders[0] ?? "year-first";
  const isTable = source === "spreadsheet";
  const reader = useMemo(() => {
    const series = table.header.map((_name, column) => column).filter((column) => column !== date && column !== note);
    return order && date >= 0 ? readTable(source, table, { order, columns: isTable ? { date, series, note } : null }, today) : null;
  }, [source, table, isTable, date, note, order, today]);
  const series = useMemo(() => (reader ? seriesOf(reader.readings) : []), [reader]);
  const proposed = useMemo(() => proposeMapping(source, series), [source, series]);
  const mapping = useMemo(() => ({ ...proposed, ...changes }), [proposed, changes]);
  const found = useMemo(() => (reader ? toDays(reader, mapping, keepNotes) : { days: [], errors: [] }), [reader, mapping, keepNotes]);
  const [wanted, others] = [series.filter(({ name }) => proposed[name]!.target), series.filter(({ name }) => !proposed[name]!.target)];
  const fieldOf = (each: Series) => (
    <SeriesField key={each.name} id={`series-${series.indexOf(each)}`} series={each} choice={mapping[each.name]!} names={names} texts={texts.series}
      onChange={(choice) => setChanges({ ...changes, [each.name]: choice })} />
  );
  return (
    <div className="grid grid-cols-1 gap-3.5 *:mt-0!">
      <p>{isTable ? texts.found.table : fill(texts.found.app, { source: texts.sources[source] })}</p>
      <ColumnsStep header={isTable ? table.header : null} date={date} note={note} orders={orders} order={order} example={exampleOf(table.rows, date)} today={today} texts={texts.columns}
        onDate={setDate} onNote={setNote} onOrder={setOrder} />
      {series.length > 0 && (
        <section className="card">
          <h3>{texts.series.title}</h3>
          <p className="muted mt-1">{texts.series.text}</p>
          <div className="mt-1 -mb-4">{wanted.map(fieldOf)}</div>
        </section>
      )}
      {others.length > 0 && <Fold title={texts.series.others} answer={fill(texts.series.othersAnswer, { count: others.length })} isAnswered={false}><div>{others.map(fieldOf)}</div></Fold>}
      {reader && reader.notes.length > 0 && (
        <label className="flex min-h-12 items-center gap-3 font-semibold"><input type="checkbox" className="size-6" checked={keepNotes} onChange={() => setKeepNotes(!keepNotes)} />{texts.columns.keepNotes}</label>
      )}
      {reader ? <Preview {...found} leftOut={reader.leftOut} names={names} today={today} texts={texts} /> : <p className="note info">{date < 0 ? texts.columns.noDate : texts.preview.orderFirst}</p>}
      {found.days.length > 0 && <button type="button" className="btn primary wide" onClick={() => onBring(found.days)}>{found.days.length === 1 ? texts.preview.bringOne : fill(texts.preview.bring, { days: found.days.length })}</button>}
      <button type="button" className="btn line wide" onClick={onCancel}>{texts.in.cancel}</button>
    </div>
  );
}

/** A date of the file that reads as two different days, or any. */
function exampleOf(rows: readonly string[][], date: number): string {
  const cells = rows.map((row) => row[date] ?? "").filter((cell) => cell.trim() !== "");
  return cells.find((cell) => readDay(cell, "day-first") !== readDay(cell, "month-first")) ?? cells[0] ?? "";
}
