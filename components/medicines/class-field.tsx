import { useState } from "react";
import type { MedicineDraft } from "@/components/medicines/medicine-draft";
import type { SetUpTexts } from "@/components/setup/section-props";
import { Field, fieldProps } from "@/components/ui/field";
import { MEDICINE_CLASSES, type MedicineClass } from "@/lib/domain/check-in/vocabulary";
import { findKnownMedicine } from "@/lib/domain/medicines/known-medicines";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

/** Classes that the rules read for another reason than a calmed immune system (section 4 of the rules). */
const NOT_IMMUNE: readonly MedicineClass[] = ["interferon", "glatiramer", "baclofen-pump", "anticoagulant"];

/** Another answer than not knowing. Both are stored as no class, so one that is loaded again is asked again. */
const NO = "no";

type ClassFieldProps = {
  id: string;
  draft: MedicineDraft;
  words: Messages["medicines"]["form"];
  classes: SetUpTexts["medicines"]["classes"];
  error: string | undefined;
  onChange: (value: MedicineClass | "") => void;
};

/** The kind of a known name is told; of any other name, or when another kind was chosen once, it is asked. */
export function ClassField({ id, draft, words, classes, error, onChange }: ClassFieldProps) {
  const [saysNo, setSaysNo] = useState(false);
  const known = findKnownMedicine(draft.name);
  if (!draft.name.trim()) return null;
  if (known && (known.class ?? "") === draft.class) {
    return known.class === null ? <p className="muted">{words.kindNone}</p>
      : <div><p className="b">{fill(words.kindKnown, { kind: classes[known.class].name })}</p><p className="small muted mt-0.5">{words.kindKnownHint}</p></div>;
  }
  const option = (value: MedicineClass) => <option key={value} value={value}>{`${classes[value].name}: ${classes[value].examples}`}</option>;
  return (
    <Field id={id} label={words.class} hint={words.classHint} error={error}>
      <select {...fieldProps(id, { hint: words.classHint, error })} className="input" value={draft.class || (saysNo ? NO : "")}
        onChange={({ target: { value } }) => {
          setSaysNo(value === NO);
          onChange(value === NO ? "" : value as MedicineClass | "");
        }}>
        <option value="">{words.classUnknown}</option>
        <option value={NO}>{words.classNone}</option>
        <optgroup label={words.classYes}>{MEDICINE_CLASSES.filter((each) => !NOT_IMMUNE.includes(each)).map(option)}</optgroup>
        <optgroup label={words.classOther}>{NOT_IMMUNE.map(option)}</optgroup>
      </select>
    </Field>
  );
}
