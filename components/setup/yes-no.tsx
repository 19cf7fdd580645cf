"use client";

import { RadioChoices } from "@/components/ui/choices";
import type { Messages } from "@/lib/i18n/messages";

type YesNoProps = {
  id: string;
  legend: string;
  value: boolean | undefined;
  texts: Pick<Messages["setUp"], "yes" | "no" | "clear">;
  onChange: (value: boolean | undefined) => void;
};

/** Yes, no, or not answered: three different things. */
export function YesNo({ id, legend, value, texts, onChange }: YesNoProps) {
  return (
    <RadioChoices id={id} legend={legend} columns={2} clearLabel={texts.clear}
      value={value === undefined ? undefined : value ? "yes" : "no"}
      options={[{ value: "yes", label: texts.yes }, { value: "no", label: texts.no }]}
      onChange={(answer) => onChange(answer === undefined ? undefined : answer === "yes")} />
  );
}
