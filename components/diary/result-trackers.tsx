"use client";

import { useState } from "react";
import { SymptomMark } from "@/components/charts/symptom-mark";
import { wantsBigKeys } from "@/components/diary/big-keys-wanted";
import { formatDay } from "@/components/diary/format";
import { TrackerKeys, TrackerRow } from "@/components/diary/tracker-keys";
import { trackerLevels } from "@/components/diary/tracker-words";
import type { CheckIn } from "@/components/diary/use-check-in";
import { useRest } from "@/components/diary/use-rest";
import { ScoreSlider } from "@/components/form/score-slider";
import { lastTracker } from "@/lib/domain/check-in/last-tracker";
import { trackersToAsk, writeTracker, type TrackerName } from "@/lib/domain/check-in/trackers";
import type { CalendarDay } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";
import type { CheckInWire } from "@/lib/schemas/rule-context";

type ResultTrackersProps = { check: CheckIn; day: CalendarDay; history: readonly CheckInWire[] };

/** The trackers that are switched on, asked once the entry is saved: one tap each, none needed. Not answered stays unknown. */
export function ResultTrackers({ check, day, history }: ResultTrackersProps) {
  const { props, state: { draft }, add, settle } = check;
  const { trackers: words, checkIn, common } = props.texts;
  const logged = draft.trackers ?? {};
  const [isBig] = useState(wantsBigKeys);
  const [open, setOpen] = useState<TrackerName | null>(null);
  useRest(draft.trackers, settle);
  const names = trackersToAsk(props.trackers, logged);
  if (names.length === 0) return null;

  const set = (name: TrackerName, value: number | null) => add({ trackers: writeTracker(logged, name, value) });
  return (
    <section className="card mt-[14px] px-[14px] pt-[14px] pb-3" aria-labelledby="trackers-title">
      <h2 id="trackers-title">{words.log.title}</h2>
      <p className="muted small mt-[2px]">{words.log.lead}</p>
      {names.map((name) => {
        const value = logged[name] ?? null;
        const levels = trackerLevels(name, words, common.levels);
        return (
          <div key={name} className="border-line border-t pb-2 first-of-type:border-0 [&>.score]:border-0">
            {isBig
              ? <TrackerRow name={name} value={value} words={words} levels={levels} onOpen={() => setOpen(name)} />
              : (
                <ScoreSlider symptom={name} mark={<SymptomMark symptom={name} size={22} />} label={words.names[name]} value={value} usual={null} last={lastOf(name)} levels={levels}
                  texts={{ ...checkIn.slider, unset: fill(words.log.unset, { ends: words.ends[name] }) }}
                  onChange={(next) => set(name, next)} onOpenKeys={() => setOpen(name)} />
              )}
            {!isBig && <p className="small muted">{words.ends[name]}</p>}
            {name === "mood" && <p className="small mt-1">{words.log.moodHelp}</p>}
          </div>
        );
      })}
      <p className="small muted border-line border-t pt-3">{words.log.noAlert}</p>
      {open && (
        <TrackerKeys name={open} value={logged[open] ?? null} words={words} levels={trackerLevels(open, words, common.levels)} worst={checkIn.keys.worst}
          label={fill(checkIn.keys.label, { name: words.names[open] })} onClose={() => setOpen(null)} onPick={(value) => { set(open, value); setOpen(null); }} />
      )}
    </section>
  );

  function lastOf(name: TrackerName): { label: string; value: number } | null {
    const last = lastTracker(history, name, { id: draft.id ?? "", recordedAt: draft.recordedAt ?? new Date().toISOString(), day });
    return last && { value: last.value, label: last.daysBack === 1 ? checkIn.yesterday : last.daysBack === 0 ? checkIn.earlierToday : formatDay(last.day, "weekday") };
  }
}
