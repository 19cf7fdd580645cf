import { isScore, type LineName } from "@/lib/domain/trends/lines";

type SymptomShapeProps = { symptom: LineName; x: number; y: number; r: number; className?: string };

/** A line's shape round a point of a chart: fatigue circle, numbness square, vision diamond, walking triangle; trackers share a hexagon. */
export function SymptomShape({ symptom, x, y, r, className = "g-dot" }: SymptomShapeProps) {
  const k = r * 1.25;
  switch (symptom) {
    case "fatigue":
      return <circle cx={x} cy={y} r={r} className={className} />;
    case "numbness":
      return <rect x={round(x - r * 0.9)} y={round(y - r * 0.9)} width={round(r * 1.8)} height={round(r * 1.8)} rx={1} className={className} />;
    case "vision":
      return <path d={`M${x} ${round(y - k)}L${round(x + k)} ${y}L${x} ${round(y + k)}L${round(x - k)} ${y}Z`} strokeLinejoin="round" className={className} />;
    case "walking":
      return <path d={`M${x} ${round(y - k)}L${round(x + k * 1.05)} ${round(y + k * 0.75)}L${round(x - k * 1.05)} ${round(y + k * 0.75)}Z`} strokeLinejoin="round" className={className} />;
    case "thinking": case "pain": case "bladder": case "mood": case "spasms": case "heat":
      return <path d={`M${round(x - k * 0.5)} ${round(y - k * 0.87)}H${round(x + k * 0.5)}L${round(x + k)} ${y}L${round(x + k * 0.5)} ${round(y + k * 0.87)}H${round(x - k * 0.5)}L${round(x - k)} ${y}Z`} strokeLinejoin="round" className={className} />;
  }
}

/** The dash a line has when lines share a chart. A line alone is solid, and trackers stand alone. */
export function dashOf(name: LineName): string | undefined {
  return isScore(name) ? DASHES[name] : undefined;
}

const DASHES = { fatigue: undefined, numbness: "9 5", vision: "2 5", walking: "12 5 2 5" } as const;

/** The class that gives a line its colour. */
export const lineClass = (name: LineName): string => `s-${name}`;

const round = (value: number) => Math.round(value * 100) / 100;
