import { MiniTrend } from "@/components/charts/mini-trend";
import { SymptomMark } from "@/components/charts/symptom-mark";
import type { ScoreReading } from "@/lib/domain/sharing/describe-latest";
import type { ScoreName } from "@/lib/domain/check-in/vocabulary";
import type { DaySeries } from "@/lib/domain/trends/day-series";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type ScoreRowsProps = {
  readings: readonly ScoreReading[];
  lines: Record<ScoreName, DaySeries>;
  texts: Messages["sharing"]["reading"];
  symptoms: Messages["common"]["symptoms"];
  /** a line of twelve weeks needs more room than one of two */
  isLong?: boolean;
};

/** The four symptoms: mark, name, value beside the usual in words, and the line, which says nothing more. */
export function ScoreRows({ readings, lines, texts, symptoms, isLong = false }: ScoreRowsProps) {
  return (
    <ul className="list">
      {readings.map((reading) => {
        const { score, usual } = reading;
        const line = { symptom: score, values: lines[score], band: usual };
        return (
          <li key={score} className="py-1.5">
            <SymptomMark symptom={score} size={22} />
            <span className={isLong ? "w-32 shrink-0 max-[359px]:w-24" : "grow"}>
              <b className="b">{symptoms[score]}</b><br />
              <span className="small muted num">{wordReading(reading, texts)}</span>
            </span>
            <span className={isLong ? "grow only-narrow" : "only-narrow"}><MiniTrend {...line} width={isLong ? 200 : 150} height={isLong ? 64 : 54} /></span>
            <span className={isLong ? "grow only-wide" : "only-wide"}><MiniTrend {...line} width={isLong ? 400 : 300} height={isLong ? 76 : 60} /></span>
          </li>
        );
      })}
    </ul>
  );
}

/** "5, usual is 4": the usual is the median, which may lie between two whole numbers. */
function wordReading({ value, usual }: ScoreReading, texts: Messages["sharing"]["reading"]): string {
  if (!usual) return fill(texts.noUsual, { value });
  return Math.abs(usual.median - value) < 1 ? fill(texts.asUsual, { value }) : fill(texts.usualIs, { value, usual: usual.median });
}
