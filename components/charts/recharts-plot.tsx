"use client";

import { useEffect } from "react";
import { CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts";
import { markerPoints, newestPoint, type ChartLine, type ChartModel } from "@/components/charts/chart-model";
import { dashOf, lineClass, SymptomShape } from "@/components/charts/symptom-shape";
import { bandOf, HATCH_ID, othersOf } from "@/components/charts/trend-svg";
import { isScore, type LineName } from "@/lib/domain/trends/lines";

export type RechartsPlotProps = {
  model: ChartModel;
  line: ChartLine;
  /** the other symptoms behind it, with dashes, where there is room */
  withOthers: boolean;
  width: number;
  height: number;
  /** the cell being read */
  cursor: number | null;
  onDrawn: () => void;
};

/** recharts does not keep the order of what shares a layer, and a halo must never cover its own line: each has a layer of its own. */
const LAYER = 410;
const FRONT_LAYER = 460;
const FLAT = { top: 0, right: 0, bottom: 0, left: 0 };
const LINE = { type: "linear", connectNulls: false, isAnimationActive: false, activeDot: false, legendType: "none" } as const;

/** The plot in front as recharts draws it, over the same frame and in the same place as the server's drawing. */
export default function RechartsPlot({ model, line, withOthers, width, height, cursor, onDrawn }: RechartsPlotProps) {
  useEffect(() => {
    const frame = requestAnimationFrame(onDrawn);
    return () => cancelAnimationFrame(frame);
  }, [onDrawn]);
  const last = Math.max(1, model.window.days - 1);
  const { usual, cells, points } = line;
  const value = cursor === null ? null : cells[cursor]?.value ?? null;
  const at = cursor === null ? null : points[cursor]?.x ?? null;
  const others = withOthers ? othersOf(model, line) : [];
  const hasOthers = others.length > 0;
  return (
    <ComposedChart width={width} height={height} margin={FLAT} data={points} accessibilityLayer={false}>
      <XAxis dataKey="x" type="number" domain={[0, last]} hide />
      <YAxis type="number" domain={[0, 10]} ticks={[0, 5, 10]} width={0} hide />
      {model.relapses.map((span) => <ReferenceArea key={span.first} {...relapseArea(span, last)} shape={<RelapseArea span={span} />} zIndex={-300} />)}
      {usual && <ReferenceArea y1={bandOf(usual).low} y2={bandOf(usual).high} shape={<BandArea />} zIndex={-200} />}
      <CartesianGrid vertical={false} horizontalCoordinatesGenerator={() => [0, height / 2, height]} stroke="var(--dm-line)" />
      <ReferenceLine y={0} className="trend-axis" stroke="var(--dm-line-strong)" zIndex={-50} />
      {others.map((other, place) => (
        <OneLine key={other.name} layer={LAYER + 10 * place} line={other} days={model.window.days} dash={dashOf(other.name)} width={2.25} halo={5} radius={5} />
      ))}
      {model.hasDayDots && (
        <Line {...LINE} className={lineClass(line.name)} data={cells.map((cell, x) => ({ x, y: cell.value }))} dataKey="y" stroke="none" dot={dayDot} zIndex={FRONT_LAYER - 10} />
      )}
      <OneLine layer={FRONT_LAYER} line={line} days={model.window.days} dash={hasOthers ? dashOf(line.name) : undefined} width={3.5} halo={hasOthers ? 7 : 0} radius={6} hasToday />
      {at !== null && <ReferenceLine x={at} className="trend-cursor" stroke="var(--dm-ink)" strokeWidth={1.5} zIndex={700} />}
      {at !== null && value !== null && <ReferenceDot x={at} y={value} r={6} fill="var(--dm-ink)" stroke="var(--dm-surface)" strokeWidth={2} zIndex={800} />}
    </ComposedChart>
  );
}

const strokeOf = (name: LineName) => (isScore(name) ? `var(--dm-${name})` : "var(--dm-primary)");

type OneLineProps = { layer: number; line: ChartLine; days: number; dash: string | undefined; width: number; halo: number; radius: number; hasToday?: boolean };

function OneLine({ layer, line: { name, points }, days, dash, width, halo, radius, hasToday = false }: OneLineProps) {
  const marked = new Set(markerPoints(points, name, days, true).map(({ x }) => x));
  const newest = hasToday ? newestPoint(points)?.x : undefined;
  const dot = ({ cx, cy, payload }: { cx?: number; cy?: number; payload?: { x: number; y: number | null } }) => {
    const x = payload?.x ?? -1;
    const isShown = cx !== undefined && cy !== undefined && payload?.y != null && (marked.has(x) || x === newest);
    if (!isShown) return <g key={x} />;
    return x === newest
      ? <g key={x} className={lineClass(name)}><SymptomShape symptom={name} x={cx} y={cy} r={7.5} className="g-today" /></g>
      : <g key={x} className={lineClass(name)}><SymptomShape symptom={name} x={cx} y={cy} r={radius} /></g>;
  };
  return (
    <>
      {halo > 0 && <Line {...LINE} data={points} dataKey="y" stroke="var(--dm-surface)" strokeWidth={halo} strokeOpacity={0.85} strokeLinejoin="round" dot={false} zIndex={layer} />}
      <Line {...LINE} data={points} dataKey="y" stroke={strokeOf(name)} strokeWidth={width} strokeLinejoin="round" strokeLinecap="round" strokeDasharray={dash ?? "none"} dot={dot} zIndex={layer + 1} />
    </>
  );
}

function dayDot({ cx, cy, index, payload }: { cx?: number; cy?: number; index?: number; payload?: { y: number | null } }) {
  return payload?.y == null ? <g key={index} /> : <circle key={index} cx={cx} cy={cy} r={2.2} className="trend-day" />;
}

type Box = { x?: number; y?: number; width?: number; height?: number };

function BandArea({ x = 0, y = 0, width = 0, height = 0 }: Box) {
  return (
    <g>
      <rect className="g-band" x={x} y={y} width={width} height={height} opacity={0.92} />
      <path className="g-bandedge" d={`M${x} ${y}h${width}M${x} ${y + height}h${width}`} />
    </g>
  );
}

const relapseArea = (span: ChartModel["relapses"][number], last: number) =>
  ({ x1: span.first, x2: Math.max(span.last, span.first + last / 300), y1: 0, y2: 10, ifOverflow: "hidden" }) as const;

function RelapseArea({ span, x = 0, y = 0, width = 0, height = 0 }: Box & { span: ChartModel["relapses"][number] }) {
  const area = { x, y, width, height };
  const sides = `${span.startsBefore ? `M${x} ${y}` : `M${x} ${y + height}V${y}`}h${width}${span.isOpen ? "" : `v${height}`}`;
  return (
    <g>
      {!span.isPossible && <rect className="g-rel" {...area} />}
      {!span.isPossible && <rect fill={`url(#${HATCH_ID})`} {...area} />}
      <path className="g-reledge" d={sides} strokeDasharray={span.isPossible ? "5 4" : undefined} />
    </g>
  );
}
