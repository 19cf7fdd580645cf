"use client";

import type { ReactNode } from "react";
import { AlertFold, AlertTop, AlsoFold, Messages, WhyAlerts } from "@/components/alerts/alert-parts";
import { splitAct, wordEntryTime, wordRule } from "@/components/alerts/alert-words";
import type { FlowTexts } from "@/components/diary/flow-props";
import { RunView, wordLead, type RunViewProps } from "@/components/relapse/run-view";
import { runFacts } from "@/components/relapse/run-facts";
import { Icon, type IconName } from "@/components/ui/icon";
import type { CountryNumbers } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { MOST_MESSAGES } from "@/lib/domain/alerts/presentation";
import type { Wording } from "@/lib/domain/alerts/wording";
import { telOf } from "@/lib/domain/phone";
import { fill } from "@/lib/i18n/fill";

type SoonScreenProps = {
  alerts: readonly RaisedAlert[];
  /** quiet lines of the same entry */
  folded: readonly RaisedAlert[];
  texts: FlowTexts;
  numbers: CountryNumbers;
  now: Date;
  reader: Wording["speaksTo"];
  country: ReactNode;
  contacts: { team?: string };
  /** what a possible relapse is compared with */
  diary: Omit<RunViewProps, "facts" | "texts">;
  onAddTeam: () => void;
  /** its card stays on Today until it is answered */
  onClose: () => void;
  onTold: () => void;
  onLater: () => void;
  /** opens the entry at the question; null for an entry that is not open here */
  onCorrect: () => void;
  onLog: ((what: "infection" | "heat") => void) | null;
};

/** Contact the team in the next two working days. What rests on a change that lasts shows all that it looked at. */
export function SoonScreen({ alerts, folded, texts, numbers, now, reader, country, contacts, diary, onAddTeam, onClose, onTold, onLater, onCorrect, onLog }: SoonScreenProps) {
  const words = texts.alerts;
  const { soon, relapse } = words;
  const main = alerts.find(({ evidence }) => runFacts(evidence) !== null) ?? alerts[0];
  if (!main) return null;
  const others = alerts.filter((alert) => alert !== main);
  const facts = runFacts(main.evidence);
  const isPossibleRelapse = facts !== null && main.ruleId === "possible-relapse";
  const { act, rest } = splitAct(wordRule(texts, main.ruleId, numbers).says);
  const { late } = wordEntryTime(words, { recordedAt: diary.recordedAt, now, timeZone: diary.timeZone });
  const asksForMore = facts !== null && onLog !== null && (facts.infection === "not-asked" || facts.heat === "not-asked" || isPossibleRelapse);

  return (
    <div className="m bg-bg text-ink">
      <AlertTop texts={texts} onClose={onClose} />
      <div className="mx-auto w-full max-w-[44rem] flex-1 px-4">
        <p className="pill info small mb-2.5 px-3 py-[5px]"><Icon name="clock" size={20} />{soon.label}</p>
        <h1 id="alert-title" tabIndex={-1} className="outline-none focus-visible:shadow-none">{isPossibleRelapse ? relapse.title : act}</h1>
        <div id="alert-why" className="mt-2">
          {late && <p className="b mb-2">{late}</p>}
          {reader === "caregiver" && <p className="b mb-2">{words.stayWithThem}</p>}
          <p>{isPossibleRelapse ? wordLead({ ...diary, facts, texts }) : rest}</p>
        </div>
        {others.length > 0 && <div className="note info text-ink mt-3"><Messages alerts={others} texts={texts} numbers={numbers} shown={MOST_MESSAGES - 1} isNamed /></div>}
        {facts && <RunView {...diary} facts={facts} texts={texts} />}
        {isPossibleRelapse && reader === "owner" && <a className="btn text -ms-2 mt-2 min-h-12" href="/relapses#waiting"><Icon name="relapses" size={20} />{relapse.waits}</a>}
        {asksForMore && (
          <>
            <h2 className="mt-4">{relapse.log}</h2>
            <ul className="list">
              <LogRow icon="thermo" text={relapse.logInfection} onPress={() => onLog("infection")} />
              <LogRow icon="sun" text={relapse.logHeat} onPress={() => onLog("heat")} />
            </ul>
          </>
        )}
        <div className="mt-2"><AlsoFold folded={folded} texts={texts} numbers={numbers} /><AlertFold icon="help" title={words.why.title}><WhyAlerts alerts={alerts} texts={texts} numbers={numbers} timeZone={diary.timeZone} withMessage /></AlertFold></div>
        <button type="button" className="btn text -ms-2" onClick={onCorrect}><Icon name="pen" size={20} />{words.correct}</button>
        {country}
        <p className="muted small mt-3 mb-2">{fill(texts.common.statement, { emergency: numbers.emergency.show })}</p>
      </div>
      <div className="bg-bg sticky bottom-0 px-4 pt-3 pb-4.5 [@media(max-height:480px)]:static">
        <div className="mx-auto max-w-[calc(44rem-32px)]">
          {contacts.team
            ? <a className="btn primary wide" href={`tel:${telOf(contacts.team)}`}><Icon name="phone" size={24} />{soon.callTeam}</a>
            : <button type="button" className="btn primary wide" onClick={onAddTeam}><Icon name="phone" size={24} />{words.urgent.addTeam}</button>}
          <div className="mt-[10px] grid grid-cols-[repeat(auto-fit,minmax(148px,1fr))] gap-[10px]">
            <button type="button" className="btn line" onClick={onTold}>{soon.told}</button>
            <button type="button" className="btn line" aria-describedby="later-hint" onClick={onLater}>{soon.later}</button>
          </div>
          <p id="later-hint" className="small muted mt-2 text-center">{soon.laterHint}</p>
        </div>
      </div>
    </div>
  );
}

function LogRow({ icon, text, onPress }: { icon: IconName; text: string; onPress: () => void }) {
  return (
    <li className="!min-h-14 !py-0">
      <button type="button" className="row min-h-14 w-full gap-3 text-start" onClick={onPress}><Icon name={icon} /><span className="grow">{text}</span><Icon name="chev" size={22} className="text-line-strong" /></button>
    </li>
  );
}
