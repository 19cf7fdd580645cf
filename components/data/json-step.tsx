import { wordDay } from "@/components/sharing/when";
import type { JsonFile } from "@/components/data/read-file";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type JsonStepProps = { file: JsonFile; isEmpty: boolean; today: CalendarDay; texts: Messages["data"]; onBring: () => void; onCancel: () => void };

/** What the file holds, and what becomes of the diary that is here. */
export function JsonStep({ file: { counts, exportedAt }, isEmpty, today, texts, onBring, onCancel }: JsonStepProps) {
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <section className="card">
        <h3>{texts.json.title}</h3>
        <p className="mt-1.5">{fill(texts.json.counts, { ...counts, date: wordDay(exportedAt, today) })}</p>
        <p className="mt-1.5">{isEmpty ? texts.json.empty : texts.json.notEmpty}</p>
      </section>
      <button type="button" className="btn primary wide" onClick={onBring}>{texts.json.bring}</button>
      <button type="button" className="btn line wide" onClick={onCancel}>{texts.in.cancel}</button>
    </div>
  );
}
