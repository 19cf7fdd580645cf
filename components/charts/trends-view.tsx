"use client";

import { useMemo, useState } from "react";
import { CalendarHeat } from "@/components/charts/calendar-heat";
import { ChangeTable } from "@/components/charts/change-table";
import { ChartKey } from "@/components/charts/chart-key";
import { chartModel, type ChartModel } from "@/components/charts/chart-model";
import { ChartTable } from "@/components/charts/chart-table";
import { DayReader } from "@/components/charts/day-reader";
import { LegendButton } from "@/components/charts/legend-button";
import { RangeControl } from "@/components/charts/range-control";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { TrendChart } from "@/components/charts/trend-chart";
import { HatchPattern } from "@/components/charts/trend-svg";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { wordDay, wordSummary, wordValue, wordValueOn, type TrendTexts } from "@/components/charts/words";
import { Icon } from "@/components/ui/icon";
import { SCORE_NAMES, type ScoreName } from "@/lib/domain/check-in/vocabulary";
import { addDays } from "@/lib/domain/time";
import type { Range } from "@/lib/domain/trends/range";
import type { Trends } from "@/lib/domain/trends/trends";
import { fill } from "@/lib/i18n/fill";
import "@/components/charts/charts.css";

type TrendsViewProps = {
  title: string;
  trends: Trends;
  texts: TrendTexts;
  ranges?: readonly Range[];
  /** the table was asked for in the address; it works without script */
  asTable?: boolean;
  /** where each entry can be read in full; only its owner has such a page */
  entriesHref?: string;
};

const USUAL_RANGES: readonly Range[] = ["30", "90", "365", "all"];

/**
 * A trends screen from prepared data: sentence, one panel a symptom, calendar, change table. The first HTML holds all that is read
 * first; the data is sent once, packed, and both server and browser draw from it.
 */
export function TrendsView({ title, trends, texts, ranges = USUAL_RANGES, asTable = false, entriesHref }: TrendsViewProps) {
  const model = useMemo(() => chartModel(trends), [trends]);
  const isEmpty = SCORE_NAMES.every((score) => model.lines[score].every((value) => value === null));
  return (
    <>
      <div className="grid gap-3 *:min-w-0 min-[900px]:grid-cols-[1fr_auto] min-[900px]:items-center">
        <h1>{title}</h1>
        <RangeControl texts={texts.range} ranges={ranges} current={trends.range} />
      </div>
      <Lead trends={trends} model={model} texts={texts} />
      {!isEmpty && <Panels key={`${trends.range}-${trends.front}`} trends={trends} model={model} texts={texts} asTable={asTable} entriesHref={entriesHref} />}
    </>
  );
}

/** The first sentence stands out; a usual that is still to come and an old newest entry are said in words. */
function Lead({ trends, model, texts }: { trends: Trends; model: ChartModel; texts: TrendTexts }) {
  const [first, ...more] = trends.summary.map((part) => wordSummary(part, texts, model.isLong));
  const newest = Math.max(...SCORE_NAMES.map((score) => model.lines[score].findLastIndex((value) => value !== null)));
  const isOld = newest >= 0 && newest < model.window.days - 1 && !trends.summary.some(({ key }) => key === "silent");
  return (
    <p className="mt-3.5 mb-4 min-[900px]:text-lg">
      <b>{first}</b> {more.join(" ")} {isOld && <span className="small muted block">{fill(texts.latest, { day: wordDay(addDays(model.window.from, newest), texts) })}</span>}
    </p>
  );
}

function Panels({ trends, model, texts, asTable, entriesHref }: { trends: Trends; model: ChartModel; texts: TrendTexts; asTable: boolean; entriesHref: string | undefined }) {
  const [front, setFront] = useState<ScoreName>(trends.front);
  const [cursor, setCursor] = useState<number | null>(null);
  const [isTable, setTable] = useTableChoice(asTable);
  const order = [front, ...SCORE_NAMES.filter((score) => score !== front)];
  const hasUsual = SCORE_NAMES.some((score) => model.usual[score]);
  return (
    <>
      <section className="card relative p-3.5 min-[900px]:p-5.5">
        <HatchPattern />
        {!isTable && (
          <>
            <div className="legend trend-legend min-[900px]:pe-64" role="group" aria-label={texts.choose}>
              {SCORE_NAMES.map((score) => <LegendButton key={score} symptom={score} name={texts.symptoms[score]} isPressed={score === front} onPress={() => setFront(score)} />)}
            </div>
            <div className="trend-panels mt-4">
              {order.map((score) => (
                <div key={score} className="min-w-0">
                  <div className="mb-1 flex items-center gap-2">
                    <SymptomMark symptom={score} size={score === front ? 22 : 18} />
                    {score === front ? <h2>{texts.symptoms[score]}</h2> : <h2 className="text-base">{texts.symptoms[score]}</h2>}
                    <span className="small muted num ms-auto">{cursor === null ? wordValue(model, score, texts) : wordValueOn(model, score, cursor, texts)}</span>
                  </div>
                  <TrendChart model={model} symptom={score} isFront={score === front} texts={texts} cursor={cursor} onPoint={setCursor} />
                  {score === front && <DayReader model={model} symptom={score} texts={texts} cursor={cursor} onMove={setCursor} />}
                </div>
              ))}
            </div>
            <ChartKey model={model} texts={texts.key} />
            <p className="small muted mt-2">{texts.upIsWorse} {model.isMean && (model.hasDayDots ? texts.meanLine : texts.meanLineLong)} {!hasUsual && trends.summary[0]?.key !== "notEnough" && texts.usualSoon}</p>
          </>
        )}
        <a className="btn text px-0 min-[900px]:absolute min-[900px]:end-6 min-[900px]:top-5" href={isTable ? `?range=${trends.range}` : `?range=${trends.range}&view=table`}
          onClick={(event) => { event.preventDefault(); setTable(!isTable); }}>
          <Icon name={isTable ? "trends" : "table"} size={22} />{isTable ? texts.showChart : texts.showTable}
        </a>
        {isTable && <ChartTable model={model} texts={texts} entriesHref={entriesHref} />}
      </section>
      <div className="mt-3.5 grid gap-3.5 *:mt-0! *:min-w-0 min-[900px]:grid-cols-2">
        <CalendarHeat model={model} symptom={front} texts={texts} />
        <ChangeTable rows={trends.changes} texts={texts.change} symptoms={texts.symptoms} />
      </div>
    </>
  );
}
