import { linePath, roundPixels } from "@/components/charts/small-line";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { SymptomShape } from "@/components/charts/symptom-shape";
import { formatDay } from "@/components/diary/format";
import { Icon } from "@/components/ui/icon";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays, type CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

export const CHART_DAYS = 14;

type TwoWeeksChartProps = {
  symptom: ScoreName;
  name: string;
  /** "now 6, usual 2" */
  line: string;
  /** one value a day up to `day`, oldest first; null is a day without an entry */
  values: readonly (number | null)[];
  day: CalendarDay;
  usual: { low: number; high: number } | null;
  words: Messages["alerts"]["relapse"];
};

const [LEFT, TOP, PLOT] = [26, 12, 100];
/** on a phone, and beside a wide page */
const [NARROW, WIDE] = [332, 734];
/** A range of one value still shows as a strip. */
const THINNEST = 0.4;

/** The last two weeks of one symptom beside one's own usual, with the same days as a table. */
export function TwoWeeksChart({ symptom, name, line, values, day, usual, words }: TwoWeeksChartProps) {
  const label = `${fill(words.chart, { name, values: values.map((value) => value ?? words.chartNone).join(", ") })}${usual ? ` ${fill(words.chartUsual, usual)}` : ""}`;
  const drawing = { symptom, values, usual, words, label };
  return (
    <section className="card mt-3.5 px-3 pt-3.5 pb-1.5" aria-label={name}>
      <div className="row flex-wrap gap-y-0 px-1"><SymptomMark symptom={symptom} size={22} /><b>{name}</b><span className="small muted num ms-auto">{line}</span></div>
      <div className="only-narrow"><Plot {...drawing} width={NARROW} /></div>
      <div className="only-wide"><Plot {...drawing} width={WIDE} /></div>
      <details className="group px-1">
        <summary className="small">{words.table}<span className="transition-transform duration-(--dm-fast) group-open:rotate-180"><Icon name="down" size={18} /></span></summary>
        <table className="num small mb-2">
          <thead><tr><th scope="col">{words.day}</th><th scope="col">{name}</th></tr></thead>
          <tbody>
            {values.map((value, index) => ({ value, of: addDays(day, index - values.length + 1) })).reverse().map(({ value, of }) => (
              <tr key={of} className="border-line border-t"><th scope="row" className="!text-ink py-1.5 !font-normal">{formatDay(of, "short")}</th><td>{value ?? words.noEntry}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

type PlotProps = Pick<TwoWeeksChartProps, "symptom" | "values" | "usual" | "words"> & { label: string; width: number };

function Plot({ symptom, values, usual, words, label, width }: PlotProps) {
  const right = width - 14;
  const x = (index: number) => roundPixels(LEFT + (index / Math.max(1, values.length - 1)) * (right - LEFT));
  const y = (value: number) => roundPixels(TOP + (1 - value / 10) * PLOT);
  const newest = values.at(-1);
  const strip = usual && { low: Math.max(0, usual.low - missing(usual) / 2), high: Math.min(10, usual.high + missing(usual) / 2) };
  return (
    <svg className="chart" width={width} height={140} viewBox={`0 0 ${width} 140`} role="img" aria-label={label}>
      {strip && <rect className="g-band" x={LEFT} y={y(strip.high)} width={right - LEFT} height={roundPixels(y(strip.low) - y(strip.high))} opacity=".92" />}
      {strip && <path className="g-bandedge" d={`M${LEFT} ${y(strip.high)}H${right}M${LEFT} ${y(strip.low)}H${right}`} />}
      {[0, 5, 10].map((tick) => (
        <g key={tick}><path className={tick === 0 ? "g-axis" : "g-grid"} d={`M${LEFT} ${y(tick)}H${right}`} /><text x={18} y={y(tick) + 5} textAnchor="end" className="num">{tick}</text></g>
      ))}
      <path className="g-axis" d={`M${LEFT} ${y(0)}v5M${right} ${y(0)}v5`} />
      <text x={LEFT} y={132}>{words.weeksAgo}</text>
      <text x={right} y={132} textAnchor="end">{words.today}</text>
      <g className={`s-${symptom}`}>
        <path className="g-line" d={linePath(values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) })))} />
        {newest !== null && newest !== undefined && <SymptomShape symptom={symptom} x={right} y={y(newest)} r={6} className="g-today" />}
      </g>
    </svg>
  );
}

const missing = ({ low, high }: { low: number; high: number }) => Math.max(0, THINNEST - (high - low));
