import type { ChartModel } from "@/components/charts/chart-model";
import { EventShape, eventColour, type EventKind } from "@/components/charts/event-icon";
import { percent } from "@/components/charts/trend-svg";
import type { TrendTexts } from "@/components/charts/words";
import { fill } from "@/lib/i18n/fill";
import type { Tier } from "@/lib/domain/red-flags/rule";
import { spreadApart } from "@/lib/domain/trends/marks";

type LaneEvent = { kind: EventKind; at: number; name: string; tier?: Tier };

/** The narrowest plot: marks that have room there have room everywhere. */
const NARROW_PLOT = 300;
const WIDE_PLOT = 734;
const MARK_APART = 22;
const LETTER = 8.5;

/** Heat, medicines and alerts above the plot, each on its day; close marks move apart, their stems do not. Names when wide. */
export function EventLane({ model, texts }: { model: ChartModel; texts: TrendTexts }) {
  const days = Math.max(1, model.window.days - 1);
  const events = laneEvents(model, texts);
  const narrow = shiftsOf(events, days, NARROW_PLOT);
  const wide = shiftsOf(events, days, WIDE_PLOT);
  return (
    <>
      {model.heat.map(({ first, last }) => <HeatBracket key={first} left={percent(first, days)} right={percent(last, days)} />)}
      {events.map((event, place) => {
        const [small, large] = [narrow[place] ?? 0, wide[place] ?? 0];
        const next = events[place + 1];
        const room = ((next ? next.at : days + 12) - event.at) * (WIDE_PLOT / days);
        return (
          <g key={`${event.kind}-${event.at}-${event.name}`} className={eventColour(event.kind, event.tier)}>
            {event.kind !== "heat" && <line className="trend-stem" x1={percent(event.at, days)} x2={percent(event.at, days)} y1="-14" y2="100%" />}
            <svg className="overflow-visible" x={percent(event.at, days)} y={event.kind === "heat" ? -38 : -35} width="20" height="20" viewBox="0 0 24 24">
              <g className={small === large ? "" : "only-narrow"} transform={moveTo(small)}><EventShape kind={event.kind} /></g>
              {small !== large && <g className="only-wide" transform={moveTo(large)}><EventShape kind={event.kind} /></g>}
            </svg>
            {event.kind !== "alert" && room > event.name.length * LETTER + 24 && (
              <text className="only-wide t-ink trend-tick trend-name" x={percent(event.at, days)} dx={large + 14} y="-20">{event.name}</text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** How far each mark moves from its day, in px, on a plot of this width. */
function shiftsOf(events: readonly LaneEvent[], days: number, width: number): number[] {
  const places = events.map(({ at }) => (at / days) * width);
  return spreadApart(places, MARK_APART, { from: 0, to: width }).map((place, index) => Math.round(place - (places[index] ?? 0)));
}

/** To its middle, on the icon's grid of 24 for 20 px. */
const moveTo = (shift: number) => `translate(${Math.round(shift * 1.2) - 12} 0)`;

function HeatBracket({ left, right }: { left: string; right: string }) {
  return (
    <g className="ev-heat" stroke="currentColor" strokeWidth={2}>
      <line x1={left} x2={right} y1="-8" y2="-8" />
      <line x1={left} x2={left} y1="-9" y2="-3" />
      <line x1={right} x2={right} y1="-9" y2="-3" />
    </g>
  );
}

function laneEvents(model: ChartModel, texts: TrendTexts): LaneEvent[] {
  return [
    ...model.heat.map(({ first, last }) => ({ kind: "heat" as const, at: (first + last) / 2, name: texts.heat })),
    ...model.medicines.map(({ at, name, what }) => ({ kind: "medicine" as const, at, name: fill(texts.medicine[what], { name }) })),
    ...model.alerts.map(({ at, tier }) => ({ kind: "alert" as const, at, name: texts.alert, tier })),
  ].sort((a, b) => a.at - b.at);
}
