import type { ReactNode } from "react";
import { newestPoint, type ChartLine, type ChartModel } from "@/components/charts/chart-model";
import { EventLane, RelapseNames } from "@/components/charts/event-lane";
import { othersOf, percent } from "@/components/charts/trend-svg";
import { wordTick, type TrendTexts } from "@/components/charts/words";
import { ticksOf } from "@/lib/domain/trends/ticks";

type ChartFrameProps = { model: ChartModel; line: ChartLine; texts: TrendTexts; /** a picture of a chart: nothing in it can be opened */ isPicture?: boolean; children: ReactNode };

/** Where every plot of the page begins and ends, so that one day stands on one line through all of them. */
export const PLOT_EDGES = "start-8 end-3.5 min-[900px]:end-26";

/**
 * What stands round the plot in front and never moves: the scale, the time axis, the event lane, the names at the ends. The plot inside
 * is first the server's drawing, then recharts'.
 */
export function ChartFrame({ model, line, texts, isPicture = false, children }: ChartFrameProps) {
  const hasLane = model.marks.length > 0;
  return (
    <div className="relative h-75 min-[900px]:h-93" dir="ltr">
      <div className={`absolute bottom-7 ${PLOT_EDGES} ${hasLane ? "top-13" : "top-4"}`}>
        {children}
        <svg className="pointer-events-none absolute inset-0 overflow-visible" width="100%" height="100%" aria-hidden="true">
          <Scale usual={line.usual} />
          <TimeAxis model={model} texts={texts} />
          <EndNames model={model} line={line} texts={texts} />
        </svg>
        <RelapseNames model={model} texts={texts} isPicture={isPicture} />
        {hasLane && <EventLane model={model} texts={texts} isPicture={isPicture} />}
      </div>
    </div>
  );
}

/** 0, 5, 10, and a pointer at the usual middle. */
function Scale({ usual }: { usual: { median: number } | null }) {
  return (
    <>
      {[0, 5, 10].map((tick) => <text key={tick} className="num trend-tick" x="-10" y={percent(10 - tick, 10)} dy="0.35em" textAnchor="end">{tick}</text>)}
      {usual && <svg className="overflow-visible" x="0" y={percent(10 - usual.median, 10)}><path className="trend-usual" d="M-1 0L-7-4V4Z" /></svg>}
    </>
  );
}

/** The days under a plot; of several plots on one axis, under the last. */
export function TimeAxis({ model, texts }: { model: ChartModel; texts: TrendTexts }) {
  const days = Math.max(1, model.window.days - 1);
  return ticksOf(model.window).map((tick) => {
    const x = percent(tick.at, days);
    const anchor = tick.at < days * 0.05 ? "start" : tick.at > days * 0.95 ? "end" : "middle";
    return (
      <svg key={tick.at} className="overflow-visible" x={x} y="100%">
        <path className="g-axis" d="M0 0v5" />
        <text className="trend-tick" y="1.35em" textAnchor={anchor}>{wordTick(tick, texts)}</text>
      </svg>
    );
  });
}

const NAME_APART = 19;
const PLOT_HEIGHT = 296;

/** The symptoms' names at the ends of their lines, on wide screens; moved apart where lines end close together. */
function EndNames({ model, line, texts }: { model: ChartModel; line: ChartLine; texts: TrendTexts }) {
  const others = othersOf(model, line);
  if (others.length === 0) return null;
  const ends = [line, ...others].flatMap(({ name, points }) => {
    const end = newestPoint(points);
    return end ? [{ name, y: ((10 - end.y) / 10) * PLOT_HEIGHT }] : [];
  }).sort((a, b) => a.y - b.y);
  ends.forEach((end, place) => { end.y = Math.max(end.y, (ends[place - 1]?.y ?? -Infinity) + NAME_APART); });
  const over = Math.max(0, (ends.at(-1)?.y ?? 0) - PLOT_HEIGHT);
  return ends.map(({ name, y }) => (
    <text key={name} className="only-wide t-ink trend-tick" x="100%" dx={16} y={percent(y - over, PLOT_HEIGHT)} dy="0.35em">{texts.names[name]}</text>
  ));
}
