"use client";

import type { AlertScreenProps } from "@/components/alerts/alert-screen";
import { AlertWays } from "@/components/alerts/alert-screen";
import { AlertFold, AlertTop, AlsoFold, CrisisLinks, Messages, WhyAlerts } from "@/components/alerts/alert-parts";
import { withName, wordEntryTime, wordUrgentAct, type UrgentAct } from "@/components/alerts/alert-words";
import { SayCard } from "@/components/alerts/say-card";
import type { FlowTexts } from "@/components/diary/flow-props";
import { Icon } from "@/components/ui/icon";
import { telOf } from "@/lib/domain/phone";
import type { CountryNumbers } from "@/lib/domain/red-flags/numbers";
import { MOST_MESSAGES } from "@/lib/domain/alerts/presentation";
import { fill } from "@/lib/i18n/fill";

type UrgentScreenProps = AlertScreenProps & {
  /** numbers of the person's own clinics, where they are known */
  contacts: { team?: string; eyeClinic?: string };
  onAddTeam: () => void;
  /** asks "Did you get help?": nothing closes an urgent alert silently */
  onClose: () => void;
};

/** Medical help today: amber, the act first, whom to call, what to say, when it is an emergency after all, and why. */
export function UrgentScreen({ alerts, folded, texts, numbers, say, now, reader, recordedAt, timeZone, country, contacts, onAddTeam, onClose, onCalled, onCorrect }: UrgentScreenProps) {
  const words = texts.alerts;
  const { urgent: urgentWords } = words;
  const act = wordUrgentAct(texts, alerts, numbers);
  const { when, late } = wordEntryTime(words, { recordedAt, now, timeZone });
  const emergency = numbers.emergency.show;

  return (
    <div className="m bg-bg text-ink">
      <AlertTop texts={texts} onClose={onClose} />
      <div className="mx-auto flex w-full max-w-[44rem] flex-1 flex-col px-4 pb-4">
        <section className="border-urgent-line bg-urgent-soft rounded-(--dm-radius-l) border-2 p-4" aria-labelledby="alert-title">
          <p className="row b text-urgent-ink between flex-wrap gap-y-0"><span className="row gap-[9px] whitespace-nowrap"><Icon name="clock" />{urgentWords.label}</span><span className="num small">{when}</span></p>
          <h1 id="alert-title" tabIndex={-1} className="my-2 outline-none focus-visible:shadow-none">{act.title}</h1>
          <div id="alert-why">
            {late && <p className="b mb-2">{late}</p>}
            {reader === "caregiver" && <p className="b mb-2">{words.stayWithThem}</p>}
            <Messages alerts={alerts} texts={texts} numbers={numbers} shown={MOST_MESSAGES} />
          </div>
          <Calls act={act} texts={texts} numbers={numbers} contacts={contacts} onAddTeam={onAddTeam} />
        </section>
        {say && <div className="mt-5"><SayCard words={words.say} text={say} tone="border-s-urgent-line" /></div>}
        {act.calls === "crisis" && <CrisisLinks words={words} numbers={numbers} leaveOut={numbers.crisis[0]?.tel} />}
        <div className="mt-3.5">
          <AlertFold icon="alert" iconClass="text-emergency-ink" title={fill(urgentWords.when.title, { emergency })} hint={urgentWords.when.hint}>
            <p className="b">{urgentWords.when.lead}</p>
            <ul className="mt-1 mb-3 list-disc ps-5">{urgentWords.when.signs.map((sign) => <li key={sign}>{sign}</li>)}</ul>
            <a className="btn line wide" href={`tel:${numbers.emergency.tel}`}><Icon name="phone" size={22} />{fill(words.call, { number: emergency })}</a>
          </AlertFold>
          <AlsoFold folded={folded} texts={texts} numbers={numbers} />
          <AlertFold icon="help" title={words.why.title} hint={words.why.hint}><WhyAlerts alerts={alerts} texts={texts} numbers={numbers} timeZone={timeZone} /></AlertFold>
        </div>
        {country}
        <p className="muted small mt-3 mb-4">{fill(texts.common.statement, { emergency })}</p>
        <AlertWays called={words.called} correct={words.correct} onCalled={onCalled} onCorrect={onCorrect} />
      </div>
    </div>
  );
}

type CallsProps = { act: UrgentAct; texts: FlowTexts; numbers: CountryNumbers; contacts: UrgentScreenProps["contacts"]; onAddTeam: () => void };

/** The number to call first as the one big button; the person's own clinics beside it. Where the advice is words only, what can be dialled. */
function Calls({ act, texts, numbers, contacts, onAddTeam }: CallsProps) {
  const words = texts.alerts;
  const { urgent, urgentNote, emergency, crisis } = numbers;
  const line = "words" in urgent ? null : urgent;
  const first = act.calls === "crisis" && crisis[0] ? { tel: crisis[0].tel, text: fill(words.call, { number: withName(crisis[0]) }) }
    : act.calls === "team" && contacts.team ? { tel: telOf(contacts.team), text: words.soon.callTeam }
    : line ? { tel: line.tel, text: fill(words.call, { number: line.show }) } : null;
  const team = contacts.team && first?.tel !== telOf(contacts.team)
    ? { tel: telOf(contacts.team), text: words.urgent.team } : null;
  const others = [
    ...(contacts.eyeClinic ? [{ tel: telOf(contacts.eyeClinic), text: words.urgent.eyeClinic }] : []),
    ...(team ? [team] : []),
    ...(first && line && first.tel !== line.tel ? [{ tel: line.tel, text: fill(words.call, { number: line.show }) }] : []),
    ...(first ? [] : [{ tel: emergency.tel, text: fill(words.urgent.inDanger, { emergency: emergency.show }) }]),
  ];
  return (
    <>
      {first && <a className="btn primary wide mt-4" href={`tel:${first.tel}`}><Icon name="phone" size={26} />{first.text}</a>}
      {first && line?.tel === first.tel && (line.note ?? urgentNote) && <p className="small mt-1.5 text-center">{[line.note, urgentNote].filter(Boolean).join(", ")}</p>}
      <div className="mt-[10px] grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-[10px]">
        {others.map(({ tel, text }) => <a key={text} className="btn line" href={`tel:${tel}`}>{text}</a>)}
        {!contacts.team && <button type="button" className="btn line" onClick={onAddTeam}>{words.urgent.addTeam}</button>}
      </div>
    </>
  );
}
