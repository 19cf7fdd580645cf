import { roundPixels } from "@/components/charts/small-line";
import { one, wordDay, type WalkTexts } from "@/components/walk/words";
import { aidsOf, type WalkBand, type WalkPoint } from "@/lib/domain/measures/walk-band";
import type { WalkAid } from "@/lib/domain/measures/measure";
import { fill } from "@/lib/i18n/fill";
import { daysBetween, type CalendarDay } from "@/lib/domain/time";

type Point = WalkPoint & { id: string; day: CalendarDay };
type WalkChartProps = { points: readonly Point[]; band: WalkBand; sentence: string; words: WalkTexts["walk"]["chart"] };
type PlotProps = Omit<WalkChartProps, "words"> & { width: number; height: number; className: string };

const EDGE = { left: 34, right: 12, top: 12, bottom: 34 };
const NARROW = { width: 340, height: 190 };
const WIDE = { width: 660, height: 240 };
const STEPS = [1, 2, 5, 10, 20, 50, 100];
const MOST_TICKS = 4;

/** Every finished walk as a mark, by date; a mark's shape says the aid. The band is that of the newest walk's aid. Up is slower. */
export function WalkChart({ words, ...drawn }: WalkChartProps) {
  const { points, band } = drawn;
  if (points.length === 0) return null;
  return (
    <figure>
      <Plot {...drawn} {...NARROW} className="w-full min-[900px]:hidden" />
      <Plot {...drawn} {...WIDE} className="hidden w-full min-[900px]:block" />
      <figcaption>
        <p className="small muted">{words.up}</p>
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {aidsOf(points).map((aid) => (
            <li key={aid} className="row gap-2"><svg className="s-walking" width={20} height={20} viewBox="0 0 20 20" aria-hidden="true"><AidMark aid={aid} x={10} y={10} isNewest={false} /></svg>{words.key[aid]}</li>
          ))}
          {band.kind === "band" && <li className="row gap-2"><svg width={26} height={16} viewBox="0 0 26 16" aria-hidden="true"><rect className="g-band" width={26} height={16} /><path className="g-bandedge" d="M0 1H26M0 15H26" /></svg>{fill(words.key.bandOf, { low: one(band.low), high: one(band.high) })}</li>}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Drawn in its own size, so that its numbers stay readable on every screen. */
function Plot({ points, band, sentence, width, height, className }: PlotProps) {
  const [first, newest] = [points[0], points.at(-1)];
  if (!first || !newest) return null;
  const ticks = ticksTo(Math.max(...points.map(({ seconds }) => seconds), band.kind === "band" ? Math.min(band.high, 2 * band.usual) : 0));
  const top = ticks.at(-1)!;
  const days = Math.max(1, daysBetween(first.day, newest.day));
  const plot = { right: width - EDGE.right, bottom: height - EDGE.bottom };
  const x = (day: CalendarDay) => roundPixels(points.length === 1 ? (EDGE.left + plot.right) / 2 : EDGE.left + 10 + (daysBetween(first.day, day) / days) * (plot.right - EDGE.left - 20));
  const y = (seconds: number) => roundPixels(EDGE.top + (1 - Math.min(seconds, top) / top) * (plot.bottom - EDGE.top));
  return (
    <svg className={`chart s-walking ${className}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
      {band.kind === "band" && (
        <>
          <rect className="g-band" x={EDGE.left} y={y(band.high)} width={plot.right - EDGE.left} height={roundPixels(y(band.low) - y(band.high))} />
          <path className="g-bandedge" d={`M${EDGE.left} ${y(band.high)}H${plot.right}M${EDGE.left} ${y(band.low)}H${plot.right}`} />
        </>
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? "g-axis" : "g-grid"} d={`M${EDGE.left} ${y(tick)}H${plot.right}`} />
          <text className="num" x={EDGE.left - 8} y={y(tick) + 5} textAnchor="end">{tick}</text>
        </g>
      ))}
      <text x={points.length === 1 ? x(first.day) : EDGE.left} y={height - 10} textAnchor={points.length === 1 ? "middle" : "start"}>{wordDay(first.day)}</text>
      {points.length > 1 && first.day !== newest.day && <text x={plot.right} y={height - 10} textAnchor="end">{wordDay(newest.day)}</text>}
      {points.map((point) => <AidMark key={point.id} aid={point.aid} x={x(point.day)} y={y(point.seconds)} isNewest={point === newest} />)}
    </svg>
  );
}

/** Triangle as in every chart of walking; with one aid a square, with two a diamond. The newest is hollow. */
function AidMark({ aid, x, y, isNewest }: { aid: WalkAid; x: number; y: number; isNewest: boolean }) {
  const path = { "unaided": "M0-7L7 6H-7Z", "one-aid": "M-5.5-5.5H5.5V5.5H-5.5Z", "two-aids": "M0-7.500L7.500 0L0 7.500L-7.500 0Z" }[aid];
  return <path d={path} transform={`translate(${x} ${y})`} className={isNewest ? "fill-surface stroke-[var(--c)]" : "fill-[var(--c)] stroke-surface"} strokeWidth={isNewest ? 3 : 1.5} />;
}

/** 0 and up to four round steps that hold the largest. */
function ticksTo(most: number): number[] {
  const step = STEPS.find((each) => most / each <= MOST_TICKS) ?? STEPS.at(-1)!;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, at) => at * step);
}
