"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { callOf } from "@/components/alerts/alert-card";
import { CountryPick } from "@/components/alerts/alert-parts";
import { AlertScreen } from "@/components/alerts/alert-screen";
import { HelpQuestion } from "@/components/alerts/help-question";
import { SoonScreen } from "@/components/alerts/soon-screen";
import { TeamSheet } from "@/components/alerts/team-sheet";
import { useModal } from "@/components/alerts/use-modal";
import { UrgentScreen } from "@/components/alerts/urgent-screen";
import type { SaveOutcome, UsualOfferProps } from "@/components/alerts/usual-offer";
import type { FlowTexts } from "@/components/diary/flow-props";
import type { RunViewProps } from "@/components/relapse/run-view";
import type { AlertResponse } from "@/lib/domain/alerts/alert";
import type { Wording } from "@/lib/domain/alerts/wording";
import type { Profile } from "@/lib/domain/check-in/check-in";
import { COUNTRIES, numbersFor, placeholdersFor } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert, Tier } from "@/lib/domain/red-flags/rule";
import { fill } from "@/lib/i18n/fill";

type AlertViewProps = {
  tier: Exclude<Tier, "INFO">;
  alerts: readonly RaisedAlert[];
  /** of lower tiers, raised by the same entry */
  folded: readonly RaisedAlert[];
  texts: FlowTexts;
  profile: Profile;
  say: string;
  now: Date;
  reader: Wording["speaksTo"];
  diary: Omit<RunViewProps, "facts" | "texts">;
  offer: Pick<UsualOfferProps, "findings" | "onAdd"> | null;
  isAsking: boolean;
  onAsk: (isAsking: boolean) => void;
  onAnswer: (response: AlertResponse) => void;
  /** SOON only: closed without an answer */
  onLeave: () => void;
  onSaveProfile: (part: Pick<Profile, "country" | "contacts">) => Promise<SaveOutcome>;
  onLog: ((what: "infection" | "heat") => void) | null;
};

/**
 * An alert over everything: focus inside, the page behind inert. An emergency or an urgent alert never goes away silently: Escape, Close and
 * the back button ask "Have you called?" or "Did you get help?", and only an answer closes it. SOON can be left; its card stays.
 */
export function AlertView({ tier, alerts, folded, texts, profile, say, now, reader, diary, offer, isAsking, onAsk, onAnswer, onLeave, onSaveProfile, onLog }: AlertViewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [country, setCountry] = useState(profile.country);
  const [picked, setPicked] = useState<{ country: string; outcome: SaveOutcome } | null>(null);
  const [team, setTeam] = useState(profile.contacts?.team);
  const [isAddingTeam, setIsAddingTeam] = useState(false);
  const numbers = numbersFor(country);
  const contacts = { ...profile.contacts, ...(team && { team }) };
  const words = texts.alerts;
  const close = () => (tier === "SOON" ? onLeave() : onAsk(true));
  const isQuestion = isAsking && tier !== "SOON";

  useModal(dialog, "alert-title");
  useEffect(() => {
    if (!isQuestion) document.getElementById("alert-title")?.focus();
  }, [isQuestion]);
  useEffect(() => {
    // The browser's back button arrives as a question; an alert that may be left is left.
    if (!isAsking || tier !== "SOON") return;
    onAsk(false);
    onLeave();
  });

  const answer = (response: AlertResponse) => {
    onAsk(false);
    onAnswer(response);
  };
  const pick = (to: string) => {
    setCountry(to || undefined);
    setPicked(null);
    if (!to) return;
    const asPicked = (outcome: SaveOutcome) => setPicked({ country: to, outcome });
    void onSaveProfile({ country: to }).then(asPicked, () => asPicked("failed"));
  };
  const addTeam = async (number: string) => {
    const outcome = await onSaveProfile({ contacts: { ...profile.contacts, team: number } });
    // Without a signal it holds for this screen, and the sheet says so: the number to call must not wait for the network.
    if (outcome !== "failed") setTeam(number);
    return outcome;
  };
  const shared = {
    alerts, folded, texts, numbers, now, reader,
    country: <CountryPick words={words.country} numbers={numbers} countries={countryNames()} outcome={picked && picked.country === country ? picked.outcome : null} onPick={pick} />,
    onCorrect: () => answer("corrected"),
  };
  const entry = { say, recordedAt: diary.recordedAt, timeZone: diary.timeZone };
  const screens: Record<AlertViewProps["tier"], () => ReactNode> = {
    EMERGENCY: () => <AlertScreen {...shared} {...entry} onCalled={() => answer("called")} />,
    URGENT: () => <UrgentScreen {...shared} {...entry} contacts={contacts} onAddTeam={() => setIsAddingTeam(true)} onClose={close} onCalled={() => answer("called")} />,
    SOON: () => (
      <SoonScreen {...shared} contacts={contacts} diary={diary} onAddTeam={() => setIsAddingTeam(true)} onClose={close}
        onTold={() => answer("told-my-team")} onLater={() => answer("remind-later")} onLog={onLog} />
    ),
  };
  return (
    <>
      <dialog
        ref={dialog} role="alertdialog" aria-labelledby={isQuestion ? "help-question" : "alert-title"} {...(!isQuestion && { "aria-describedby": "alert-why" })}
        className={`${tier === "EMERGENCY" ? "bg-emergency" : "bg-bg"} m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto border-0 p-0`}
        onCancel={(event) => { event.preventDefault(); close(); }}
        // Some browsers close a dialog at the second Escape whatever the page says: it opens again at once.
        onClose={() => { dialog.current?.showModal(); close(); }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.target instanceof Element && event.target.closest("dialog") !== dialog.current) return;
          event.preventDefault();
          close();
        }}
      >
        <div hidden={isQuestion}>{screens[tier]()}</div>
        {isQuestion && (
          <HelpQuestion title={tier === "EMERGENCY" ? words.asked.title : words.asked.helpTitle} lines={[]} isEmergency={tier === "EMERGENCY"} {...(tier !== "EMERGENCY" && { help: texts.common.help })}
            call={callOf(tier, { alerts, texts, numbers, contacts })} words={words.asked} statement={fill(words.statement, { emergency: numbers.emergency.show })}
            usual={{ note: fill(tier === "EMERGENCY" ? words.asked.usualNote : words.asked.usualNoteUrgent, placeholdersFor(numbers)), goOn: words.goOn, offer: offer && { ...offer, texts, timeZone: diary.timeZone } }}
            onYes={() => answer(tier === "EMERGENCY" ? "called" : "got-help")} onNotYet={() => { onAnswer("not-yet"); onAsk(false); }} onUsual={() => answer("my-usual")} />
        )}
      </dialog>
      {isAddingTeam && <TeamSheet words={words.team} onSave={addTeam} onClose={() => setIsAddingTeam(false)} />}
    </>
  );
}

/** Countries with numbers of their own. Named where it is shown: an alert is drawn by the browser alone. */
function countryNames(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((one, other) => one.label.localeCompare(other.label, "en"));
}
