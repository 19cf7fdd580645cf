import { ScoreMark } from "@/components/charts/score-mark";
import { isScore, type LineName } from "@/lib/domain/trends/lines";

type SymptomMarkProps = { symptom: LineName; size?: number };

/** Each symptom's shape in its colour; trackers share a hexagon. Colour, shape and word always travel together, so the word stands beside it. */
export function SymptomMark({ symptom, size = 20 }: SymptomMarkProps) {
  if (isScore(symptom)) return <ScoreMark symptom={symptom} size={size} />;
  return (
    <svg className={`mark s-${symptom} shrink-0`} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d="M5.600 2.400H14.400L18.800 10L14.400 17.600H5.600L1.200 10Z" strokeLinejoin="round" fill="currentColor" />
    </svg>
  );
}
