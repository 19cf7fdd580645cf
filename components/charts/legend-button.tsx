import { dashOf, lineClass, SymptomShape } from "@/components/charts/symptom-shape";
import type { LineName } from "@/lib/domain/trends/lines";

type LegendButtonProps = { symptom: LineName; name: string; isPressed: boolean; onPress: () => void };

/** Brings a line to the front. One is always pressed; the others stay drawn. */
export function LegendButton({ symptom, name, isPressed, onPress }: LegendButtonProps) {
  return (
    <button type="button" className={lineClass(symptom)} aria-pressed={isPressed} onClick={onPress}>
      <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
        <path className="g-line" d="M1 8H33" strokeDasharray={dashOf(symptom)} />
        <SymptomShape symptom={symptom} x={17} y={8} r={5.5} />
      </svg>
      {name}
    </button>
  );
}
