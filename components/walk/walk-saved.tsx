"use client";

import { useEffect, useRef } from "react";
import { AlertCard } from "@/components/alerts/alert-card";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Icon } from "@/components/ui/icon";
import type { useWalks } from "@/components/walk/use-walks";
import { one, type WalkTexts } from "@/components/walk/words";
import type { Profile } from "@/lib/domain/check-in/check-in";
import type { RaisedAlert, Tier } from "@/lib/domain/red-flags/rule";
import { fill } from "@/lib/i18n/fill";

type WalkSavedProps = { state: ReturnType<typeof useWalks>; words: WalkTexts["walk"]; texts: FlowTexts; profile: Profile };

const TIERS = ["EMERGENCY", "URGENT", "SOON"] as const satisfies readonly Tier[];

/** What became of the walk that was just saved, with what the rules found. What is found comes first. */
export function WalkSaved({ state: { saved, missing, kept, addToEntry }, words, texts, profile }: WalkSavedProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => { if (saved) note.current?.focus(); }, [saved]);
  if (!saved) {
    return missing === null ? null : (
      <div className="note info mb-3.5">
        <p>{fill(words.add.text, { seconds: one(missing) })}</p>
        <button type="button" className="btn line mt-2" onClick={() => void addToEntry()}>{words.add.button}</button>
      </div>
    );
  }
  const { entry, seconds } = saved;
  const alerts = entry.kind === "corrected" ? entry.alerts : [];
  const tier = TIERS.find((each) => alerts.some((alert) => alert.tier === each));
  const isWaiting = kept.some((walk) => walk.state === "waiting");
  return (
    <>
      {tier && entry.kind === "corrected" && (
        <AlertCard tier={tier} alerts={alerts.filter((alert): alert is RaisedAlert => alert.tier === tier)} response={null} texts={texts} country={profile.country} contacts={profile.contacts ?? {}}
          now={new Date()} recordedAt={new Date(entry.draft.recordedAt ?? `${saved.day}T12:00:00Z`)} timeZone={entry.draft.timeZone ?? "UTC"} onShow={() => location.assign("/today")} />
      )}
      <div ref={note} tabIndex={-1} role="status" className={`note mb-3.5 outline-none ${entry.kind === "elsewhere" ? "info" : "ok"}`}>
        <p className="row b"><Icon name="saved" />{isWaiting ? words.saved.sending : words.saved.sent}</p>
        <p className="mt-1">{fill(words.saved[entry.kind], { seconds: seconds === null ? "" : one(seconds) })}</p>
        {entry.kind === "elsewhere" && <button type="button" className="btn line mt-2" onClick={() => location.reload()}>{words.saved.reload}</button>}
        {entry.kind === "corrected" && !entry.isWhole && <p className="mt-1 font-semibold">{words.saved.notWhole}</p>}
      </div>
    </>
  );
}
