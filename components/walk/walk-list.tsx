"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { callMeasure } from "@/components/walk/call-measures";
import { pointsOf, wordDay, wordRun, type ListedWalk, type WalkTexts } from "@/components/walk/words";
import { changeOf, type WalkChange } from "@/lib/domain/measures/walk-band";
import { fill } from "@/lib/i18n/fill";

type Row = ListedWalk & { isKept: boolean };
type WalkListProps = { diaryId: string; walks: readonly Row[]; words: WalkTexts["walk"]; onRemoved: (id: string) => void };

/** The same walks as the chart, newest first, with those that could not be finished. */
export function WalkList({ diaryId, walks, words, onRemoved }: WalkListProps) {
  const [isOpen, setOpen] = useState(false);
  const points = pointsOf(walks);
  const changes = new Map(points.map((point) => [point.id, changeOf(point, points)]));
  return (
    <details className="card group mt-3.5 py-1.5" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-14"><Icon name="table" size={22} /><span className="grow">{words.table.show}</span><Icon name="down" className="transition-transform duration-(--dm-fast) group-open:rotate-180" /></summary>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls sideways, by keyboard too */}
      <div className="scrollx pb-3" role="region" aria-label={words.table.caption} tabIndex={0}>
        <table className="trend-table">
          <caption className="vh">{words.table.caption}</caption>
          <thead><tr><th scope="col">{words.table.day}</th><th scope="col">{words.table.mean}</th><th scope="col">{words.table.change}</th><th scope="col">{words.table.aid}</th><th scope="col">{words.table.runs}</th><td /></tr></thead>
          <tbody>
            {walks.map((walk) => (
              <tr key={walk.id}>
                <th scope="row" className="whitespace-nowrap">{wordDay(walk.day)}</th>
                <td className="num">{walk.value === null ? words.table.none : walk.value.toFixed(1)}</td>
                <td>{wordShort(changes.get(walk.id), words)}</td>
                <td>{words.chart.key[walk.details.aid]}</td>
                <td>{walk.details.runs.map((run) => wordRun(run, words)).join("; ")}</td>
                <td>{!walk.isKept && <RemoveWalk diaryId={diaryId} walk={walk} words={words.remove} onRemoved={onRemoved} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Only what lies beyond the band has a word. */
const wordShort = (change: WalkChange | undefined, words: WalkTexts["walk"]): string =>
  change?.kind === "slower" ? words.table.slower : change?.kind === "faster" ? words.table.faster : "";

function RemoveWalk({ diaryId, walk, words, onRemoved }: { diaryId: string; walk: ListedWalk; words: WalkTexts["walk"]["remove"]; onRemoved: (id: string) => void }) {
  const day = wordDay(walk.day);
  return (
    <ConfirmDialog label={words.label} fullLabel={fill(words.full, { day })} className="min-h-12" words={{ ...words, text: fill(words.text, { day }) }}
      onYes={async () => ((await callMeasure("DELETE", diaryId, walk.id)).kind === "saved" ? "done" : { problem: words.failed })} onDone={() => onRemoved(walk.id)} />
  );
}
