"use client";

import { useMemo, useState } from "react";
import { CalendarHeat } from "@/components/charts/calendar-heat";
import { ChartKey } from "@/components/charts/chart-key";
import { chartModel, hasEntries, lineOf, type ChartModel } from "@/components/charts/chart-model";
import { ChartTable } from "@/components/charts/chart-table";
import { CompareCard } from "@/components/charts/compare-card";
import { DayReader } from "@/components/charts/day-reader";
import { LegendButton } from "@/components/charts/legend-button";
import { MarkList } from "@/components/charts/mark-list";
import { RangeControl } from "@/components/charts/range-control";
import { SmallMultiples } from "@/components/charts/small-multiples";
import { SpreadCard } from "@/components/charts/spread-card";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { TrendChart } from "@/components/charts/trend-chart";
import { HatchPattern } from "@/components/charts/trend-svg";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { wordDay, wordSummary, wordUnderName, wordValue, wordValueOn, type TrendTexts } from "@/components/charts/words";
import { Icon } from "@/components/ui/icon";
import { addDays } from "@/lib/domain/time";
import type { LineName } from "@/lib/domain/trends/lines";
import { RANGES } from "@/lib/domain/trends/range";
import type { Trends } from "@/lib/domain/trends/trends";
import { fill } from "@/lib/i18n/fill";
import "@/components/charts/charts.css";

type TrendsViewProps = {
  title: string;
  trends: Trends;
  texts: TrendTexts;
  /** the table was asked for in the address; it works without script */
  asTable?: boolean;
  /** where each entry can be read in full; only its owner has such a page */
  entriesHref?: string;
};

/**
 * A trends screen from prepared data: sentence, the line in front, the others on the same days, calendar, two periods, how days are
 * spread. The first HTML holds all that is read first; the data is sent once, packed, and both server and browser draw from it.
 */
export function TrendsView({ title, trends, texts, asTable = false, entriesHref }: TrendsViewProps) {
  const model = useMemo(() => chartModel(trends), [trends]);
  return (
    <>
      <div className="grid gap-3 *:min-w-0 min-[900px]:grid-cols-[1fr_auto] min-[900px]:items-center">
        <h1>{title}</h1>
        <RangeControl texts={texts.range} ranges={RANGES} current={trends.range} comparison={trends.compare.comparison} />
      </div>
      <Lead trends={trends} model={model} texts={texts} />
      {hasEntries(model) && <Panels key={`${trends.range}-${trends.front}`} trends={trends} model={model} texts={texts} asTable={asTable} entriesHref={entriesHref} />}
    </>
  );
}

/** The first sentence stands out; a usual that is still to come and an old newest entry are said in words. */
function Lead({ trends, model, texts }: { trends: Trends; model: ChartModel; texts: TrendTexts }) {
  const [first, ...more] = trends.summary.map((part) => wordSummary(part, texts, model.isLong));
  const newest = Math.max(...model.lines.map(({ year }) => year.findLastIndex((value) => value !== null)));
  const isOld = newest >= Math.max(0, trends.year.days - trends.window.days) && newest < trends.year.days - 1 && !trends.summary.some(({ key }) => key === "silent");
  return (
    <p className="mt-3.5 mb-4 min-[900px]:text-lg">
      <b>{first}</b> {more.join(" ")} {isOld && <span className="small muted block">{fill(texts.latest, { day: wordDay(addDays(trends.year.from, newest), texts) })}</span>}
    </p>
  );
}

type PanelsProps = { trends: Trends; model: ChartModel; texts: TrendTexts; asTable: boolean; entriesHref: string | undefined };
/** The cell being read; a tapped one stays. */
type Cursor = { cell: number; isPinned: boolean };

function Panels({ trends, model, texts, asTable, entriesHref }: PanelsProps) {
  const [front, setFront] = useState<LineName>(trends.front);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [isTable, setTable] = useTableChoice(asTable);
  const line = lineOf(model, front);
  const cell = cursor?.cell ?? null;
  const point = (next: number | null, isPinned: boolean) => setCursor((now) => (now?.isPinned && !isPinned ? now : next === null ? null : { cell: next, isPinned }));
  const hasUsual = model.lines.some(({ usual }) => usual);
  return (
    <>
      <section className="card relative p-3.5 min-[900px]:p-5.5">
        <HatchPattern />
        {!isTable && (
          <>
            <div className="legend trend-legend min-[900px]:pe-64" role="group" aria-label={texts.choose}>
              {model.lines.map(({ name }) => <LegendButton key={name} symptom={name} name={texts.names[name]} isPressed={name === front} onPress={() => setFront(name)} />)}
            </div>
            <div className="mt-4 flex flex-wrap items-center gap-x-2">
              <SymptomMark symptom={front} size={22} />
              <h2>{texts.names[front]}</h2>
              <span className="small muted num ms-auto">{cell === null ? wordValue(model, line, texts) : wordValueOn(model, line, cell, texts)}</span>
            </div>
            <p className="small muted mb-1">{wordUnderName(line.sentence, texts)}</p>
            <TrendChart key={front} model={model} line={line} texts={texts} cursor={cell} onPoint={point} />
            <DayReader model={model} line={line} texts={texts} cursor={cell} onMove={(next) => setCursor(next === null ? null : { cell: next, isPinned: true })} />
            <ChartKey model={model} texts={texts.key} />
            <p className="small muted mt-2">{texts.upIsWorse} {model.isMean && texts.meanLine} {model.step > 1 && texts.stepLine[model.step as 7 | 28]} {!hasUsual && trends.summary[0]?.key !== "notEnough" && texts.usualSoon}</p>
            <MarkList model={model} texts={texts} entriesHref={entriesHref} />
            <SmallMultiples model={model} lines={model.lines.filter(({ name }) => name !== front)} texts={texts} cursor={cell} />
          </>
        )}
        <a className="btn text px-0 min-[900px]:absolute min-[900px]:end-6 min-[900px]:top-5" href={isTable ? `?range=${trends.range}` : `?range=${trends.range}&view=table`}
          onClick={(event) => { event.preventDefault(); setTable(!isTable); }}>
          <Icon name={isTable ? "trends" : "table"} size={22} />{isTable ? texts.showChart : texts.showTable}
        </a>
        {isTable && <ChartTable model={model} texts={texts} entriesHref={entriesHref} />}
      </section>
      <div className="mt-3.5 grid gap-3.5 *:mt-0! *:min-w-0 min-[900px]:grid-cols-2">
        <div className="min-[900px]:col-span-2"><CalendarHeat model={model} symptom={front} texts={texts} /></div>
        <CompareCard compare={trends.compare} range={trends.range} texts={texts} />
        <SpreadCard model={model} front={front} goodDays={trends.goodDays} texts={texts} />
      </div>
    </>
  );
}
