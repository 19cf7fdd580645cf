import { linePath, roundPixels } from "@/components/charts/small-line";
import { SymptomShape } from "@/components/charts/symptom-shape";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";

type MiniTrendProps = {
  symptom: ScoreName;
  /** one value a day (or a week), oldest first; null is no entry and stays a gap */
  values: readonly (number | null)[];
  /** the usual range; null before there is one */
  band: { low: number; high: number } | null;
  width?: number;
  height?: number;
};

/** Room for the mark, so that a 0 or a 10 is not cut. */
const EDGE = 9;
/** A range of one value (low = high) would have no height; it is still drawn as a strip. */
const THINNEST_BAND = 5;

/** Two weeks or twelve weeks at a glance: usual range, line, mark on the last entry, always 0 to 10. Decorative: the value stands in text beside it. */
export function MiniTrend({ symptom, values, band, width = 190, height = 44 }: MiniTrendProps) {
  const step = (width - 18) / Math.max(1, values.length - 1);
  const x = (index: number) => roundPixels(values.length === 1 ? width - 11 : 7 + index * step);
  const y = (value: number) => roundPixels(EDGE + (1 - value / 10) * (height - 2 * EDGE));
  const points = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
  const last = points.findLast((point) => point !== null);
  const strip = band && stripOf(y(band.high), y(band.low));
  return (
    <svg className={`spark s-${symptom}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {strip && <rect className="g-band" x={2} y={strip.top} width={width - 4} height={roundPixels(strip.bottom - strip.top)} rx={3} />}
      {strip && <path className="g-bandedge" d={`M2 ${strip.top}H${width - 2}M2 ${strip.bottom}H${width - 2}`} />}
      <path className="g-line" d={linePath(points)} />
      {last && <SymptomShape symptom={symptom} x={last.x} y={last.y} r={6.5} />}
    </svg>
  );
}

function stripOf(top: number, bottom: number) {
  const missing = Math.max(0, THINNEST_BAND - (bottom - top)) / 2;
  return { top: roundPixels(top - missing), bottom: roundPixels(bottom + missing) };
}
