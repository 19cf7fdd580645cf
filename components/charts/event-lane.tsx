import type { ReactNode } from "react";
import type { ChartModel } from "@/components/charts/chart-model";
import { escapeHtml } from "@/components/charts/escape-html";
import { eventColour, eventId, EventSymbols } from "@/components/charts/event-icon";
import { percent } from "@/components/charts/trend-svg";
import { wordDay, wordMark, wordMarkOn, wordSpan, type TrendTexts } from "@/components/charts/words";
import { TIERS } from "@/lib/domain/red-flags/rule";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { entriesOf, groupClose, MARK_KINDS, spreadApart, type Mark, type MarkKind } from "@/lib/domain/trends/marks";
import { fill } from "@/lib/i18n/fill";

/** The narrowest plots of a phone and of a wide screen: marks that have room there have room everywhere. */
const NARROW_PLOT = 210;
const WIDE_PLOT = 520;
/** Also the width of what can be tapped; it is taller. */
const MARK_APART = 26;
const LETTER = 8.5;
/** What is told first of several marks on one place. */
const FIRST_TOLD: readonly MarkKind[] = ["alert", "course", "dose", "stop", "start", "infection", "heat"];

/** Lower is told first; of alerts the most urgent. */
const rankOf = ({ kind, tier }: Mark) => FIRST_TOLD.indexOf(kind) + (tier ? TIERS.indexOf(tier) / TIERS.length : 0);
/** With more, stems would hide the line. */
const MOST_STEMS = 12;

/** A part of the time shown: a shorter bracket is a dot. */
const SHORTEST_BRACKET = 0.008;

type LaneProps = { model: ChartModel; texts: TrendTexts; /** a picture of a chart: nothing in it can be opened */ isPicture?: boolean };

/**
 * What happened, above the plot, each on its day: heat, infections, medicines, alerts. Each is a link to the entries of its day. Close
 * marks move apart, their stems do not; where there is no room for all, those that stand close together become one with its number.
 */
export function EventLane({ model, texts, isPicture = false }: LaneProps) {
  const days = Math.max(1, model.window.days - 1);
  return (
    <>
      <svg className="pointer-events-none absolute inset-0 overflow-visible" width="100%" height="100%" aria-hidden="true">
        <EventSymbols kinds={MARK_KINDS.filter((kind) => model.marks.some((mark) => mark.kind === kind))} />
        {model.marks.filter(({ first, last }) => (last - first) / days > SHORTEST_BRACKET).map((mark) => <Bracket key={`${mark.kind}-${mark.first}-${mark.name}`} mark={mark} days={days} />)}
        {model.step === 1 && model.marks.length <= MOST_STEMS && model.marks.filter(({ kind, first, last }) => first === last || kind === "course").map((mark) => (
          <line key={`${mark.kind}-${mark.first}-${mark.name}`} className={`trend-stem ${eventColour(mark.kind, mark.tier)}`} x1={percent(mark.first, days)} x2={percent(mark.first, days)} y1="-12" y2="100%" />
        ))}
      </svg>
      <Lane className="only-narrow" width={NARROW_PLOT} model={model} texts={texts} isPicture={isPicture} />
      <Lane className="only-wide" width={WIDE_PLOT} model={model} texts={texts} isPicture={isPicture} hasNames />
    </>
  );
}

type OneLaneProps = LaneProps & { className: string; width: number; hasNames?: boolean };

/** Its marks are one text, names escaped: ten years have many, and there are two lanes. */
function Lane({ className, width, model, texts, isPicture = false, hasNames = false }: OneLaneProps) {
  const days = Math.max(1, model.window.days - 1);
  const placeOf = ({ first, last }: Mark) => ((first + last) / 2 / days) * width;
  const marks = model.marks.toSorted((a, b) => a.first + a.last - b.first - b.last);
  const groups = groupClose(marks.map(placeOf), MARK_APART, width).map((group) => group.map((place) => marks[place]!));
  const places = groups.map((group) => (placeOf(group[0]!) + placeOf(group.at(-1)!)) / 2);
  const moved = spreadApart(places, MARK_APART, { from: 0, to: width });
  const drawn = groups.map((group, index) => {
    const [place, shown] = [places[index] ?? 0, group.toSorted((a, b) => rankOf(a) - rankOf(b))[0]!];
    const at = moved[index] ?? 0;
    const name = wordMark(shown, texts);
    const room = (moved[index + 1] ?? width + 90) - at;
    const colour = eventColour(shown.kind, shown.tier);
    const content = [
      `<g transform="translate(${Math.round(at - place)} 0)"><rect class="lane-hit" x="${-MARK_APART / 2}" y="-49" width="${MARK_APART}" height="44" rx="8"></rect>`,
      `<use href="#${eventId(shown.kind)}" x="-10" y="-38" width="20" height="20"></use>`,
      group.length > 1 ? `<text class="lane-count num" x="12" y="-34" text-anchor="middle">${group.length}</text>` : "",
      hasNames && group.length === 1 && shown.kind !== "alert" && room > name.length * LETTER + 26 ? `<text class="t-ink trend-tick trend-name" x="14" y="-22">${escapeHtml(name)}</text>` : "",
      "</g>",
    ].join("");
    const day = addDays(model.window.from, shown.first);
    const opens = isPicture ? `<g class="${colour}">${content}</g>`
      : `<a class="lane-mark ${colour}" href="${entriesOf(day)}" aria-label="${escapeHtml(wordGroup(group, shown, model, texts))}">${content}</a>`;
    return `<svg x="${percent(place, width)}">${opens}</svg>`;
  });
  return <svg className={`lane pointer-events-none absolute inset-0 ${className}`} width="100%" height="100%" role="group" aria-label={texts.marksLabel} dangerouslySetInnerHTML={{ __html: drawn.join("") }} />;
}

type OpensProps = { isPicture: boolean; className: string; day: CalendarDay; label: string; children: ReactNode };

function Opens({ isPicture, className, day, label, children }: OpensProps) {
  return isPicture ? <g className={className}>{children}</g> : <a className={`lane-mark ${className}`} href={entriesOf(day)} aria-label={label}>{children}</a>;
}

function wordGroup(group: readonly Mark[], shown: Mark, model: ChartModel, texts: TrendTexts): string {
  if (group.length === 1) return wordMarkOn(shown, model, texts);
  const first = Math.min(...group.map((mark) => mark.first));
  const last = Math.max(...group.map((mark) => mark.last));
  return fill(texts.marksClose, { count: group.length, days: wordSpan({ first, last }, model, texts), mark: wordMarkOn(shown, model, texts) });
}

/** How long a spell or a course lasted. */
function Bracket({ mark, days }: { mark: Mark; days: number }) {
  const [left, right] = [percent(mark.first, days), percent(mark.last, days)];
  return (
    <g className={eventColour(mark.kind)} stroke="currentColor" strokeWidth={2}>
      <line x1={left} x2={right} y1="-8" y2="-8" />
      <line x1={left} x2={left} y1="-9" y2="-3" />
      <line x1={right} x2={right} y1="-9" y2="-3" />
    </g>
  );
}

const NAME_ROOM = 0.3;

/** "Relapse" beside its block, a link to its first day: after it, before it, or on it when there is room on neither side. */
export function RelapseNames({ model, texts, isPicture = false }: LaneProps) {
  const days = Math.max(1, model.window.days - 1);
  if (model.relapses.length === 0) return null;
  return (
    <svg className="pointer-events-none absolute inset-0 overflow-visible" width="100%" height="100%" role="group" aria-label={texts.relapsesLabel}>
      {namedSpans(model, days).map(({ span, at, dx, anchor }) => {
        const name = span.isPossible ? texts.possibleRelapse : texts.relapse;
        const day = addDays(model.window.from, span.first);
        return (
          <svg key={span.first} className="overflow-visible" x={percent(at, days)}>
            <Opens isPicture={isPicture} className="" day={day} label={`${name}, ${wordDay(day, texts, model.isLong)}`}>
              <rect className="lane-hit" x={anchor === "end" ? -100 : 0} y="0" width="100" height="28" rx="8" />
              <text className="t-rel trend-tick trend-name" dx={dx} y="1.2em" textAnchor={anchor}>{name}</text>
            </Opens>
          </svg>
        );
      })}
    </svg>
  );
}

type NamedSpan = { span: ChartModel["relapses"][number]; at: number; dx: number; anchor: "start" | "end" };

/** Those whose name does not meet the one before. */
function namedSpans(model: ChartModel, days: number): NamedSpan[] {
  const named: NamedSpan[] = [];
  for (const span of model.relapses) {
    const isAfter = 1 - span.last / days > NAME_ROOM;
    const isBefore = !isAfter && span.first / days > NAME_ROOM;
    const at = isAfter ? span.last : span.first;
    const before = named.at(-1);
    if (before && (at - before.at) / days < NAME_ROOM) continue;
    named.push({ span, at, dx: isBefore ? -7 : 7, anchor: isBefore ? "end" : "start" });
  }
  return named;
}
