import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { LineName } from "@/lib/domain/trends/lines";

type SymptomMarkProps = { symptom: LineName; size?: number };

/** On the check-in page, whose scripts have no room for more: it imports nothing. Each symptom's shape in its colour; trackers share a hexagon. Colour, shape and word always travel together, so the word stands beside it. */
export function SymptomMark({ symptom, size = 20 }: SymptomMarkProps) {
  return (
    <svg className={`mark s-${symptom} shrink-0`} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      {SHAPES[symptom as ScoreName] ?? <path d="M6 3h8l4 7-4 7H6l-4-7z" fill="currentColor" />}
    </svg>
  );
}

const SHAPES: Record<ScoreName, React.ReactNode> = {
  fatigue: <circle cx="10" cy="10" r="7" fill="currentColor" />,
  numbness: <rect x="3.7" y="3.7" width="12.6" height="12.6" rx="1" fill="currentColor" />,
  vision: <path d="M10 1.25L18.75 10L10 18.75L1.25 10Z" strokeLinejoin="round" fill="currentColor" />,
  walking: <path d="M10 2.25L19.1875 17.5625L0.8125 17.5625Z" strokeLinejoin="round" fill="currentColor" />,
};
