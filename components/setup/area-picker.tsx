"use client";

import { useId } from "react";
import { BodyMap } from "@/components/form/body-map";
import type { SectionProps } from "@/components/setup/section-props";
import { FieldError } from "@/components/ui/field";
import type { BodyArea } from "@/lib/domain/check-in/vocabulary";

type AreaPickerProps<T extends BodyArea> = {
  id: string;
  legend: string;
  areas: readonly T[];
  values: readonly T[];
  texts: SectionProps["common"]["body"];
  onChange: (values: T[]) => void;
  error?: string | undefined;
};

/** Places on the body, by picture or list, as in the check-in. */
export function AreaPicker<T extends BodyArea>({ id, legend, areas, values, texts, onChange, error }: AreaPickerProps<T>) {
  const legendId = useId();
  return (
    <div id={id}>
      <p id={legendId} className="font-semibold">{legend}</p>
      <p className="text-sm text-ink-2">{texts.lead}</p>
      <BodyMap labelledBy={legendId} areas={areas} values={values} texts={texts}
        onToggle={(area, isOn) => onChange(isOn ? [...values, area as T] : values.filter((each) => each !== area))} />
      <FieldError id={id} error={error} />
    </div>
  );
}
