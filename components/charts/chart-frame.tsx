import type { ReactNode } from "react";
import { newestPoint, type ChartModel } from "@/components/charts/chart-model";
import { EventLane } from "@/components/charts/event-lane";
import { percent } from "@/components/charts/trend-svg";
import { wordTick, type TrendTexts } from "@/components/charts/words";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { ticksOf } from "@/lib/domain/trends/ticks";

type ChartFrameProps = { model: ChartModel; symptom: ScoreName; isFront: boolean; texts: TrendTexts; children: ReactNode };

/**
 * What stands round a plot and never moves: the scale, the time axis, the event lane, the names at the ends. The plot inside is
 * first the server's drawing, then recharts'.
 */
export function ChartFrame({ model, symptom, isFront, texts, children }: ChartFrameProps) {
  const hasLane = isFront && (model.heat.length > 0 || model.medicines.length > 0 || model.alerts.length > 0);
  const plot = isFront ? `end-3.5 ${model.hasOthers ? "min-[900px]:end-26" : ""} ${hasLane ? "top-12" : "top-4"}` : "end-3 top-3";
  return (
    <div className={`relative ${isFront ? "h-75 min-[900px]:h-93" : "h-36"}`} dir="ltr">
      <div className={`absolute start-8 bottom-7 ${plot}`}>
        {children}
        <svg className="pointer-events-none absolute inset-0 overflow-visible" width="100%" height="100%" aria-hidden="true">
          <Scale usual={model.usual[symptom]} />
          <TimeAxis model={model} texts={texts} />
          {hasLane && <EventLane model={model} texts={texts} />}
          {isFront && <RelapseNames model={model} texts={texts} />}
          {isFront && model.hasOthers && <EndNames model={model} texts={texts} />}
        </svg>
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

function TimeAxis({ model, texts }: { model: ChartModel; texts: TrendTexts }) {
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

const NAME_ROOM = 0.3;

/** "Relapse" beside its block: after it, before it, or on it when there is room on neither side. */
function RelapseNames({ model, texts }: { model: ChartModel; texts: TrendTexts }) {
  const days = Math.max(1, model.window.days - 1);
  let taken = -1;
  return model.relapses.map((span) => {
    const name = span.isPossible ? texts.possibleRelapse : texts.relapse;
    const isAfter = 1 - span.last / days > NAME_ROOM;
    const at = isAfter ? span.last : span.first;
    const place = isAfter ? { dx: 7, anchor: "start" as const } : span.first / days > NAME_ROOM ? { dx: -7, anchor: "end" as const } : { dx: 7, anchor: "start" as const };
    if (taken >= 0 && at / days - taken < NAME_ROOM) return null;
    taken = at / days;
    return <text key={span.first} className="t-rel trend-tick trend-name" x={percent(at, days)} dx={place.dx} y="1.1em" textAnchor={place.anchor}>{name}</text>;
  });
}

const NAME_APART = 19;
const PLOT_HEIGHT = 296;

/** The symptoms' names at the ends of their lines, on wide screens; moved apart where lines end close together. */
function EndNames({ model, texts }: { model: ChartModel; texts: TrendTexts }) {
  const ends = SCORE_NAMES.flatMap((score) => {
    const end = newestPoint(model.points[score]);
    return end ? [{ score, y: ((10 - end.y) / 10) * PLOT_HEIGHT }] : [];
  }).sort((a, b) => a.y - b.y);
  ends.forEach((end, place) => { end.y = Math.max(end.y, (ends[place - 1]?.y ?? -Infinity) + NAME_APART); });
  const over = Math.max(0, (ends.at(-1)?.y ?? 0) - PLOT_HEIGHT);
  return ends.map(({ score, y }) => (
    <text key={score} className="only-wide t-ink trend-tick" x="100%" dx={16} y={percent(y - over, PLOT_HEIGHT)} dy="0.35em">{texts.symptoms[score]}</text>
  ));
}
