"use client";

import { useMemo, useState } from "react";
import { AlertView } from "@/components/alerts/alert-view";
import { entryOf } from "@/components/diary/draft-entry";
import type { CheckIn, OpenAlert } from "@/components/diary/use-check-in";
import { whatToSay, wordSay } from "@/lib/domain/red-flags/what-to-say";
import { deviceZone, judgedOf } from "@/lib/offline/check-in-service";

type AlertLayerProps = { check: CheckIn; alert: OpenAlert; isAskingCalled: boolean; onAskCalled: (isAsking: boolean) => void };

/** The alert on the screen, with the entry that raised it. */
export function AlertLayer({ check, alert, isAskingCalled, onAskCalled }: AlertLayerProps) {
  const { texts, usual, recent } = check.props;
  const { service } = check.engine;
  const [now] = useState(() => new Date());
  const profile = service?.profile() ?? check.props.profile;
  const medications = service?.medications() ?? check.props.medications;
  const { tier, draft } = alert;
  const say = useMemo(() => {
    try {
      return wordSay(whatToSay(judgedOf(draft, now), alert.alerts, medications, now), texts.rules.say);
    } catch {
      return "";
    }
  }, [alert, draft, now, medications, texts]);
  if (tier === "INFO") return null;

  const timeZone = draft.timeZone ?? deviceZone();
  const entry = entryOf(draft, timeZone, now);
  const offer = check.usualOffer(alert);
  const isOurs = alert.checkInId === check.state.draft.id;
  const log = (what: "infection" | "heat") => {
    check.leaveAlert();
    if (isOurs) check.act({ type: "open-group", group: what === "infection" ? "fever" : "something-else" });
    else location.assign(`/today?correct=${alert.checkInId}`);
  };
  return (
    <AlertView
      tier={tier} alerts={alert.alerts} folded={alert.folded} texts={texts} profile={profile} say={say} now={now} reader={check.props.reader}
      diary={{ profile, usual, timeZone, day: entry.day, recordedAt: new Date(entry.recordedAt), history: [...(service?.history() ?? recent).filter(({ id }) => id !== alert.checkInId), entry] }}
      offer={offer && { findings: offer.added, onAdd: () => check.addUsual(alert) }}
      isAsking={isAskingCalled} onAsk={onAskCalled} onAnswer={check.answerAlert} onLeave={check.leaveAlert} onSaveProfile={check.saveProfile} onLog={log}
    />
  );
}
