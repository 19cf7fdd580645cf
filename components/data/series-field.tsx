import { Field, fieldProps } from "@/components/ui/field";
import type { Choice, Series } from "@/lib/domain/import/series";
import type { Scale } from "@/lib/domain/import/scale";
import { TARGETS, type Target } from "@/lib/domain/import/targets";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

export type TargetNames = Record<Target, string>;
type SeriesFieldProps = {
  id: string;
  series: Series;
  choice: Choice;
  names: TargetNames;
  texts: Messages["data"]["series"];
  onChange: (choice: Choice) => void;
};

/** One symptom of the file: what it becomes, and what its values mean. */
export function SeriesField({ id, series, choice: { target, scale }, names, texts, onChange }: SeriesFieldProps) {
  const values = series.low === null ? fill(texts.values, { count: series.count }) : fill(texts.valuesFrom, { count: series.count, low: series.low, high: series.high ?? series.low });
  return (
    <div className="border-t border-line py-4 first:border-t-0">
      <Field id={id} label={fill(texts.target, { name: series.name })} hint={values}>
        <select {...fieldProps(id, { hint: values })} className="input" value={target ?? ""} onChange={({ target: { value } }) => onChange({ target: value === "" ? null : value as Target, scale })}>
          <option value="">{texts.leaveOut}</option>
          {TARGETS.map((name) => <option key={name} value={name}>{names[name]}</option>)}
        </select>
      </Field>
      {target && <ScaleFields id={id} series={series} scale={scale} texts={texts} onChange={(next) => onChange({ target, scale: next })} />}
    </div>
  );
}

type ScaleFieldsProps = { id: string; series: Series; scale: Scale; texts: Messages["data"]["series"]; onChange: (scale: Scale) => void };

function ScaleFields({ id, series, scale, texts, onChange }: ScaleFieldsProps) {
  if (scale.kind === "numbers") return <Ends id={id} scale={scale} texts={texts} onChange={onChange} />;
  const { words } = scale;
  return (
    <div className="mt-3 grid gap-3 sm:grid-cols-2">
      {series.words.map((word) => (
        <Field key={word} id={`${id}-${word}`} label={fill(texts.word, { word })}>
          <select {...fieldProps(`${id}-${word}`, {})} className="input" value={words[word] ?? ""} onChange={({ target: { value } }) => onChange({ kind: "words", words: { ...words, [word]: value === "" ? null : Number(value) } })}>
            <option value="">{texts.leaveOut}</option>
            {Array.from({ length: 11 }, (_, score) => <option key={score} value={score}>{score}</option>)}
          </select>
        </Field>
      ))}
    </div>
  );
}

/** Which number means none, and which the worst: the direction may be either. */
function Ends({ id, scale: { best, worst }, texts, onChange }: Omit<ScaleFieldsProps, "series" | "scale"> & { scale: Extract<Scale, { kind: "numbers" }> }) {
  const error = best === worst ? texts.ends : undefined;
  const end = (name: "best" | "worst", value: number) => (
    <Field id={`${id}-${name}`} label={texts[name]} error={name === "worst" ? error : undefined}>
      <input {...fieldProps(`${id}-${name}`, { error: name === "worst" ? error : undefined })} className="input" type="number" step="any" inputMode="decimal" required defaultValue={value}
        onChange={({ target: { valueAsNumber } }) => Number.isFinite(valueAsNumber) && onChange({ kind: "numbers", best, worst, [name]: valueAsNumber })} />
    </Field>
  );
  return <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,7.5rem),1fr))] items-end gap-3">{end("best", best)}{end("worst", worst)}</div>;
}
