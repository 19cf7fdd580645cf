"use client";

import { ChoiceList } from "@/components/form/choice-list";
import type { Onset } from "@/lib/domain/check-in/vocabulary";

/** Fastest first: the answer that matters most is the first one read. */
const ORDER: readonly Onset[] = ["sudden", "hours", "days", "gradual", "usual"];

type OnsetPickerProps = { labelledBy: string; value: Onset | null; texts: Record<Onset, string>; onPick: (onset: Onset) => void };

/** "When did this start?" in five answers. */
export function OnsetPicker({ labelledBy, value, texts, onPick }: OnsetPickerProps) {
  return <ChoiceList labelledBy={labelledBy} value={value} choices={ORDER.map((onset) => ({ value: onset, label: texts[onset] }))} onPick={(picked) => onPick(picked as Onset)} />;
}
