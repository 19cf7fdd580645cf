"use client";

import type { ReactNode } from "react";
import { wordRule, sourcesOf } from "@/components/alerts/alert-words";
import { wordEvidence } from "@/components/alerts/evidence-words";
import { SayCard } from "@/components/alerts/say-card";
import type { FlowTexts } from "@/components/diary/flow-props";
import { formatDay, formatTime } from "@/components/diary/format";
import { Icon, type IconName } from "@/components/ui/icon";
import { withName } from "@/components/alerts/alert-words";
import type { CountryNumbers } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert, Tier } from "@/lib/domain/red-flags/rule";
import { dayOf, DAY_MS } from "@/lib/domain/time";
import { fill } from "@/lib/i18n/fill";

type AlertScreenProps = {
  /** EMERGENCY has the whole screen in red; the calmer tiers take other colours in the same order of parts */
  tier: Extract<Tier, "EMERGENCY">;
  alerts: readonly RaisedAlert[];
  texts: FlowTexts;
  numbers: CountryNumbers;
  say: string;
  shownAt: Date;
  recordedAt: Date;
  timeZone: string;
  onCalled: () => void;
  onCorrect: () => void;
};

/** More than three messages are not read in an emergency: the rest folds. */
const MOST_SHOWN = 3;

/** What to do, the number, what to say, why. Action first; the reason follows; details fold away. */
export function AlertScreen({ alerts, texts, numbers, say, shownAt, recordedAt, timeZone, onCalled, onCorrect }: AlertScreenProps) {
  const words = texts.alerts;
  const { emergency, alsoEmergency } = numbers;
  const rules = alerts.map((alert) => ({ alert, ...wordRule(texts, alert.ruleId, numbers) }));
  const [first] = rules;
  if (!first) return null;
  const isLate = shownAt.getTime() - recordedAt.getTime() > DAY_MS;
  const day = dayOf(recordedAt, timeZone);
  const when = day === dayOf(shownAt, timeZone) ? fill(words.when, { time: formatTime(recordedAt, timeZone) }) : fill(words.earlierWhen, { day: formatDay(day, "short"), time: formatTime(recordedAt, timeZone) });
  const isCrisis = alerts.some(({ ruleId }) => ruleId.startsWith("self-harm-"));

  return (
    <div className="m alert">
      <div className="hero mx-auto w-full max-w-[44rem]">
        <div className="row between small b"><span className="row gap-2"><Icon name="alert" />{words.emergency}</span><span className="num">{when}</span></div>
        <h1 id="alert-title" tabIndex={-1} className="outline-none focus-visible:shadow-none">{fill(words.title, { emergency: emergency.show })}</h1>
        <div id="alert-why">
          {isLate && <p className="why b">{fill(words.late, { date: formatDay(day, "long") })}</p>}
          {rules.slice(0, MOST_SHOWN).map(({ alert, reason }) => <p key={alert.ruleId} className="why mt-1">{reason}</p>)}
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
            <Fold icon="list" title={words.todo}>
              {rules.slice(0, MOST_SHOWN).map(({ alert, name, says }) => <p key={alert.ruleId} className="mb-2"><b>{name}.</b> {says}</p>)}
              {rules.length > MOST_SHOWN && (
                <details><summary>{fill(words.more, { count: rules.length - MOST_SHOWN })}</summary>
                  {rules.slice(MOST_SHOWN).map(({ alert, name, says }) => <p key={alert.ruleId} className="mb-2"><b>{name}.</b> {says}</p>)}
                </details>
              )}
            </Fold>
            <Fold icon="show" title={words.noSpeech}><p>{numbers.withoutSpeech}</p></Fold>
            <Fold icon="help" title={words.why.title} isOpen>
              {rules.map(({ alert, name }) => {
                const told = wordEvidence(texts, alert.evidence, timeZone);
                return (
                  <div key={alert.ruleId} className="mb-2">
                    {told.length > 0 && <p>{fill(words.why.told, { answers: told.join(", ") })}</p>}
                    <details>
                      <summary className="!font-normal underline underline-offset-4">{words.why.more}</summary>
                      <p>{fill(words.why.rule, { rule: `${name} (${alert.ruleId})`, version: alert.ruleVersion })}</p>
                      <ul>
                        {sourcesOf(alert).map((source) => (
                          <li key={source.document}>{source.address ? <a href={source.address} rel="noreferrer" target="_blank">{source.organisation}: {source.document}</a> : `${source.organisation}: ${source.document}`}</li>
                        ))}
                      </ul>
                    </details>
                  </div>
                );
              })}
            </Fold>
          </div>
          <p className="muted small mt-3 mb-4">{fill(texts.common.statement, { emergency: emergency.show })}</p>
          <div className="bg-bg sticky bottom-0 mt-auto -mb-4 grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-[10px] py-3 [@media(max-height:480px)]:static">
            <button type="button" className="btn line min-h-[60px] px-2" onClick={onCalled}><Icon name="check" size={22} />{words.called}</button>
            <button type="button" className="btn line min-h-[60px] px-2" onClick={onCorrect}>{words.correct}</button>
          </div>
        </div>
      </div>
    </div>
  );
}

function Fold({ icon, title, isOpen = false, children }: { icon: IconName; title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="group border-line border-t" open={isOpen}>
      <summary className="!min-h-[52px]"><Icon name={icon} />{title}<span className="ms-auto group-open:rotate-180"><Icon name="down" size={20} /></span></summary>
      <div className="small -mt-1 ps-[34px] pb-2">{children}</div>
    </details>
  );
}

function CrisisLinks({ words, numbers }: { words: FlowTexts["alerts"]; numbers: CountryNumbers }) {
  return (
    <section className="mt-3 grid gap-2" aria-label={words.crisis.title}>
      <h2>{words.crisis.title}</h2>
      {numbers.crisis.map((number) => <a key={number.tel} className="btn line wide" href={`tel:${number.tel}`}><Icon name="phone" size={22} />{fill(words.call, { number: withName(number) })}</a>)}
      {numbers.crisisText.map((line) => <a key={line.sms} className="btn line wide" href={`sms:${line.sms}`}><Icon name="show" size={22} /><span className="inline-block first-letter:uppercase">{line.words}</span></a>)}
      {numbers.crisisNote && <p className="muted small">{numbers.crisisNote}</p>}
    </section>
  );
}
