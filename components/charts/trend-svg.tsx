import { markerPoints, newestPoint, type ChartLine, type ChartModel, type LinePoint } from "@/components/charts/chart-model";
import { dashOf, lineClass, SymptomShape } from "@/components/charts/symptom-shape";
import { isScore } from "@/lib/domain/trends/lines";
import type { RelapseSpan } from "@/lib/domain/trends/marks";

type TrendSvgProps = {
  model: ChartModel;
  line: ChartLine;
  /** larger; on wide screens the others stand behind it, with their dashes */
  isFront?: boolean;
};

/**
 * The plot of one line, drawn on the server: usual range, relapses, line with gaps, shapes. It fills its frame at any width:
 * lines live in a stretched drawing whose strokes do not stretch, shapes and hatch are placed by percent.
 */
export function TrendSvg({ model, line, isFront = false }: TrendSvgProps) {
  const days = Math.max(1, model.window.days - 1);
  const newest = newestPoint(line.points);
  const others = isFront ? othersOf(model, line) : [];
  const withOthers = others.length > 0;
  return (
    <svg className="absolute inset-0 overflow-visible" width="100%" height="100%" aria-hidden="true">
      {model.relapses.length > 0 && <RelapseBlocks model={model} isFront={isFront} />}
      {line.usual && <UsualBand usual={line.usual} />}
      {(isFront ? [0, 5, 10] : [0, 10]).map((tick) => (
        <line key={tick} className={tick === 0 ? "g-axis" : "g-grid"} x1="0" x2="100%" y1={percent(10 - tick, 10)} y2={percent(10 - tick, 10)} />
      ))}
      <svg className="overflow-visible" width="100%" height="100%" viewBox={`0 0 ${days} 100`} preserveAspectRatio="none">
        {others.map(({ name, points }) => (
          <g key={name} className={`only-wide ${lineClass(name)}`}><LinePath points={points} dash={dashOf(name)} halo={5} /></g>
        ))}
        <g className={lineClass(line.name)}>
          {withOthers && <g className="only-wide"><LinePath points={line.points} dash={dashOf(line.name)} halo={7} focus /></g>}
          <g className={withOthers ? "only-narrow" : ""}><LinePath points={line.points} halo={0} focus={isFront} /></g>
          {model.hasDayDots && isFront && <path className="trend-days" vectorEffect="non-scaling-stroke" d={dotPath(line)} />}
        </g>
      </svg>
      {others.map((other) => (
        <g key={other.name} className={`only-wide ${lineClass(other.name)}`}><Markers model={model} line={other} radius={5} isFront /></g>
      ))}
      <g className={lineClass(line.name)}>
        {isFront && <Markers model={model} line={line} radius={6} isFront />}
        {newest && (
          <svg className="overflow-visible" x={percent(newest.x, days)} y={percent(10 - newest.y, 10)}>
            <SymptomShape symptom={line.name} x={0} y={0} r={isFront ? 7.5 : 5.5} className="g-today" />
          </svg>
        )}
      </g>
    </svg>
  );
}

/** The lines that stand behind the one in front: the other symptoms, over a time that is short enough. Trackers stand alone. */
export const othersOf = (model: ChartModel, line: ChartLine): ChartLine[] =>
  model.hasOthers && isScore(line.name) ? model.lines.filter(({ name }) => isScore(name) && name !== line.name) : [];

/** The line's shape, placed by percent so that it keeps its form at any width. As one text of our own numbers: an element each would cost the server more. */
function Markers({ model, line, radius, isFront }: { model: ChartModel; line: ChartLine; radius: number; isFront: boolean }) {
  const days = Math.max(1, model.window.days - 1);
  const id = `${isFront ? "front" : "small"}-${line.name}-${radius * 2}`;
  const marks = markerPoints(line.points, line.name, model.window.days, isFront)
    .map(({ x, y }) => `<use href="#${id}" x="${percent(x, days)}" y="${percent(10 - y, 10)}"></use>`).join("");
  return <><defs><g id={id}><SymptomShape symptom={line.name} x={0} y={0} r={radius} /></g></defs><g dangerouslySetInnerHTML={{ __html: marks }} /></>;
}

type LinePathProps = { points: readonly LinePoint[]; dash?: string | undefined; halo: number; focus?: boolean };

function LinePath({ points, dash, halo, focus = false }: LinePathProps) {
  const d = linePath(points);
  return (
    <>
      {halo > 0 && <path className="g-halo" fill="none" strokeWidth={halo} strokeLinejoin="round" opacity={0.85} vectorEffect="non-scaling-stroke" d={d} />}
      <path className={focus ? "g-line focus" : "g-line"} strokeDasharray={dash} vectorEffect="non-scaling-stroke" d={d} />
    </>
  );
}

/** Steps from point to point keep the text short. A point alone becomes a line of no length, which the round cap shows. */
export function linePath(points: readonly LinePoint[]): string {
  let path = "";
  let isDown = false;
  let penX = 0;
  let penY = 0;
  for (let place = 0; place < points.length; place++) {
    const { x, y: value } = points[place]!;
    if (value === null) {
      isDown = false;
      continue;
    }
    const y = Math.round(100 - value * 10);
    if (isDown) path += `l${x - penX}${y < penY ? "" : " "}${y - penY}`;
    else path += `M${x} ${y}${points[place + 1]?.y == null ? "h0" : ""}`;
    [isDown, penX, penY] = [true, x, y];
  }
  return path;
}

const dotPath = ({ cells }: ChartLine) =>
  cells.map(({ value }, x) => (value === null ? "" : `M${x} ${Math.round(100 - value * 10)}h0`)).join("");

/** A range of one value still shows as a strip. */
export const THINNEST_BAND = 0.4;

export function bandOf({ low, high }: { low: number; high: number }): { low: number; high: number } {
  const missing = Math.max(0, THINNEST_BAND - (high - low)) / 2;
  const bottom = Math.max(0, low - missing);
  return { low: bottom, high: Math.min(10, Math.max(high + missing, bottom + THINNEST_BAND)) };
}

function UsualBand({ usual }: { usual: { low: number; high: number } }) {
  const { low, high } = bandOf(usual);
  return (
    <>
      <rect className="g-band" x="0" width="100%" y={percent(10 - high, 10)} height={percent(high - low, 10)} opacity={0.92} />
      {[high, low].map((edge) => <line key={edge} className="g-bandedge" x1="0" x2="100%" y1={percent(10 - edge, 10)} y2={percent(10 - edge, 10)} />)}
    </>
  );
}

export const HATCH_ID = "relapse-hatch";

/** The hatch of a relapse; once on a page. */
export function HatchPattern() {
  return (
    <svg className="absolute" width="0" height="0" aria-hidden="true">
      <pattern id={HATCH_ID} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path className="g-hatch" d="M0 0V7" /></pattern>
    </svg>
  );
}

/** All relapses as one area and one edge, stretched like the lines: ten years have many, and each plot draws all of them. A small plot has no hatch. */
function RelapseBlocks({ model: { relapses, window }, isFront }: { model: ChartModel; isFront: boolean }) {
  const days = Math.max(1, window.days - 1);
  const widthOf = ({ first, last }: RelapseSpan) => Math.max(last - first, days / 300);
  const known = relapses.filter(({ isPossible }) => !isPossible);
  const possible = relapses.filter(({ isPossible }) => isPossible);
  const hatch = known.map((span) => `<rect x="${percent(span.first, days)}" width="${percent(widthOf(span), days)}" height="100%"></rect>`).join("");
  return (
    <>
      <svg className="overflow-visible" width="100%" height="100%" viewBox={`0 0 ${days} 100`} preserveAspectRatio="none">
        {known.length > 0 && <path className="g-rel" d={known.map((span) => `M${span.first} 0h${Math.round(widthOf(span) * 10) / 10}v100H${span.first}Z`).join("")} />}
        {known.length > 0 && <path className="g-reledge" vectorEffect="non-scaling-stroke" d={known.map(edgeOf).join("")} />}
        {possible.length > 0 && <path className="g-reledge" strokeDasharray="5 4" vectorEffect="non-scaling-stroke" d={possible.map(edgeOf).join("")} />}
      </svg>
      {isFront && known.length > 0 && <g fill={`url(#${HATCH_ID})`} dangerouslySetInnerHTML={{ __html: hatch }} />}
    </>
  );
}

/** Over the top, and down at each side that is known. */
const edgeOf = ({ first, last, startsBefore, isOpen }: RelapseSpan) => `M${first} ${startsBefore ? "0" : "100V0"}H${last}${isOpen ? "" : "V100"}`;

/** A place on an axis, in percent of its length. */
export const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 10_000) / 100}%`;
