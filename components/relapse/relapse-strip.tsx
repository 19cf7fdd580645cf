import { addDays, daysBetween, type CalendarDay } from "@/lib/domain/time";

export type StripItem = { id: string; kind: "relapse" | "possible" | "flare"; startedOn: CalendarDay; endedOn: CalendarDay | null; length: string };

type RelapseStripProps = {
  items: readonly StripItem[];
  from: CalendarDay;
  today: CalendarDay;
  words: { from: string; now: string };
  label: string;
  width: number;
};

const EDGE = 6;
const AXIS = 62;
/** room for half a label, so that none is cut at the edges */
const HALF_LABEL = 34;

const PLACE_KIND = { relapse: 0, possible: 1, flare: 2 } as const;

type Place = Pick<StripItem, "id" | "kind"> & { middle: number };

/** The blocks whose length can be written above them: of two that would meet, the confirmed one, then the newer one, keeps its words. */
export function labelledBlocks(places: readonly Place[]): ReadonlySet<string> {
  const kept: Place[] = [];
  for (const place of [...places].sort((one, other) => PLACE_KIND[one.kind] - PLACE_KIND[other.kind] || other.middle - one.middle)) {
    if (kept.every(({ middle }) => Math.abs(middle - place.middle) >= 2 * HALF_LABEL)) kept.push(place);
  }
  return new Set(kept.map(({ id }) => id));
}

/** Two years on one line: relapses as blocks, flare-ups as rings, the years as ticks. */
export function RelapseStrip({ items, from, today, words, label, width }: RelapseStripProps) {
  const days = Math.max(1, daysBetween(from, today));
  const x = (day: CalendarDay) => Math.round((EDGE + (Math.min(days, Math.max(0, daysBetween(from, day))) / days) * (width - 2 * EDGE)) * 10) / 10;
  const firstYear = Number(from.slice(0, 4)) + 1;
  const newYears = [firstYear, firstYear + 1].map((year) => `${year}-01-01`).filter((day) => day < today);
  const named = newYears.filter((day) => x(day) > HALF_LABEL / 2 && x(day) < width - 2 * HALF_LABEL);
  const shown = items.filter(({ endedOn }) => endedOn === null || endedOn >= from).map((item) => {
    const start = x(item.startedOn);
    const end = Math.max(start + 10, x(addDays(item.endedOn ?? today, 1)));
    const middle = (start + end) / 2;
    return { ...item, start, end, middle, label: Math.min(width - HALF_LABEL, Math.max(HALF_LABEL, middle)) };
  });
  const labelled = labelledBlocks(shown.filter(({ kind, length }) => kind !== "flare" && length !== "").map(({ id, kind, label: middle }) => ({ id, kind, middle })));
  return (
    <svg className="chart" width={width} height={92} viewBox={`0 0 ${width} 92`} role="img" aria-label={label}>
      <path className="g-axis" d={`M${EDGE} ${AXIS}H${width - EDGE}M${EDGE} ${AXIS - 4}v9M${width - EDGE} ${AXIS - 4}v9`} />
      {newYears.map((day) => <path key={day} className="g-axis" d={`M${x(day)} ${AXIS - 4}v9`} />)}
      {x(named[0] ?? today) > EDGE + 3.2 * HALF_LABEL && <text x={EDGE} y={84}>{words.from}</text>}
      {named.map((day) => <text key={day} x={x(day)} y={84} textAnchor="middle">{day.slice(0, 4)}</text>)}
      <text x={width - EDGE} y={84} textAnchor="end">{words.now}</text>
      {shown.map(({ id, kind, start, end, middle, label: at, length }) => {
        if (kind === "flare") return <circle key={id} cx={middle} cy={52} r={6} className="fill-surface stroke-heat" strokeWidth={2.5} />;
        const look = kind === "relapse" ? "fill-relapse-line" : "fill-surface stroke-relapse-line";
        return (
          <g key={id}>
            <rect x={start} y={32} width={end - start} height={30} rx={3} className={look} strokeWidth={kind === "relapse" ? 0 : 2} strokeDasharray={kind === "possible" ? "4 3" : undefined} />
            {labelled.has(id) && <text x={at} y={22} textAnchor="middle" className="t-ink">{length}</text>}
          </g>
        );
      })}
    </svg>
  );
}
