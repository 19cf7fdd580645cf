import type { ReactNode } from "react";
import { sourcesOf, withName, wordRule } from "@/components/alerts/alert-words";
import { wordEvidence } from "@/components/alerts/evidence-words";
import type { SaveOutcome } from "@/components/alerts/usual-offer";
import type { FlowTexts } from "@/components/diary/flow-props";
import { CrisisNote } from "@/components/help/crisis-note";
import { HelpButton } from "@/components/shell/help-button";
import { Icon, type IconName } from "@/components/ui/icon";
import type { CountryNumbers } from "@/lib/domain/red-flags/numbers";
import type { RaisedAlert } from "@/lib/domain/red-flags/rule";
import { fill } from "@/lib/i18n/fill";

type AlertTopProps = { texts: FlowTexts; onClose: () => void };

/** Above an alert that may be closed: the way back, and help. */
export function AlertTop({ texts, onClose }: AlertTopProps) {
  return (
    <header className="top mx-auto w-full max-w-[44rem]">
      <button type="button" className="btn text -ms-2 no-underline" onClick={onClose}><Icon name="back" />{texts.alerts.close}</button>
      <HelpButton label={texts.common.help} />
    </header>
  );
}

type AlertFoldProps = { icon: IconName; title: string; hint?: string; isOpen?: boolean; iconClass?: string; children: ReactNode };

/** A part of an alert that opens in place: what to do beside the first act, why, and when it is worse. */
export function AlertFold({ icon, title, hint, isOpen = false, iconClass, children }: AlertFoldProps) {
  return (
    <details className="group border-line border-t" open={isOpen}>
      <summary className={hint ? "!min-h-[60px] py-1" : "!min-h-[52px]"}>
        <Icon name={icon} {...(iconClass && { className: iconClass })} />
        <span className="grow leading-[1.3]">{title}{hint && <span className="small muted block font-normal">{hint}</span>}</span>
        <span className="ms-auto shrink-0 transition-transform duration-(--dm-fast) group-open:rotate-180"><Icon name="down" size={20} /></span>
      </summary>
      <div className="small -mt-1 ps-[34px] pb-3">{children}</div>
    </details>
  );
}

type WhyProps = { alerts: readonly RaisedAlert[]; texts: FlowTexts; numbers: CountryNumbers; timeZone: string; /** the message of the rule, where the screen says it in other words */ withMessage?: boolean };

/** Which answers raised an alert, the rule, its version and the documents it rests on. */
export function WhyAlerts({ alerts, texts, numbers, timeZone, withMessage = false }: WhyProps) {
  const words = texts.alerts.why;
  return alerts.map((alert) => {
    const told = wordEvidence(texts, alert.evidence, timeZone);
    const { name, says } = wordRule(texts, alert.ruleId, numbers);
    return (
      <div key={alert.ruleId} className="mb-2">
        {told.length > 0 && <p>{fill(words.told, { answers: told.join(", ") })}</p>}
        <details>
          <summary className="!font-normal underline underline-offset-4">{words.more}</summary>
          {withMessage && <p className="mb-1">{words.says}: “{says}”</p>}
          <p>{fill(words.rule, { rule: `${name} (${alert.ruleId})`, version: alert.ruleVersion })}</p>
          <ul>
            {sourcesOf(alert).map((source) => (
              <li key={source.document}>{source.address ? <a href={source.address} rel="noreferrer" target="_blank">{source.organisation}: {source.document}</a> : `${source.organisation}: ${source.document}`}</li>
            ))}
            <li><a href={`/safety#${alert.ruleId}`} rel="noreferrer" target="_blank">{words.all}</a></li>
          </ul>
        </details>
      </div>
    );
  });
}

/** Someone to talk to, by phone or by text. */
export function CrisisLinks({ words, numbers, leaveOut }: { words: FlowTexts["alerts"]; numbers: CountryNumbers; /** the number that stands on the screen already */ leaveOut?: string | undefined }) {
  return (
    <section className="mt-3 grid gap-2" aria-label={words.crisis.title}>
      <h2>{words.crisis.title}</h2>
      {numbers.crisis.filter(({ tel }) => tel !== leaveOut).map((number) => (
        <a key={number.tel} className="btn line wide" href={`tel:${number.tel}`}><Icon name="phone" size={22} />{fill(words.call, { number: withName(number) })}{number.note && ` (${number.note})`}</a>
      ))}
      {numbers.crisisText.map((line) => <a key={line.sms} className="btn line wide" href={`sms:${line.sms}`}><Icon name="show" size={22} /><span className="inline-block first-letter:uppercase">{line.words}</span></a>)}
      <CrisisNote note={numbers.crisisNote} />
    </section>
  );
}

/** One message a rule, at most `shown` of them; the rest folds. */
export function Messages({ alerts, texts, numbers, shown, isNamed = alerts.length > 1 }: Omit<WhyProps, "withMessage" | "timeZone"> & { shown: number; isNamed?: boolean }) {
  const line = ({ ruleId }: RaisedAlert) => {
    const { name, says } = wordRule(texts, ruleId, numbers);
    return <p key={ruleId} className="mb-2">{isNamed && <b>{name}. </b>}{says}</p>;
  };
  return (
    <>
      {alerts.slice(0, shown).map(line)}
      {alerts.length > shown && (
        <details><summary>{fill(texts.alerts.more, { count: alerts.length - shown })}</summary>{alerts.slice(shown).map(line)}</details>
      )}
    </>
  );
}

type CountryPickProps = {
  words: FlowTexts["alerts"]["country"];
  numbers: CountryNumbers;
  countries: readonly { value: string; label: string }[];
  /** what became of the country that was picked; null before, and for another country */
  outcome: SaveOutcome | null;
  onPick: (country: string) => void;
};

/** A traveller gets the numbers of the place they are in, in one tap; where it could not be saved it says so. */
export function CountryPick({ words, numbers, countries, outcome, onPick }: CountryPickProps) {
  return (
    <>
      <label className="small mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="muted">{words.label}</span>
        <select className="input !w-auto !min-h-12 max-w-full min-w-[min(11em,100%)] grow py-1" value={numbers.country ?? ""} onChange={(event) => onPick(event.currentTarget.value)}>
          <option value="">{words.unknown}</option>
          {countries.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        </select>
      </label>
      <p role="status" className="small b">{(outcome === "offline" || outcome === "failed") && words[outcome]}</p>
    </>
  );
}

/** What the same entry raised beside: of lower tiers, folded. */
export function AlsoFold({ folded, texts, numbers }: { folded: readonly RaisedAlert[]; texts: FlowTexts; numbers: CountryNumbers }) {
  if (folded.length === 0) return null;
  return <AlertFold icon="list" title={texts.alerts.also}><Messages alerts={folded} texts={texts} numbers={numbers} shown={folded.length} isNamed /></AlertFold>;
}
