import type { ScoreName } from "@/lib/domain/check-in/vocabulary";

type ScoreMarkProps = { symptom: ScoreName; size?: number };

/** The shape of one of the four in its colour. In the first scripts of the check-in page, which are at their limit. */
export function ScoreMark({ symptom, size = 20 }: ScoreMarkProps) {
  return (
    <svg className={`mark s-${symptom} shrink-0`} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      {SHAPES[symptom]}
    </svg>
  );
}

const SHAPES: Record<ScoreName, React.ReactNode> = {
  fatigue: <circle cx="10" cy="10" r="7" fill="currentColor" />,
  numbness: <rect x="3.7" y="3.7" width="12.6" height="12.6" rx="1" fill="currentColor" />,
  vision: <path d="M10 1.25L18.75 10L10 18.75L1.25 10Z" strokeLinejoin="round" fill="currentColor" />,
  walking: <path d="M10 2.25L19.1875 17.5625L0.8125 17.5625Z" strokeLinejoin="round" fill="currentColor" />,
};
