import type { FlowTexts } from "@/components/diary/flow-props";
import type { Level } from "@/lib/domain/check-in/level";
import type { TrackerName } from "@/lib/domain/check-in/trackers";

/** The words of the scale. Nobody's mood is "none": its 0 is "fine". */
export function trackerLevels(name: TrackerName, { fine }: Pick<FlowTexts["trackers"], "fine">, levels: Record<Level, string>): Record<Level, string> {
  return name === "mood" ? { ...levels, none: fine } : levels;
}
