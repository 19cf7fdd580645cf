"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { AlertScreen } from "@/components/alerts/alert-screen";
import type { CheckIn, OpenAlert } from "@/components/diary/use-check-in";
import { numbersFor, placeholdersFor } from "@/lib/domain/red-flags/numbers";
import { whatToSay, wordSay } from "@/lib/domain/red-flags/what-to-say";
import { fill } from "@/lib/i18n/fill";
import { judgedOf } from "@/lib/offline/check-in-service";

type AlertLayerProps = { check: CheckIn; alert: OpenAlert; isAskingCalled: boolean; onAskCalled: (isAsking: boolean) => void };

/**
 * An emergency over everything: focus inside, the page behind inert. It never goes away silently: Escape and the back button ask
 * "Have you called?", and only an answer closes it.
 */
export function AlertLayer({ check, alert, isAskingCalled, onAskCalled }: AlertLayerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isUsualNoted, setIsUsualNoted] = useState(false);
  const { texts, profile, timeZone } = check.props;
  const service = check.engine.service;
  const numbers = numbersFor(service?.profile().country ?? profile.country);
  const medications = service?.medications() ?? check.props.medications;
  const say = useMemo(() => {
    try {
      return wordSay(whatToSay(judgedOf(alert.draft, alert.shownAt), alert.alerts, medications, alert.shownAt), texts.rules.say);
    } catch {
      return "";
    }
  }, [alert, medications, texts]);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (!element.open) element.showModal();
    document.getElementById("alert-title")?.focus();
  }, []);
  useEffect(() => {
    if (isAskingCalled) document.getElementById("called-title")?.focus();
  }, [isAskingCalled]);

  const close = () => onAskCalled(false);
  const finish = (response: "called" | "my-usual" | "corrected") => {
    close();
    check.answerAlert(response);
  };
  const { asked } = texts.alerts;
  return (
    <dialog
      ref={dialog} role="alertdialog" aria-labelledby="alert-title" aria-describedby="alert-why"
      className="bg-emergency m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto border-0 p-0"
      onCancel={(event) => { event.preventDefault(); onAskCalled(true); }}
      // Some browsers close a dialog at the second Escape whatever the page says: it opens again at once.
      onClose={() => { dialog.current?.showModal(); onAskCalled(true); }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onAskCalled(true);
      }}
    >
      <div hidden={isAskingCalled}>
        <AlertScreen folded={[]} country={null} alerts={alert.alerts} texts={texts} numbers={numbers} say={say} now={alert.shownAt}
          recordedAt={alert.draft.recordedAt ? new Date(alert.draft.recordedAt) : alert.shownAt} timeZone={alert.draft.timeZone ?? timeZone}
          onCalled={() => finish("called")} onCorrect={() => finish("corrected")} />
      </div>
      {isAskingCalled && (
        <div className="m alert">
          <div className="hero mx-auto grid w-full max-w-[44rem] gap-3 pt-10">
            <h1 id="called-title" tabIndex={-1} className="outline-none focus-visible:shadow-none">{isUsualNoted ? fill(asked.usualNote, placeholdersFor(numbers)) : asked.title}</h1>
            <a className="btn call" href={`tel:${numbers.emergency.tel}`}>{fill(texts.alerts.call, { number: numbers.emergency.show })}</a>
            {isUsualNoted
              ? <button type="button" className="btn line min-h-16" onClick={() => finish("my-usual")}>{texts.alerts.goOn}</button>
              : (
                <>
                  <button type="button" className="btn line min-h-16" onClick={() => finish("called")}>{asked.yes}</button>
                  <button type="button" className="btn line min-h-16" onClick={() => { check.answerAlert("not-yet"); close(); }}>{asked.notYet}</button>
                  <button type="button" className="btn line min-h-16" onClick={() => setIsUsualNoted(true)}>{asked.usual}</button>
                </>
              )}
          </div>
        </div>
      )}
    </dialog>
  );
}
