"use client";

import { useState } from "react";
import { TrackerOrder } from "@/components/trackers/tracker-order";
import { useListSaving } from "@/components/trackers/use-list-saving";
import { SwitchRow } from "@/components/ui/switch-row";
import { moveTracker, switchTracker, TRACKERS, type TrackerName } from "@/lib/domain/check-in/trackers";
import { fill } from "@/lib/i18n/fill";
import type { Messages } from "@/lib/i18n/messages";

type TrackerSettingsProps = { diaryId: string; stored: TrackerName[]; texts: Messages["trackers"] };

/** Switches and order of the trackers. Each tap is saved at once; one that could not be saved says so and stays as chosen. */
export function TrackerSettings({ diaryId, stored, texts }: TrackerSettingsProps) {
  const { list, state, change, send } = useListSaving(diaryId, stored);
  const [told, setTold] = useState("");
  const words = texts.settings;
  const isStuck = state === "offline" || state === "failed" || state === "signedOut";

  function onSwitch(name: TrackerName, isOn: boolean) {
    setTold(fill(isOn ? words.isOn : words.isOff, { name: texts.names[name] }));
    change(switchTracker(list, name, isOn));
  }
  function onMove(name: TrackerName, direction: "up" | "down") {
    const next = moveTracker(list, name, direction);
    setTold(fill(words.place, { name: texts.names[name], number: next.indexOf(name) + 1, total: next.length }));
    change(next);
  }
  return (
    <div>
      {isStuck && (
        <div className="note urgent sticky top-2 z-10 mb-3" role="alert">
          <p className="b">{words[state]}</p>
          <button type="button" className="btn line mt-2" onClick={() => void send()}>{words.again}</button>
        </div>
      )}
      <section className="card py-2" aria-labelledby="which">
        <h2 id="which" className="sr-only">{words.which}</h2>
        <ul>
          {TRACKERS.map((name) => (
            <li key={name} className="border-line border-t py-2.5 first:border-0">
              <SwitchRow id={`tracker-${name}`} label={texts.names[name]} hint={texts.about[name]} isOn={list.includes(name)}
                words={words} onChange={(isOn) => onSwitch(name, isOn)} />
            </li>
          ))}
        </ul>
      </section>
      <p role="status" className="mt-3 min-h-7 text-sm">{told} {state === "saving" ? words.saving : state === "saved" ? words.saved : ""}</p>
      {list.length > 1 && <TrackerOrder list={list} names={texts.names} words={words} onMove={onMove} />}
      <div className="mt-5 grid gap-2 text-ink-2">
        <p>{words.keeps}</p>
        <p>{words.noRules}</p>
      </div>
    </div>
  );
}
