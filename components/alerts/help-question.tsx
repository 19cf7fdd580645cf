"use client";

import { useEffect, useState } from "react";
import { UsualOffer, type UsualOfferProps } from "@/components/alerts/usual-offer";
import { HelpButton } from "@/components/shell/help-button";
import { Icon } from "@/components/ui/icon";

type HelpQuestionProps = {
  title: string;
  lines: readonly string[];
  call: { tel: string; text: string } | null;
  words: { yes: string; notYet: string; usual: string };
  /** asked after "This is my usual", before it counts as the answer, with what may go into the profile; null where nothing of it can be usual */
  usual: { note: string; goOn: string; offer: UsualOfferProps | null };
  /** the label of the emergency numbers in one tap; on the red of an emergency its number stands there already */
  help?: string;
  /** an emergency on the screen keeps its red */
  isEmergency: boolean;
  /** which alert is asked about, where it is not on the screen itself */
  pill?: { tier: "EMERGENCY" | "URGENT"; label: string };
  statement: string;
  onYes: () => void;
  onNotYet: () => void;
  onUsual: () => void;
  /** leaves without an answer, where nothing closes by it: it is asked again */
  back?: { label: string; onBack: () => void } | undefined;
};

/** "Did you get help?", "Have you called?": short and kind, with the number to call first. Nothing is closed without an answer. */
export function HelpQuestion({ title, lines, call, words, usual, help, isEmergency, pill, statement, onYes, onNotYet, onUsual, back }: HelpQuestionProps) {
  /** As the offer stood at the tap: once it was added there is nothing left to offer, and its words stay. */
  const [asked, setAsked] = useState<{ offer: UsualOfferProps | null } | null>(null);
  useEffect(() => {
    document.getElementById("help-question")?.focus();
  }, [asked]);
  return (
    <div className={isEmergency ? "m alert" : "m bg-bg text-ink"}>
      {(back ?? help) && (
        <header className="top mx-auto w-full max-w-[44rem]">
          {back ? <button type="button" className={`btn text -ms-2 no-underline ${isEmergency ? "text-on-emergency" : ""}`} onClick={back.onBack}><Icon name="back" />{back.label}</button> : <span />}
          {help && <HelpButton label={help} />}
        </header>
      )}
      <div className={`${isEmergency ? "hero" : "px-5 pb-5"} mx-auto grid w-full max-w-[44rem] content-start gap-3 ${back ?? help ? "pt-2" : "pt-10"}`}>
        {pill && <p><span className={`pill ${pill.tier === "EMERGENCY" ? "emerg" : "urgent"}`}><Icon name={pill.tier === "EMERGENCY" ? "alert" : "clock"} size={18} />{pill.label}</span></p>}
        <h1 id="help-question" tabIndex={-1} className="outline-none focus-visible:shadow-none">{asked ? usual.note : title}</h1>
        {!asked && lines.map((line) => <p key={line}>{line}</p>)}
        {call && <a className={isEmergency ? "btn call" : "btn primary wide my-2"} href={`tel:${call.tel}`}><Icon name="phone" size={26} />{call.text}</a>}
        {asked
          ? (
            <>
              {asked.offer && <UsualOffer {...asked.offer} />}
              <button type="button" className="btn line min-h-16" onClick={onUsual}>{usual.goOn}</button>
            </>
          )
          : (
            <>
              <button type="button" className="btn line min-h-16" onClick={onYes}>{words.yes}</button>
              <button type="button" className="btn line min-h-16" onClick={onNotYet}>{words.notYet}</button>
              <button type="button" className="btn line min-h-16" onClick={() => setAsked({ offer: usual.offer })}>{words.usual}</button>
            </>
          )}
        <p className={isEmergency ? "small mt-2" : "small muted mt-2"}>{statement}</p>
      </div>
    </div>
  );
}
