"use client";

import type { ReactNode } from "react";
import { AlertFold, AlsoFold, CrisisLinks, Messages, WhyAlerts } from "@/components/alerts/alert-parts";
import { wordEntryTime, wordRule } from "@/components/alerts/alert-words";
import { SayCard } from "@/components/alerts/say-card";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Icon } from "@/components/ui/icon";
import type { CountryNumbers } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { MOST_MESSAGES } from "@/lib/domain/alerts/presentation";
import type { Wording } from "@/lib/domain/alerts/wording";
import { fill } from "@/lib/i18n/fill";

export type AlertScreenProps = {
  /** of one tier, in the order of the rules */
  alerts: readonly RaisedAlert[];
  /** of lower tiers, raised by the same entry */
  folded: readonly RaisedAlert[];
  texts: FlowTexts;
  numbers: CountryNumbers;
  say: string;
  now: Date;
  reader: Wording["speaksTo"];
  recordedAt: Date;
  timeZone: string;
  /** where a traveller changes the country of the numbers */
  country: ReactNode;
  onCalled: () => void;
  onCorrect: () => void;
};

/** An emergency: the whole screen in red. What to do, the number, what to say, why. Action first; the reason follows; details fold away. */
export function AlertScreen({ alerts, folded, texts, numbers, say, now, reader, recordedAt, timeZone, country, onCalled, onCorrect }: AlertScreenProps) {
  const words = texts.alerts;
  const { emergency, alsoEmergency } = numbers;
  const rules = alerts.map((alert) => wordRule(texts, alert.ruleId, numbers));
  const { when, late } = wordEntryTime(words, { recordedAt, now, timeZone });
  const isCrisis = alerts.some(({ ruleId }) => ruleId.startsWith("self-harm-"));

  return (
    <div className="m alert">
      <div className="hero mx-auto w-full max-w-[44rem]">
        <div className="row between small b"><span className="row gap-2"><Icon name="alert" />{words.emergency}</span><span className="num">{when}</span></div>
        <h1 id="alert-title" tabIndex={-1} className="outline-none focus-visible:shadow-none">{fill(words.title, { emergency: emergency.show })}</h1>
        <div id="alert-why">
          {late && <p className="why b">{late}</p>}
          {reader === "caregiver" && <p className="why b mt-1">{words.stayWithThem}</p>}
          {rules.slice(0, MOST_MESSAGES).map(({ name, reason }) => <p key={name} className="why mt-1">{reason}</p>)}
        </div>
        <a className="btn call" href={`tel:${emergency.tel}`}><Icon name="phone" size={30} />{fill(words.call, { number: emergency.show })}</a>
        {alsoEmergency.map((number) => <p key={number.tel} className="small -mt-2 mb-2">{fill(words.orCall, { number: number.show })}{number.name && ` (${number.name})`}{number.note && `, ${number.note}`}</p>)}
        {numbers.country === null && <p>{words.orLocal}</p>}
        <p className="font-[650]">{words.cannotCall}{rules.some(({ doNotDrive }) => doNotDrive) && ` ${words.doNotDrive}`}</p>
      </div>
      <div className="sheet">
        <div className="mx-auto flex w-full max-w-[calc(44rem-40px)] flex-1 flex-col">
          {say && <SayCard words={words.say} text={say} />}
          {isCrisis && <CrisisLinks words={words} numbers={numbers} />}
          <div className="mt-2">
            <AlertFold icon="list" title={words.todo}><Messages alerts={alerts} texts={texts} numbers={numbers} shown={MOST_MESSAGES} /></AlertFold>
            <AlsoFold folded={folded} texts={texts} numbers={numbers} />
            <AlertFold icon="show" title={words.noSpeech}><p>{numbers.withoutSpeech}</p></AlertFold>
            <AlertFold icon="help" title={words.why.title} isOpen><WhyAlerts alerts={alerts} texts={texts} numbers={numbers} timeZone={timeZone} /></AlertFold>
          </div>
          {country}
          <p className="muted small mt-3 mb-4">{fill(texts.common.statement, { emergency: emergency.show })}</p>
          <AlertWays called={words.called} correct={words.correct} onCalled={onCalled} onCorrect={onCorrect} />
        </div>
      </div>
    </div>
  );
}

type AlertWaysProps = { called: string; correct: string; onCalled: () => void; onCorrect: () => void };

/** The two ways out, always in the thumb zone: last in a column as tall as the screen, with 16 px below, for they stick within it. */
export function AlertWays({ called, correct, onCalled, onCorrect }: AlertWaysProps) {
  return (
    <div className="bg-bg sticky bottom-0 mt-auto -mb-4 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-[10px] py-3 [@media(max-height:480px)]:static">
      <button type="button" className="btn line min-h-[60px] px-2" onClick={onCalled}><Icon name="check" size={22} />{called}</button>
      <button type="button" className="btn line min-h-[60px] px-2" onClick={onCorrect}>{correct}</button>
    </div>
  );
}
