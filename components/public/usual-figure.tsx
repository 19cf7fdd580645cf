import { ChartFrame } from "@/components/charts/chart-frame";
import { chartModel, type ChartModel } from "@/components/charts/chart-model";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { HatchPattern, TrendSvg } from "@/components/charts/trend-svg";
import styles from "@/components/public/landing.module.css";
import type { TrendTexts } from "@/components/charts/words";
import type { Messages } from "@/lib/i18n/messages";

/** Three made-up months: a hot spell, an infusion, an optic neuritis with its recovery. Half points in base 36, "-" without an entry. */
const VISION = "22224644424220222222-422240220222--0204228cgggeeecccaaa888666444444442-2222022022420242222";

type UsualFigureProps = { texts: Messages["landing"]["usual"]; trendTexts: TrendTexts };

/** What a trend looks like, drawn with the parts of the trends page on the server. */
export function UsualFigure({ texts, trendTexts }: UsualFigureProps) {
  const model = chartModel({
    range: "90", window: { from: "2026-08-18", days: VISION.length }, summary: [], front: "vision", changes: [],
    lines: { fatigue: "", numbness: "", vision: VISION, walking: "" },
    usual: { fatigue: null, numbness: null, vision: { median: 1, low: 0, high: 2 }, walking: null },
    relapses: [{ first: 41, last: 61, isPossible: false, startsBefore: false, isOpen: false }],
    heat: [{ first: 4, last: 10 }],
    medicines: [{ at: 17, name: texts.infusion, what: "dose" }, { at: 45, name: texts.steroids, what: "dose" }],
    alerts: [{ at: 43, tier: "EMERGENCY" }],
  });
  // Names at the line's end are for charts with several lines.
  const frame: ChartModel = { ...model, points: { ...model.points, vision: [] } };
  return (
    <figure className="card s-vision px-3 pt-4 pb-2.5" aria-label={texts.label}>
      <p className="row px-2"><SymptomMark symptom="vision" size={22} /><b>{texts.chart}</b></p>
      <HatchPattern />
      <div className={styles.chart} aria-hidden="true">
        <ChartFrame model={frame} symptom="vision" isFront texts={trendTexts}>
          <TrendSvg model={model} symptom="vision" />
          <svg className="absolute inset-0 overflow-visible" width="100%" height="100%" viewBox={`0 0 ${VISION.length - 1} 100`} preserveAspectRatio="none">
            <path className="trend-days" vectorEffect="non-scaling-stroke" d={dots(model)} />
          </svg>
        </ChartFrame>
      </div>
    </figure>
  );
}

/** The real days, as lines of no length that the round cap shows. */
function dots({ lines }: ChartModel): string {
  return lines.vision.map((value, day) => (value === null ? "" : `M${day} ${100 - value * 10}h0`)).join("");
}
