import { useId } from "react";
import { linePath, roundPixels } from "@/components/charts/small-line";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { DaySeries } from "@/lib/domain/trends/day-series";

type RelapseChartProps = {
  symptom: ScoreName;
  values: DaySeries;
  usual: { low: number; high: number } | null;
  /** positions of the first and the last day in `values` */
  span: { first: number; last: number; isOpen: boolean };
  /** not confirmed: dashed edges, no hatch */
  isPossible: boolean;
  marks: { start: string; end: string | null };
  /** the whole picture in a sentence */
  label: string;
  width: number;
};

const LEFT = 24;
const TOP = 8;
const PLOT = 84;

/** One symptom through one relapse: days as a line, gaps as gaps, the relapse as a hatched block, the usual as a strip. */
export function RelapseChart({ symptom, values, usual, span, isPossible, marks, label, width }: RelapseChartProps) {
  const hatch = useId();
  const right = width - 8;
  const x = (index: number) => roundPixels(LEFT + (index / Math.max(1, values.length - 1)) * (right - LEFT));
  const y = (value: number) => roundPixels(TOP + (1 - value / 10) * PLOT);
  const [from, to] = [x(span.first), x(span.last)];
  const bottom = TOP + PLOT;
  return (
    <svg className="chart" width={width} height={118} viewBox={`0 0 ${width} 118`} role="img" aria-label={label}>
      <defs><pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path className="g-hatch" d="M0 0V7" /></pattern></defs>
      {!isPossible && <rect className="g-rel" x={from} y={TOP} width={to - from} height={PLOT} />}
      {!isPossible && <rect fill={`url(#${hatch})`} x={from} y={TOP} width={to - from} height={PLOT} />}
      <path className="g-reledge" d={`M${from} ${bottom}V${TOP}H${to}${span.isOpen ? "" : `V${bottom}`}`} strokeDasharray={isPossible ? "5 4" : undefined} />
      {usual && <rect className="g-band" x={LEFT} y={y(usual.high)} width={right - LEFT} height={roundPixels(y(usual.low) - y(usual.high))} opacity=".92" />}
      {usual && <path className="g-bandedge" d={`M${LEFT} ${y(usual.high)}H${right}M${LEFT} ${y(usual.low)}H${right}`} />}
      {[0, 5, 10].map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? "g-axis" : "g-grid"} d={`M${LEFT} ${y(tick)}H${right}`} />
          <text x={16} y={y(tick) + 5} textAnchor="end" className="num">{tick}</text>
        </g>
      ))}
      <path className="g-axis" d={`M${from} ${bottom}v5${span.isOpen ? "" : `M${to} ${bottom}v5`}`} />
      <text x={from} y={110} textAnchor={from < 60 ? "start" : "middle"}>{marks.start}</text>
      {marks.end && <text x={to} y={110} textAnchor={to > width - 40 ? "end" : "middle"}>{marks.end}</text>}
      <g className={`s-${symptom}`}><path className="g-line" d={linePath(values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) })))} /></g>
    </svg>
  );
}
