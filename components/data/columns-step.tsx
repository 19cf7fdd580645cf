import { Field, fieldProps } from "@/components/ui/field";
import { RadioChoices } from "@/components/ui/choices";
import { wordDay } from "@/components/sharing/when";
import { readDay, type DateOrder } from "@/lib/domain/import/read-day";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type ColumnsStepProps = {
  /** null for a known app, whose columns are known */
  header: readonly string[] | null;
  date: number;
  note: number | null;
  /** more than one: only the person knows; `example` is a date that reads in both ways */
  orders: readonly DateOrder[];
  order: DateOrder | undefined;
  example: string;
  today: CalendarDay;
  texts: Messages["data"]["columns"];
  onDate: (column: number) => void;
  onNote: (column: number | null) => void;
  onOrder: (order: DateOrder | undefined) => void;
};

/** Which column is the date, how its numbers are meant, and which one is a note. */
export function ColumnsStep({ header, date, note, orders, order, example, today, texts, onDate, onNote, onOrder }: ColumnsStepProps) {
  if (!header && orders.length < 2) return null;
  const options = header?.map((name, at) => <option key={at} value={at}>{name}</option>);
  return (
    <section className="card grid gap-4">
      <h3>{texts.title}</h3>
      {header && (
        <Field id="import-date" label={texts.date} error={date < 0 ? texts.noDate : undefined}>
          <select {...fieldProps("import-date", { error: date < 0 ? texts.noDate : undefined })} className="input" value={date} onChange={({ target: { value } }) => onDate(Number(value))}>
            {date < 0 && <option value={-1}>{texts.pick}</option>}
            {options}
          </select>
        </Field>
      )}
      {orders.length > 1 && (
        <RadioChoices id="import-order" legend={fill(texts.order, { example })} value={order} onChange={onOrder} options={orders.map((each) => ({
          value: each, label: fill(texts.orders[each as "day-first" | "month-first"], { day: wordDay(readDay(example, each) ?? today, today) }),
        }))} />
      )}
      {header && (
        <Field id="import-note" label={texts.note}>
          <select {...fieldProps("import-note", {})} className="input" value={note ?? ""} onChange={({ target: { value } }) => onNote(value === "" ? null : Number(value))}>
            <option value="">{texts.noNote}</option>
            {options}
          </select>
        </Field>
      )}
    </section>
  );
}
