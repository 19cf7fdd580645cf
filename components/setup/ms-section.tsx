"use client";

import { idOf, type SectionProps } from "@/components/setup/section-props";
import { RadioChoices } from "@/components/ui/choices";
import { Field, fieldProps } from "@/components/ui/field";
import { MS_TYPES } from "@/lib/domain/check-in/vocabulary";

export function MsSection({ texts, draft, change, problems }: SectionProps) {
  const { ms } = texts;
  const year = idOf("msYear");
  return (
    <>
      <RadioChoices id={idOf("msType")} legend={ms.type} value={draft.msType} error={problems.msType} clearLabel={ms.typeUnknown}
        options={MS_TYPES.map((value) => ({ value, label: ms.types[value] }))} onChange={(msType) => change({ msType })} />
      <Field id={year} label={ms.year} hint={ms.yearHint} error={problems.msYear}>
        <input {...fieldProps(year, { hint: ms.yearHint, error: problems.msYear })} className="input num max-w-40" type="text" inputMode="numeric"
          maxLength={4} value={draft.msYear} onChange={(event) => change({ msYear: event.target.value })} />
      </Field>
    </>
  );
}
