import { ChartFrame } from "@/components/charts/chart-frame";
import { chartModel, lineOf } from "@/components/charts/chart-model";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { HatchPattern, TrendSvg } from "@/components/charts/trend-svg";
import styles from "@/components/public/landing.module.css";
import type { TrendTexts } from "@/components/charts/words";
import { packMarks } from "@/lib/domain/trends/compact";
import type { Messages } from "@/lib/i18n/messages";

/** Three made-up months: a hot spell, an infusion, an optic neuritis with its recovery. Half points in base 36, "-" without an entry. */
const VISION = "22224644424220222222-422240220222--0204228cgggeeecccaaa888666444444442-2222022022420242222";

/** The figure has a label of its own. */
const NOTHING = { key: "noLevels", name: "vision" } as const;

type UsualFigureProps = { texts: Messages["landing"]["usual"]; trendTexts: TrendTexts };

/** What a trend looks like, drawn with the parts of the trends page on the server. */
export function UsualFigure({ texts, trendTexts }: UsualFigureProps) {
  const model = chartModel({
    range: "90", step: 1, window: { from: "2026-08-18", days: VISION.length }, year: { from: "2026-08-18", days: VISION.length },
    lines: [{ name: "vision", year: VISION, usual: { median: 1, low: 0, high: 2, days: 53 }, sentence: NOTHING, yearSentence: NOTHING, spread: { days: 0, levels: { none: 0, mild: 0, moderate: 0, severe: 0 }, best: null, worst: null } }],
    relapses: [{ first: 41, last: 61, isPossible: false, startsBefore: false, isOpen: false }],
    marks: packMarks([
      { kind: "heat", first: 4, last: 10 }, { kind: "dose", first: 17, last: 17, name: texts.infusion },
      { kind: "alert", first: 43, last: 43, tier: "EMERGENCY" }, { kind: "dose", first: 45, last: 45, name: texts.steroids },
    ]),
  });
  const line = lineOf(model, "vision");
  return (
    <figure className="card s-vision px-3 pt-4 pb-2.5" aria-label={texts.label}>
      <p className="row px-2"><SymptomMark symptom="vision" size={22} /><b>{texts.chart}</b></p>
      <HatchPattern />
      <div className={styles.chart} aria-hidden="true">
        <ChartFrame model={model} line={line} texts={trendTexts} isPicture>
          <TrendSvg model={model} line={line} isFront />
        </ChartFrame>
      </div>
    </figure>
  );
}
