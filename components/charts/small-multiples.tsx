import { PLOT_EDGES, TimeAxis } from "@/components/charts/chart-frame";
import { type ChartLine, type ChartModel } from "@/components/charts/chart-model";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { lineClass } from "@/components/charts/symptom-shape";
import { percent, TrendSvg } from "@/components/charts/trend-svg";
import { wordChart, wordUnderName, wordValue, wordValueOn, type TrendTexts } from "@/components/charts/words";

type SmallMultiplesProps = { model: ChartModel; lines: readonly ChartLine[]; texts: TrendTexts; /** the cell being read, in every plot */ cursor: number | null };

/** The other lines, one under the other on the same days: what happened together stands on one upright line. The days are written once, under the last. */
export function SmallMultiples({ model, lines, texts, cursor }: SmallMultiplesProps) {
  return (
    <section aria-label={texts.together} className="mt-5 border-t border-line pt-4">
      <p className="small muted mb-2">{texts.together}</p>
      <div className="grid gap-4">
        {lines.map((line) => (
          <figure key={line.name} className={`min-w-0 ${lineClass(line.name)}`} aria-label={wordChart(model, line, texts)}>
            <div className="flex flex-wrap items-center gap-x-2">
              <SymptomMark symptom={line.name} size={18} />
              <h3 className="text-base">{texts.names[line.name]}</h3>
              <span className="small muted num ms-auto">{cursor === null ? wordValue(model, line, texts) : wordValueOn(model, line, cursor, texts)}</span>
            </div>
            <p className="small muted">{wordUnderName(line.sentence, texts)}</p>
            <SmallPlot model={model} line={line} cursor={cursor} />
          </figure>
        ))}
      </div>
      <div className="relative h-7" dir="ltr" aria-hidden="true">
        <div className={`absolute inset-y-0 ${PLOT_EDGES}`}><svg className="absolute -top-px overflow-visible" width="100%" height="1"><TimeAxis model={model} texts={texts} /></svg></div>
      </div>
    </section>
  );
}

function SmallPlot({ model, line, cursor }: { model: ChartModel; line: ChartLine; cursor: number | null }) {
  const at = cursor === null ? null : line.points[cursor]?.x ?? null;
  return (
    <div className="relative mt-2 h-16" dir="ltr" aria-hidden="true">
      <div className={`absolute inset-y-1 ${PLOT_EDGES}`}>
        <TrendSvg model={model} line={line} />
        <svg className="pointer-events-none absolute inset-0 overflow-visible" width="100%" height="100%">
          {[0, 10].map((tick) => <text key={tick} className="num trend-tick" x="-10" y={percent(10 - tick, 10)} dy="0.35em" textAnchor="end">{tick}</text>)}
          {at !== null && <line className="trend-cursor" x1={percent(at, Math.max(1, model.window.days - 1))} x2={percent(at, Math.max(1, model.window.days - 1))} y1="0" y2="100%" />}
        </svg>
      </div>
    </div>
  );
}
